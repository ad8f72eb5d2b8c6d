import { css } from "lit";

/** Tables of figures. One too wide for its place scrolls within it, the row's name staying in sight. */
export const table = css`
  .scroll {
    overflow-x: auto;
    border-radius: var(--radius-small);
  }

  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 0.5rem 0.625rem;
    border-bottom: 1px solid var(--border);
    text-align: end;
    vertical-align: top;
    background: var(--surface);
  }

  thead th {
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 500;
    vertical-align: bottom;
  }

  th:first-child {
    position: sticky;
    inset-inline-start: 0;
    padding-inline-start: 0;
    text-align: start;
  }

  tbody th,
  tfoot th {
    font-weight: 600;
  }

  tr:last-child > * {
    border-bottom: 0;
  }

  tfoot tr > * {
    border-top: 1px solid var(--border-strong);
    font-weight: 600;
  }

  td:last-child,
  thead th:last-child {
    padding-inline-end: 0.125rem;
  }

  @container (max-width: 30rem) {
    table {
      font-size: 0.8125rem;
    }

    th,
    td {
      padding-inline: 0.375rem;
    }
  }

  .words {
    text-align: start;
  }

  .mark {
    display: inline-block;
    padding: 0 0.5rem;
    border: 1px solid var(--good);
    border-radius: 1rem;
    color: var(--good);
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.25rem;
    white-space: nowrap;
  }
`;
