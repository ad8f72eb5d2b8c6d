import { css } from "lit";

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .panel,
  .figures,
  .result {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }

  .result {
    gap: 0.25rem;
  }

  .updating {
    visibility: hidden;
    color: var(--warn);
  }

  .updating.shown {
    visibility: visible;
  }

  .figures {
    transition: opacity 0.15s;
  }

  .earlier {
    opacity: 0.55;
  }

  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.25rem;
  }

  dl > div {
    flex: 1 0 min(11rem, 45%);
  }

  dt {
    font-size: 0.8125rem;
    color: var(--muted);
  }

  .value {
    margin-top: 0.125rem;
    font-size: 1.125rem;
    font-weight: 650;
  }

  .unserved {
    color: var(--bad);
    font-weight: 600;
  }

  h3 {
    font-size: 0.9375rem;
    font-weight: 650;
  }

  .first-step {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.5rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.875rem 1rem;
    border-radius: var(--radius-small);
    background: var(--accent-soft);
  }

  .first-step > :first-child {
    flex: 1 1 18rem;
    min-width: 0;
  }

  .apply p {
    min-height: 1.5em;
  }

  .timeline ul {
    display: grid;
    gap: 0.625rem;
    margin-top: 0.5rem;
    list-style: none;
  }

  .lane {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.625rem;
    align-items: baseline;
  }

  .lane strong {
    font-weight: 600;
  }

  .bars {
    display: block;
    width: 100%;
    overflow: visible;
  }

  .grid {
    stroke: var(--border);
  }

  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 1rem;
    margin-bottom: 0.5rem;
  }

  .key strong {
    font-weight: 600;
  }

  .key svg {
    vertical-align: -0.125rem;
  }

  .scale {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    margin-top: 0.25rem;
    text-align: center;
    line-height: 1.3;
    white-space: nowrap;
  }

  .pack {
    display: block;
    white-space: nowrap;
  }

  th,
  td {
    word-break: keep-all;
  }

  @container (max-width: 34rem) {
    .scale {
      font-size: 0.6875rem;
    }

    .scale > :nth-child(even) {
      visibility: hidden;
    }
  }
`;
