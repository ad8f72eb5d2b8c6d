import { css } from "lit";

export const styles = css`
  :host {
    min-height: 100vh;
    background: var(--canvas);
  }

  header {
    background: var(--surface);
    border-bottom: 1px solid var(--border);
  }

  .bar,
  main {
    max-width: 80rem;
    margin: 0 auto;
    padding-inline: clamp(1rem, 3vw, 2rem);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1.25rem;
    padding-block: 0.625rem;
  }

  .brand {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    margin-inline-end: auto;
    font-size: 1.0625rem;
    font-weight: 700;
    letter-spacing: -0.01em;
  }

  .brand svg {
    width: 1.625rem;
    height: 1.625rem;
    color: var(--accent);
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-width: 0;
  }

  .choice select {
    min-width: 0;
    text-overflow: ellipsis;
  }

  .choice select:empty {
    min-width: 12rem;
  }

  .choice span {
    font-size: 0.8125rem;
    color: var(--muted);
    white-space: nowrap;
  }

  main {
    display: grid;
    gap: 1rem;
    padding-block: 1.25rem 3rem;
  }

  h1 {
    font-size: clamp(1.375rem, 1.1rem + 1.2vw, 1.75rem);
    line-height: 1.25;
    letter-spacing: -0.015em;
  }

  .intro p {
    margin-top: 0.25rem;
    color: var(--muted);
  }

  /* It fills up part by part: what follows it must not be seen moving down. */
  prorata-purchase {
    min-height: 100vh;
  }

  /* Calm: what comes at once is not preceded by a flash, and nothing moves. */
  .skeleton {
    display: grid;
    gap: 1rem;
    animation: appear 0.2s 0.2s both;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(20rem, 23.5rem);
    gap: 1.25rem;
    align-items: start;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 0.75rem;
    padding-top: 2.25rem;
  }

  .block {
    height: 6rem;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .block.plan {
    height: 20rem;
  }

  .block.bill {
    height: 17.5rem;
  }

  .block.records {
    height: 15rem;
  }

  footer {
    display: grid;
    gap: 0.25rem;
  }

  footer .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
  }

  footer a {
    min-height: 1.5rem;
  }

  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    border-bottom: 1px solid var(--border);
  }

  nav a {
    padding: 0.375rem 0;
    border-bottom: 2px solid transparent;
    color: var(--muted);
    text-decoration: none;
  }

  nav a:hover {
    color: var(--accent);
  }

  nav a[aria-current] {
    border-bottom-color: var(--accent);
    color: var(--text);
    font-weight: 600;
  }

  @media (max-width: 60rem) {
    .columns,
    .cards {
      grid-template-columns: minmax(0, 1fr);
    }

    .block.plan {
      height: 10rem;
    }
  }

  @media (max-width: 30rem) {
    .block.glance {
      height: 15.5rem;
    }

    .choice {
      order: 3;
      width: 100%;
    }
  }

  @media print {
    :host {
      min-height: 0;
      background: none;
    }

    header,
    nav,
    .intro {
      display: none;
    }

    main {
      padding: 0;
    }

    prorata-purchase {
      min-height: 0;
    }

    /* What was bought, and only this. */
    main:has(prorata-purchase[receipt]) > :not(prorata-purchase) {
      display: none;
    }
  }
`;
