import { css } from "lit";

export const styles = css`
  .stepper {
    display: grid;
    grid-template-columns: 2.25rem 3.5rem 2.25rem;
    border: 1px solid var(--border-strong);
    border-radius: var(--radius-small);
    background: var(--surface);
    overflow: hidden;
  }

  .stepper:focus-within {
    border-color: var(--accent);
  }

  button,
  input:not([type="radio"]) {
    min-height: 2.25rem;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: transparent;
    text-align: center;
  }

  button {
    font-size: 1.125rem;
    line-height: 1;
  }

  button:hover:enabled {
    background: var(--accent-soft);
  }

  :focus-visible {
    outline-offset: -2px;
  }

  input {
    appearance: textfield;
  }

  input::-webkit-inner-spin-button,
  input::-webkit-outer-spin-button {
    appearance: none;
  }
`;
