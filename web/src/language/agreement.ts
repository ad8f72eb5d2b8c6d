import type { Agreement } from "../elements.ts";
import type { Wording } from "./wording.ts";

/** What the purchase agreement is called in the reader's language. */
export const agreementName = ({ name, names }: Pick<Agreement, "name" | "names">, { locale }: Wording): string =>
  names?.[locale] ?? name;
