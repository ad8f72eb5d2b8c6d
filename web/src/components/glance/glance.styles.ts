import { css } from "lit";

export const styles = css`
  .panel {
    display: grid;
    gap: 0.75rem;
    padding-block: 1rem;
  }

  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr));
    gap: 0.75rem 1.25rem;
  }

  dt {
    color: var(--muted);
    font-size: 0.8125rem;
  }

  .value {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  progress {
    display: block;
    width: 100%;
    height: 0.5rem;
    margin-top: 0.375rem;
    accent-color: var(--accent);
  }
`;
