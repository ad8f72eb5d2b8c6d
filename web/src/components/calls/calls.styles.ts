import { css } from "lit";

export const styles = css`
  :host {
    display: grid;
    gap: 0.875rem;
    justify-items: start;
    container-type: inline-size;
  }

  :host > * {
    min-width: 0;
  }

  ul {
    display: grid;
    gap: 0.875rem;
    width: 100%;
    list-style: none;
  }

  .about {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
    padding: 0.875rem;
    border: 1px solid var(--border);
    border-radius: var(--radius-small);
  }

  .group {
    display: flex;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    min-height: 2.25rem;
    font-weight: 600;
  }

  .streams button {
    justify-self: start;
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr));
    gap: 0.75rem;
    align-items: start;
    width: 100%;
  }

  .streams {
    padding-inline-start: 0.75rem;
    border-inline-start: 2px solid var(--border);
  }

  .joined {
    display: grid;
    grid-template-columns: 1fr auto 1fr auto;
    gap: 0.375rem;
    align-items: center;
  }

  .joined span {
    font-size: 0.8125rem;
    color: var(--muted);
    white-space: nowrap;
  }

  .result {
    width: 100%;
    padding: 0.75rem 0.875rem;
    border-radius: var(--radius-small);
    background: var(--sunken);
    overflow-wrap: anywhere;
  }

  .result:not(:has(*)) {
    position: absolute;
    padding: 0;
  }

  prorata-fault {
    width: 100%;
  }

  .result strong {
    font-size: 1.125rem;
    font-weight: 650;
  }

  .sums {
    gap: 0.125rem;
    margin-top: 0.25rem;
    font-variant-numeric: tabular-nums;
  }
`;
