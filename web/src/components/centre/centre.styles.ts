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

  /* Stays in the tree for a mistake to be announced, but takes no room. */
  .wrong:empty {
    position: absolute;
  }

  th .small {
    display: block;
  }

  th .small,
  h3 .small {
    font-weight: 400;
  }

  details,
  .renewal {
    border-top: 1px solid var(--border);
    padding-top: 0.875rem;
  }

  summary {
    margin-inline-start: 1.25rem;
    list-style-position: outside;
    cursor: pointer;
  }

  .renewal {
    padding-inline-start: 1.25rem;
  }

  .order {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 1rem;
  }

  .order .about {
    overflow-wrap: anywhere;
  }

  .status {
    justify-self: end;
    color: var(--muted);
  }

  .status.active {
    color: var(--good);
    font-weight: 600;
  }

  .status.activating {
    color: var(--warn);
    font-weight: 600;
  }

  prorata-bill {
    max-width: 28rem;
    margin-top: 0.75rem;
  }
`;
