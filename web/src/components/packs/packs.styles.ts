import { css } from "lit";

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .panel {
    padding-bottom: 0.5rem;
  }

  ul {
    margin-top: 0.5rem;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 0.25rem 1.25rem;
    align-items: center;
    padding-block: 0.75rem;
  }

  li + li {
    border-top: 1px solid var(--border);
  }

  .name {
    font-weight: 600;
  }

  .price {
    text-align: end;
    font-weight: 600;
  }

  @container (max-width: 30rem) {
    li {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .about {
      grid-column: 1 / -1;
    }

    .price {
      text-align: start;
    }
  }
`;
