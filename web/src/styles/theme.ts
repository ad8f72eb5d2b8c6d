import { css } from "lit";

/**
 * The tokens every component draws with. A page themes them from outside by setting the --prorata-… property;
 * light and dark follow the color-scheme in force where the component stands.
 */
export const theme = css`
  :host {
    --canvas: var(--prorata-canvas, light-dark(#f5f6f8, #0e1116));
    --surface: var(--prorata-surface, light-dark(#ffffff, #171b22));
    --sunken: var(--prorata-sunken, light-dark(#f1f3f6, #1f252e));
    --border: var(--prorata-border, light-dark(#dde1e7, #2c343f));
    --border-strong: var(--prorata-border-strong, light-dark(#828b99, #667180));
    --text: var(--prorata-text, light-dark(#161b23, #e8ecf2));
    --muted: var(--prorata-muted, light-dark(#566070, #a0abba));
    --accent: var(--prorata-accent, light-dark(#1f56d8, #86adff));
    --accent-strong: var(--prorata-accent-strong, light-dark(#1946b4, #a9c5ff));
    --accent-soft: var(--prorata-accent-soft, light-dark(#eef3fe, #1a2440));
    --on-accent: var(--prorata-on-accent, light-dark(#ffffff, #0b1530));
    --good: var(--prorata-good, light-dark(#0d7148, #63d19e));
    --warn: var(--prorata-warn, light-dark(#7d4a00, #f2bd6b));
    --warn-soft: var(--prorata-warn-soft, light-dark(#fff6e6, #2b2314));
    --bad: var(--prorata-bad, light-dark(#b01f24, #ff938c));
    --bad-soft: var(--prorata-bad-soft, light-dark(#fdeeee, #311b1c));
    --shadow: var(--prorata-shadow, 0 1px 2px light-dark(#161b2310, #00000040), 0 4px 16px light-dark(#161b230a, #00000030));
    --radius: var(--prorata-radius, 12px);
    --radius-small: var(--prorata-radius-small, 8px);
    --font: var(
      --prorata-font,
      -apple-system,
      "Segoe UI",
      Roboto,
      "PingFang SC",
      "Microsoft YaHei",
      "Noto Sans SC",
      "Noto Sans CJK SC",
      system-ui,
      sans-serif
    );

    display: block;
    /* A page's rule for every element must not recolour or respace the text in here: it has the properties above. */
    color: var(--text) !important;
    font: 0.9375rem / 1.5 var(--font) !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-transform: none !important;
    white-space: normal !important;
    /* A price list may name a plan as it likes. */
    overflow-wrap: break-word;
  }

  @media (prefers-contrast: more) {
    :host {
      --muted: var(--text);
      --border: var(--border-strong);
    }
  }

  /* The reader's own colours, also where something is drawn. */
  @media (forced-colors: active) {
    :host {
      --canvas: Canvas;
      --surface: Canvas;
      --sunken: Canvas;
      --border: CanvasText;
      --border-strong: CanvasText;
      --text: CanvasText;
      --muted: CanvasText;
      --accent: LinkText;
      --accent-strong: LinkText;
      --accent-soft: Canvas;
      --on-accent: Canvas;
      --good: CanvasText;
      --warn: CanvasText;
      --warn-soft: Canvas;
      --bad: CanvasText;
      --bad-soft: Canvas;
    }
  }

  :host([hidden]) {
    display: none;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      transition: none !important;
      animation: none !important;
    }
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul {
    margin: 0;
    padding: 0;
  }

  h2 {
    font-size: 1.0625rem;
    line-height: 1.4;
    font-weight: 650;
  }

  /* Large enough to be hit by a finger. */
  summary {
    min-height: 1.5rem;
    padding-block: 0.125rem;
    cursor: pointer;
  }

  .muted {
    color: var(--muted);
  }

  .small {
    font-size: 0.8125rem;
  }

  .figure {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
