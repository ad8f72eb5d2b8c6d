import { css } from "lit";

export const controls = css`
  .panel {
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    padding: 1.25rem;
  }

  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }

  button {
    min-height: 2.25rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--border);
    border-radius: var(--radius-small);
    background: var(--surface);
    cursor: pointer;
  }

  button:hover:enabled {
    border-color: var(--accent);
    color: var(--accent);
  }

  button.primary:enabled {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }

  button.primary:hover:enabled {
    background: var(--accent-strong);
  }

  button:disabled {
    cursor: not-allowed;
    color: var(--muted);
  }

  input:not([type="radio"]),
  select {
    width: 100%;
    min-height: 2.25rem;
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--border-strong);
    border-radius: var(--radius-small);
    background: var(--surface);
    font-variant-numeric: tabular-nums;
  }

  input:not([type="radio"]):hover,
  select:hover {
    border-color: var(--accent);
  }

  a {
    color: var(--accent);
  }

  /* A button that is no more than a link. */
  button.quiet {
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    text-align: start;
    text-decoration: underline;
  }

  .notice {
    padding: 0.75rem 0.875rem;
    border-radius: var(--radius-small);
    background: var(--warn-soft);
  }

  .notice strong {
    color: var(--warn);
  }

  .field {
    display: grid;
    gap: 0.25rem;
    align-content: start;
    min-width: 0;
  }

  .field > span {
    font-size: 0.8125rem;
    color: var(--muted);
  }
`;
