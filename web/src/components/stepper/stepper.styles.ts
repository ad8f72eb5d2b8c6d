import { css } from "lit";

export const styles = css`
  .stepper {
    display: grid;
    grid-template-columns: 2.25rem 5rem 2.25rem;
    align-items: start;
    gap: 0.25rem;
  }

  button {
    padding: 0;
    font-size: 1.125rem;
    line-height: 1;
  }
`;
