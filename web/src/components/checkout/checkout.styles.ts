import { css } from "lit";

export const styles = css`
  dialog {
    width: min(30rem, calc(100vw - 1.5rem));
    max-height: calc(100dvh - 1.5rem);
    padding: 1.25rem;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    overflow: auto;
  }

  dialog[open],
  .receipt {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.875rem;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }

  h2:focus {
    outline: none;
  }

  .lines,
  .notes {
    display: grid;
    gap: 0.375rem;
    list-style: none;
  }

  .lines li,
  dl > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1rem;
  }

  .lines .part {
    padding-inline-start: 0.75rem;
    color: var(--muted);
  }

  dl {
    display: grid;
    gap: 0.375rem;
    padding-block: 0.75rem;
    border-block: 1px solid var(--border);
  }

  dt {
    color: var(--muted);
  }

  dd {
    margin-inline-start: auto;
    text-align: end;
  }

  /* At the end of its line also where there is no room beside the words. */
  .lines .figure {
    margin-inline-start: auto;
  }

  dl .figure {
    white-space: normal;
  }

  .due {
    font-weight: 650;
  }

  .due .figure {
    font-size: 1.5rem;
    letter-spacing: -0.02em;
  }

  .wrong,
  .wrong dt {
    color: var(--bad);
    font-weight: 600;
  }

  .notice ul {
    padding-inline-start: 1.25rem;
  }

  .agreement {
    display: flex;
    gap: 0.625rem;
    align-items: start;
  }

  .agreement input {
    flex: none;
    width: 1.5rem;
    height: 1.5rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--accent);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    justify-content: end;
  }

  .actions .primary {
    min-height: 2.75rem;
  }

  .confirm.primary[aria-disabled]:enabled {
    cursor: progress;
    border-color: var(--border);
    background: var(--sunken);
    color: var(--muted);
  }

  @media print {
    dialog {
      position: absolute;
      inset: 0 0 auto 0;
      width: auto;
      max-width: none;
      max-height: none;
      border: 0;
      overflow: visible;
    }

    .actions {
      display: none;
    }
  }
`;
