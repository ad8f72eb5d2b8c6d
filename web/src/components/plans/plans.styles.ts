import { css } from "lit";

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .heading {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    align-items: baseline;
    justify-content: space-between;
    margin-bottom: 0.75rem;
  }

  .cards {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: repeat(4, minmax(0, 1fr));
  }

  .cards.thirds {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }

  .card {
    position: relative;
    display: grid;
    grid-template-rows: subgrid;
    grid-row: span 5;
    gap: 0.5rem;
    padding: 0.875rem 1rem 1rem;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    transition: border-color 0.12s;
  }

  .card:not(.refused):hover {
    border-color: var(--accent);
  }

  .card.chosen {
    border-color: var(--accent);
    background: var(--accent-soft);
    box-shadow: inset 0 0 0 1px var(--accent);
  }

  .card.chosen.refused {
    border-color: var(--warn);
    background: var(--warn-soft);
    box-shadow: inset 0 0 0 1px var(--warn);
  }

  .card:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  .card input:focus-visible {
    outline: none;
  }

  .card.wide {
    grid-column: 1 / -1;
    grid-row: auto;
    grid-template-rows: none;
    grid-template-columns: auto 1fr auto auto;
    align-items: center;
    padding-block: 0.75rem;
    background: transparent;
    border-style: dashed;
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-content: start;
    gap: 0.375rem 0.5rem;
  }

  input {
    flex: none;
    width: 1rem;
    height: 1rem;
    margin: 0;
    accent-color: var(--accent);
  }

  label {
    font-weight: 650;
    overflow-wrap: anywhere;
  }

  /* The whole card is the radio's label. */
  label::after {
    content: "";
    position: absolute;
    inset: 0;
    border-radius: inherit;
    cursor: pointer;
  }

  /* Beside the radio, over the label that fills the card. */
  .above {
    position: relative;
    z-index: 1;
    justify-self: start;
  }

  input:disabled + label::after {
    cursor: not-allowed;
  }

  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    align-content: start;
  }

  .badge {
    padding: 0 0.5rem;
    border-radius: 1rem;
    background: color-mix(in srgb, var(--text) 8%, transparent);
    color: var(--muted);
    font-size: 0.75rem;
    line-height: 1.375rem;
    white-space: nowrap;
  }

  .badge.good {
    border: 1px solid var(--good);
    background: none;
    color: var(--good);
    line-height: 1.25rem;
    font-weight: 600;
  }

  .price {
    font-size: 1.375rem;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
    white-space: normal;
  }

  /* Of eleven digits and more: rather smaller than broken in two. */
  .price.long {
    font-size: 1rem;
  }

  .due .figure {
    font-weight: 600;
  }

  .terms,
  .notes {
    align-self: start;
  }

  .terms p,
  .notes p {
    line-height: 1.45;
  }

  /* In so narrow a column Chinese and Japanese are broken between words, as far as punctuation and spaces part them. */
  .terms p,
  .notes p {
    word-break: keep-all;
    overflow-wrap: anywhere;
  }

  .notes {
    display: grid;
    gap: 0.25rem;
  }

  .notes:not(:has(*)) {
    display: none;
  }

  s {
    color: var(--muted);
  }

  .card.refused label,
  .card.refused .price {
    color: var(--muted);
  }

  .reason {
    color: var(--warn);
  }

  .recommended {
    color: var(--good);
  }

  details {
    margin-top: 0.75rem;
  }

  summary {
    width: fit-content;
    font-size: 0.8125rem;
    color: var(--muted);
  }

  summary:hover {
    color: var(--accent);
  }

  .scroll {
    margin-top: 0.5rem;
    padding: 0.5rem 1rem;
    border: 1px solid var(--border);
    background: var(--surface);
  }

  .feature {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
  }

  .feature svg {
    flex: none;
    width: 1rem;
    height: 1rem;
    fill: none;
    stroke: var(--good);
    stroke-width: 1.75;
  }

  .feature.limited-free svg {
    stroke: var(--warn);
  }

  @container (max-width: 42rem) {
    .cards,
    .cards.thirds {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container (max-width: 26rem) {
    .cards,
    .cards.thirds {
      grid-template-columns: minmax(0, 1fr);
    }

    .card {
      grid-template-columns: minmax(0, 1fr) auto;
      grid-template-rows: none;
      grid-row: auto;
      gap: 0.25rem 0.75rem;
      padding: 0.75rem 0.875rem;
    }

    .badges {
      justify-content: end;
    }

    .prices,
    .terms,
    .notes {
      grid-column: 1 / -1;
    }

    .prices {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 1rem;
    }

    .card.wide {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
