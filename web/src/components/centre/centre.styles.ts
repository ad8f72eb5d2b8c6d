import { css } from "lit";

export const styles = css`
  :host {
    display: grid;
    gap: 1.25rem;
    container-type: inline-size;
  }

  .panel {
    display: grid;
    gap: 0.875rem;
    min-width: 0;
  }

  .balance {
    font-size: 1.75rem;
    font-weight: 650;
    line-height: 1.2;
    letter-spacing: -0.02em;
  }

  .recharge {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: end;
  }

  .recharge .field {
    flex: 0 1 14rem;
  }

  .done {
    padding: 0.75rem 0.875rem;
    border-radius: var(--radius-small);
    background: color-mix(in srgb, var(--good) 10%, var(--surface));
    color: var(--good);
    font-weight: 600;
  }

  .wrong {
    color: var(--bad);
  }

  details,
  .renewal {
    border-top: 1px solid var(--border);
    padding-top: 0.875rem;
  }

  summary {
    cursor: pointer;
  }

  .order {
    display: inline-grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 1rem;
    width: calc(100% - 1.5rem);
    vertical-align: top;
  }

  .renewal .order {
    width: 100%;
  }

  .order .about {
    overflow-wrap: anywhere;
  }

  .order .small {
    grid-column: 1 / -1;
  }

  prorata-bill {
    max-width: 28rem;
    margin-top: 0.75rem;
  }
`;
