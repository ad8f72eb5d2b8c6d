import { html } from "lit";
import type { Place } from "../../state/address.ts";

const block = (kind: string) => html`<div class="block ${kind}"></div>`;

/** The page's outline while what is to stand in it is on its way: nothing to read, and nothing that moves. */
export const renderSkeleton = ({ view }: Place) =>
  view === "purchase"
    ? html`
        <div class="skeleton" aria-hidden="true">
          ${block("glance")}
          <div class="columns">
            <div class="cards">${[1, 2, 3, 4].map(() => block("plan"))}</div>
            ${block("bill")}
          </div>
        </div>
      `
    : html`<div class="skeleton" aria-hidden="true">${block("records")}</div>`;
