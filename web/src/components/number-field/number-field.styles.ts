import { css } from "lit";

export const styles = css`
  .wrong {
    margin-top: 0.25rem;
    color: var(--bad);
  }

  /* Stays in the tree for a mistake to be announced, but takes no room. */
  .wrong:empty {
    position: absolute;
  }

  input[aria-invalid="true"]:not([type="radio"]) {
    border-color: var(--bad);
  }
`;
