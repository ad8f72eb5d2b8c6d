import { en, type Messages } from "./en.ts";
import { zhCN } from "./zh-cn.ts";

export type Locale = "en" | "zh-CN";

export const languages: Record<Locale, { name: string; messages: Messages }> = {
  "zh-CN": { name: "中文", messages: zhCN },
  en: { name: "English", messages: en },
};

export const locales = Object.keys(languages) as Locale[];

export const messagesIn = (locale: Locale): Messages => languages[locale].messages;

/** The first of the reader's languages that the page speaks; Chinese of any kind reads the Chinese page. */
export function preferredLocale(preferences: readonly string[]): Locale {
  for (const preference of preferences) {
    if (/^zh\b/i.test(preference)) return "zh-CN";
    if (/^en\b/i.test(preference)) return "en";
  }
  return "en";
}
