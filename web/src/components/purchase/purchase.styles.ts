import { css } from "lit";

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(20rem, 23.5rem);
    gap: 1.25rem;
    align-items: start;
  }

  prorata-schedule,
  .comparison {
    margin-top: 1.25rem;
  }

  .choices,
  .comparison {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    min-width: 0;
  }

  prorata-bill {
    position: sticky;
    top: 1rem;
    max-height: calc(100vh - 2rem);
    overflow: auto;
    border-radius: var(--radius);
    scroll-margin-top: 1rem;
  }

  .summary {
    display: none;
  }

  .summary .fault {
    color: var(--bad);
  }

  @container (max-width: 56rem) {
    .layout {
      grid-template-columns: minmax(0, 1fr);
    }

    prorata-bill {
      position: static;
      max-height: none;
      overflow: visible;
    }

    .summary {
      position: sticky;
      bottom: 0;
      z-index: 1;
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 1rem;
      padding: 0.625rem 1rem;
      border: 1px solid var(--border);
      border-radius: var(--radius) var(--radius) 0 0;
      background: var(--surface);
      box-shadow: var(--shadow);
    }

    .summary strong {
      display: block;
      font-size: 1.125rem;
      line-height: 1.3;
    }
  }

  /* On a low screen, or one magnified, two lines would cover too much of what is chosen. */
  @media (max-height: 25rem) {
    .summary {
      gap: 0.5rem;
      padding-block: 0.25rem;
    }

    .summary strong {
      display: inline;
      font-size: 1rem;
    }
  }

  @media print {
    .layout {
      display: block;
    }

    .choices,
    prorata-schedule,
    .comparison,
    .summary {
      display: none;
    }

    prorata-bill {
      position: static;
      max-height: none;
      overflow: visible;
    }
  }
`;
