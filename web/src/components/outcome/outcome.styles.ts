import { css } from "lit";

export const styles = css`
  /* Nothing to tell takes no room. */
  :host {
    display: contents;
  }

  .notice {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    padding: 0.75rem 0.875rem;
    border-radius: var(--radius-small);
    background: var(--warn-soft);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }

  summary {
    cursor: pointer;
  }

  ul {
    display: grid;
    gap: 0.25rem;
    margin-top: 0.375rem;
    list-style: none;
  }

  li {
    display: grid;
  }
`;
