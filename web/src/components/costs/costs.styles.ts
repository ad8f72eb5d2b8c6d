import { css } from "lit";

export const styles = css`
  .axis {
    text-align: end;
  }

  :host {
    container-type: inline-size;
  }

  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  h3 {
    font-size: 0.9375rem;
    font-weight: 650;
  }

  .chart {
    display: block;
    max-width: 100%;
    overflow: visible;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  text {
    fill: var(--text);
  }

  .grid {
    stroke: var(--border);
  }

  .tick {
    fill: var(--muted);
  }

  .tick,
  .name,
  .forecast-label {
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 4px;
    stroke-linejoin: round;
  }

  .line {
    fill: none;
    stroke-linejoin: round;
  }

  .lead,
  .reading {
    stroke: var(--ink, var(--text));
  }

  .reading {
    stroke-dasharray: 4 3;
  }

  .reader input {
    width: 100%;
    min-height: 1.5rem;
    margin: 0;
    padding: 0;
    border: 0;
    background: transparent;
    accent-color: var(--accent);
  }

  .readings {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 1.25rem;
  }

  .readings div {
    display: flex;
    gap: 0.375rem;
  }

  .readings dt {
    color: var(--muted);
  }

  .cut {
    fill: none;
    stroke-width: 2.5px;
    stroke-dasharray: none !important;
  }

  .name {
    font-weight: 650;
  }

  .style-0 {
    --ink: light-dark(#1f56d8, #86adff);
  }

  .style-1 {
    --ink: light-dark(#a34700, #f2a45c);
    --dash: 9 4;
  }

  .style-2 {
    --ink: light-dark(#0d7148, #63d19e);
    --dash: 2 3;
  }

  .style-3 {
    --ink: light-dark(#7a35b8, #c79bf7);
    --dash: 12 3 2 3;
  }

  .style-4 {
    --ink: light-dark(#b01f5e, #ff94c2);
    --dash: 5 3;
  }

  .style-5 {
    --ink: light-dark(#3f4856, #c3ccd8);
    --dash: 14 3 2 3 2 3;
  }

  .line,
  .cut {
    stroke: var(--ink);
    stroke-dasharray: var(--dash, none);
  }

  .name {
    fill: var(--ink);
  }

  .strip {
    fill: var(--sunken);
  }

  .strip-name {
    font-weight: 600;
  }

  .break {
    stroke: var(--border-strong);
    stroke-dasharray: 1 3;
    stroke-width: 1.5px;
  }

  .forecast {
    stroke: var(--text);
    stroke-width: 1.5px;
  }

  .forecast-foot {
    fill: var(--text);
  }

  .forecast-label {
    font-weight: 650;
  }

  .breaks {
    width: auto;
  }

  summary {
    width: fit-content;
    color: var(--muted);
    cursor: pointer;
  }

  summary:hover {
    color: var(--accent);
  }

  .about {
    display: block;
    font-weight: 400;
  }

  td .mark {
    display: table;
    margin-inline-start: auto;
    margin-top: 0.125rem;
  }
`;
