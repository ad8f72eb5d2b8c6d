import { css } from "lit";

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .heading {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: start;
    justify-content: space-between;
  }

  .minutes {
    display: grid;
    grid-template-columns: 13rem minmax(0, 1fr);
    gap: 0.75rem 1.5rem;
    align-items: end;
    margin-top: 0.875rem;
  }

  .slider {
    display: grid;
  }

  input[type="range"]:not([type="radio"]) {
    width: 100%;
    min-height: 1.5rem;
    margin: 0;
    padding: 0;
    border: 0;
    background: transparent;
    accent-color: var(--accent);
  }

  .ends {
    display: flex;
    justify-content: space-between;
  }

  prorata-calls {
    margin-top: 0.875rem;
  }

  @container (max-width: 34rem) {
    .minutes {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
