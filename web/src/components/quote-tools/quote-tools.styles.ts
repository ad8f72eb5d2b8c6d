import { css } from "lit";

export const styles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    font-size: 0.8125rem;
  }

  p:empty {
    display: none;
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
