import { css } from "lit";

export const styles = css`
  .wrong {
    margin-top: 0.25rem;
    color: var(--bad);
  }

  input[aria-invalid="true"]:not([type="radio"]) {
    border-color: var(--bad);
  }
`;
