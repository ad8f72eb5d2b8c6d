import { css } from "lit";

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }

  .heading {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: start;
    justify-content: space-between;
  }

  .months {
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }

  .months select {
    width: auto;
  }

  h3 {
    font-size: 0.9375rem;
    font-weight: 650;
  }

  .reason {
    min-width: 9rem;
    color: var(--warn);
  }

  .total {
    font-weight: 650;
  }

  .unserved {
    display: block;
    color: var(--warn);
    font-weight: 400;
  }

  tbody th {
    min-width: 5.25rem;
  }

  .pack {
    display: block;
    white-space: nowrap;
  }
`;
