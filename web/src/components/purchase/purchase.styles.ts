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

  .choices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    min-width: 0;
  }

  /* A host's own bars may stand above and below. */
  prorata-bill {
    position: sticky;
    top: var(--prorata-offset-top, 1rem);
    scroll-margin-top: var(--prorata-offset-top, 1rem);
  }

  prorata-minutes {
    scroll-margin-top: var(--prorata-offset-top, 1rem);
  }

  .skip:not(:focus) {
    position: absolute;
    width: 1px;
    min-height: 0;
    height: 1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .skip:focus {
    margin-bottom: 0.75rem;
  }

  .outlook {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    margin-top: 1.25rem;
  }

  .outlooks {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .outlooks button[aria-expanded="true"] {
    border-color: var(--accent);
    color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
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
      --bill-height: none;
      --foot-position: static;

      position: static;
    }

    .summary {
      position: sticky;
      bottom: var(--prorata-offset-bottom, 0px);
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

  @media (max-height: 25rem) and (max-width: 25rem) {
    .summary .muted {
      display: none;
    }
  }

  @media print {
    .layout {
      display: block;
    }

    .choices,
    .skip,
    .outlook,
    .summary {
      display: none;
    }

    prorata-bill {
      position: static;
    }
  }
`;
