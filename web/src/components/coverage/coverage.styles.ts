import { css } from "lit";

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  .bar {
    display: block;
    width: 100%;
    overflow: visible;
  }

  .unserved-piece {
    stroke: var(--border-strong);
    stroke-dasharray: 4 3;
  }

  .key-ground {
    fill: var(--surface);
    stroke: var(--border-strong);
  }

  .key {
    fill: var(--text);
    font-size: 0.75rem;
    font-weight: 650;
  }

  .so-far {
    stroke: var(--text);
    stroke-width: 2;
  }

  .tick {
    display: inline-block;
    width: 2px;
    height: 0.75rem;
    margin-inline-end: 0.5rem;
    background: var(--text);
    vertical-align: -0.0625rem;
  }

  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr));
    gap: 0.75rem 1.25rem;
  }

  dt {
    font-size: 0.8125rem;
    color: var(--muted);
  }

  .value {
    margin-top: 0.125rem;
    font-size: 1.125rem;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }

  .source {
    display: flex;
    gap: 0.625rem;
    align-items: start;
    min-width: 9rem;
    font-weight: 500;
  }

  .swatch {
    flex: none;
    margin-top: 1px;
  }

  .about {
    display: block;
    font-weight: 400;
  }

  @container (max-width: 30rem) {
    .tight {
      display: none;
    }

    .source {
      gap: 0.375rem;
      min-width: 7.5rem;
    }

    .swatch {
      width: 14px;
    }
  }
`;
