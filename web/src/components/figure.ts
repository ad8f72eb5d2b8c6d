import { html } from "lit";

/**
 * A figure in an element of its own, written as a whole: where a browser's translation has put other nodes in its place,
 * a text node changed in the old way would be changed out of sight.
 */
export const figure = (text: string, kind = "") => html`<span class="figure ${kind}" .textContent=${text}></span>`;
