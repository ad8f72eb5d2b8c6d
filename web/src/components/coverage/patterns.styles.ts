import { css } from "lit";

export const patternStyles = css`
  :host {
    --plan: light-dark(#1f56d8, #6f9bff);
    --owned: light-dark(#0d7148, #4fc28c);
    --cart: light-dark(#7a35b8, #c08bf5);
    --overage: light-dark(#a34700, #f2a45c);
  }

  .piece {
    stroke: var(--surface);
    stroke-width: 2;
  }

  .plan {
    fill: var(--plan);
  }

  .ground {
    fill: var(--sunken);
  }

  .warn.ground {
    fill: var(--warn-soft);
  }

  .owned {
    fill: var(--owned);
  }

  .cart {
    fill: var(--cart);
  }

  .overage {
    stroke: var(--overage);
    stroke-width: 2;
  }
`;
