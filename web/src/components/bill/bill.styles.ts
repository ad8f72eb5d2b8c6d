import { css } from "lit";

export const styles = css`
  /* The total and the button stay in sight on a low screen: what is above them scrolls. */
  .panel {
    display: flex;
    flex-direction: column;
    gap: 0.875rem;
    max-height: var(--bill-height, calc(100dvh - var(--prorata-offset-top, 1rem) - 1rem));
    padding-bottom: 0;
    box-shadow: var(--shadow);
  }

  .panel.whole {
    max-height: none;
  }

  .particulars,
  .foot {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.875rem;
  }

  .particulars {
    overflow-y: auto;
    min-height: 4rem;
  }

  .foot {
    position: var(--foot-position, sticky);
    bottom: 0;
    flex: none;
    margin-inline: -1.25rem;
    padding: 0.875rem 1.25rem 1.25rem;
    border-top: 1px solid var(--border);
    border-radius: 0 0 var(--radius) var(--radius);
    background: var(--surface);
  }

  /* With nothing in it but the place to announce the next amount. */
  .foot:not(:has(.due, .pay)) {
    position: static;
    padding-block: 0 0.375rem;
    border: 0;
  }

  a.quiet {
    display: inline-block;
    min-height: 1.5rem;
  }

  .lines {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    list-style: none;
  }

  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 1rem;
    align-items: baseline;
  }

  .line .sum,
  .line .aside {
    grid-column: 1 / -1;
  }

  .line strong {
    font-weight: 650;
  }

  .sum,
  .aside {
    color: var(--muted);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    margin-top: 0.5rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 2px solid var(--border);
    font-size: 0.875rem;
    list-style: none;
  }

  .credit > .figure {
    color: var(--good);
  }

  /* Stays in the tree for the next amount to be announced, but takes no room. */
  .status:not(:has(*)) {
    position: absolute;
  }

  .due {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1rem;
    font-weight: 650;
  }

  .due .figure {
    font-size: clamp(1.375rem, 8vw, 1.75rem);
    line-height: 1.2;
    letter-spacing: -0.02em;
  }

  .balance {
    display: grid;
    gap: 0.25rem;
  }

  .balance div {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
  }

  .balance dt {
    color: var(--muted);
  }

  .balance .shortfall {
    color: var(--bad);
    font-weight: 650;
  }

  .balance .shortfall dt {
    color: inherit;
  }

  .notes {
    display: grid;
    gap: 0.25rem;
    list-style: none;
  }

  .pay {
    display: grid;
    place-content: center;
    width: 100%;
    border: 1px solid;
    border-radius: var(--radius-small);
    text-align: center;
    text-decoration: none;
    min-height: 2.75rem;
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 650;
  }

  .pay:hover:not(:disabled, [aria-disabled]) {
    border-color: transparent;
    background: var(--accent-strong);
    color: var(--on-accent);
  }

  .pay:disabled,
  .pay[aria-disabled] {
    cursor: not-allowed;
    border-color: var(--border);
    background: var(--sunken);
    color: var(--muted);
  }

  .renewal {
    padding: 0.75rem 0.875rem;
    border-radius: var(--radius-small);
    background: var(--sunken);
  }

  .renewal strong {
    font-weight: 650;
  }

  .renewal .short {
    margin-top: 0.25rem;
  }

  .short {
    color: var(--bad);
    font-weight: 600;
  }

  ::slotted([slot="notice"]) {
    display: block;
    margin-top: 0.625rem;
    font-size: 0.8125rem;
  }

  @media print {
    .pay,
    ::slotted([slot="notice"]) {
      display: none;
    }

    .panel {
      max-height: none;
      box-shadow: none;
    }

    .particulars {
      overflow: visible;
    }

    :host([receipt]) .panel {
      display: none;
    }
  }
`;
