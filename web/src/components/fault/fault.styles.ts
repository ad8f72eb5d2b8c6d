import { css } from "lit";

export const styles = css`
  .fault {
    display: grid;
    gap: 0.375rem;
    padding: 0.875rem 1rem;
    border: 1px solid color-mix(in srgb, var(--bad) 35%, transparent);
    border-radius: var(--radius-small);
    background: var(--bad-soft);
    overflow-wrap: anywhere;
  }

  strong {
    color: var(--bad);
    font-weight: 650;
  }

  code {
    font-size: 0.8125rem;
    color: var(--muted);
  }

  .actions {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    margin-top: 0.375rem;
  }

  a {
    color: var(--accent);
  }
`;
