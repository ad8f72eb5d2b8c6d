import { svg } from "lit";

/** What minutes come from, or go to when nothing is left. */
export type Part = "plan" | "owned" | "cart" | "overage" | "unserved";

/** Parts differ by pattern, not by colour alone. */
export const patterns = svg`
  <defs>
    <pattern id="plan" width="8" height="8" patternUnits="userSpaceOnUse">
      <rect class="plan" width="8" height="8" />
    </pattern>
    <pattern id="owned" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="ground" width="8" height="8" /><rect class="owned" width="4" height="8" />
    </pattern>
    <pattern id="cart" width="7" height="7" patternUnits="userSpaceOnUse">
      <rect class="ground" width="7" height="7" /><circle class="cart" cx="3.5" cy="3.5" r="2" />
    </pattern>
    <pattern id="overage" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="warn ground" width="7" height="7" />
      <path class="overage" d="M0 1H7M1 0V7" />
    </pattern>
    <pattern id="unserved" width="8" height="8" patternUnits="userSpaceOnUse">
      <rect class="ground" width="8" height="8" />
    </pattern>
  </defs>
`;
