import { css } from "lit";

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .panel {
    padding-block: 1rem;
  }

  .row {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 0.75rem 1rem;
  }

  .wrong {
    color: var(--bad);
  }

  .joined {
    display: flex;
    gap: 0.375rem;
  }

  .joined input {
    flex: 1;
    min-width: 0;
  }

  details {
    margin-top: 0.75rem;
  }

  summary {
    width: fit-content;
    font-size: 0.8125rem;
    color: var(--muted);
    cursor: pointer;
  }

  summary:hover {
    color: var(--accent);
  }

  details > .row {
    margin-top: 0.75rem;
  }

  .owned {
    grid-column: 1 / -1;
    display: grid;
    gap: 0.625rem;
    justify-items: start;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }

  .owned legend {
    padding: 0;
    margin-bottom: 0.25rem;
    font-size: 0.8125rem;
    font-weight: 600;
  }

  .owned .row {
    width: 100%;
    align-items: end;
  }

  .owned .row button {
    justify-self: start;
  }

  @container (max-width: 56rem) {
    .row {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container (max-width: 30rem) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  /* On paper the month at a glance says as much. */
  @media print {
    :host {
      display: none;
    }
  }
`;
