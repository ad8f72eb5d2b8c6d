import { css } from "lit";

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .ahead {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  .ways {
    justify-self: start;
  }

  .growth {
    display: grid;
    grid-template-columns: 9rem minmax(0, 1fr);
    gap: 0.75rem 1.5rem;
    align-items: end;
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

  .months {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
    gap: 0.75rem;
  }

  .months input[aria-invalid="true"] {
    border-color: var(--bad);
    outline: 1px solid var(--bad);
  }
`;
