import { css } from "lit";

export const styles = css`
  :host {
    container-type: inline-size;
  }

  dl {
    display: grid;
    grid-template-columns: 1.7fr repeat(3, minmax(0, 1fr));
    gap: 1rem 1.25rem;
    margin-top: 0.875rem;
  }

  dt {
    font-size: 0.8125rem;
    color: var(--muted);
  }

  dd {
    margin-top: 0.125rem;
  }

  .value {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5rem;
    font-size: 1.125rem;
    font-weight: 650;
  }

  .before {
    color: var(--muted);
    font-weight: 400;
  }

  @container (max-width: 42rem) {
    dl {
      grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
    }

    .first {
      grid-column: 1 / -1;
    }
  }
`;
