import { html, nothing } from "lit";

/** The way to the sales team: a link, or, where the address is none to go to, a button for the page to answer. */
export function renderContact(address: string | undefined, label: string, ask?: (event: Event) => void) {
  if (address === undefined) return nothing;
  return /^(https?|mailto|tel):/i.test(address)
    ? html`<a class="contact" href=${address} @click=${ask}>${label}</a>`
    : html`<button type="button" class="contact" @click=${ask}>${label}</button>`;
}
