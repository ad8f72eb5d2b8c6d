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

  a.primary {
    display: inline-grid;
    place-content: center;
    min-height: 2.25rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--accent);
    border-radius: var(--radius-small);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
    text-decoration: none;
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

  /* One of a few, of which one is in force. */
  .ways {
    display: flex;
    flex-wrap: wrap;
    padding: 2px;
    border-radius: var(--radius-small);
    background: var(--sunken);
  }

  .ways button {
    min-height: 2rem;
    border-color: transparent;
    border-radius: calc(var(--radius-small) - 2px);
    background: transparent;
    color: var(--muted);
  }

  .ways button[aria-pressed="true"] {
    border-color: var(--border-strong);
    background: light-dark(var(--surface), var(--border));
    color: var(--text);
  }

  .contact {
    display: inline-block;
    min-height: 1.5rem;
  }

  @media (forced-colors: active) {
    button.primary:enabled,
    a.primary,
    .pay,
    .ways button[aria-pressed="true"] {
      background: ButtonFace !important;
      color: ButtonText !important;
      border: 2px solid ButtonText !important;
    }

    .ways button[aria-pressed="true"],
    .card.chosen {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
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

  .field > span,
  .field > label {
    font-size: 0.8125rem;
    color: var(--muted);
  }
`;
