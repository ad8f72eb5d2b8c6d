/** Civil dates carry no zone; as UTC midnight they come back as the same day everywhere. */
const asInstant = (date: string) => new Date(`${date}T00:00:00Z`);

export interface DateFormat {
  date(civil: string): string;
  month(civilMonth: string): string;
  /** For a scale: "Nov". */
  shortMonth(civilMonth: string): string;
  range(from: string, through: string): string;
  /** A moment, on the reader's own clock. */
  instant(iso: string): string;
}

export function dateFormat(locale: string): DateFormat {
  const day = new Intl.DateTimeFormat(locale, { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" });
  const shortMonth = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const asMonth = (civilMonth: string) => asInstant(`${civilMonth}-01`);
  return {
    date: (civil) => day.format(asInstant(civil)),
    month: (civilMonth) => month.format(asMonth(civilMonth)),
    shortMonth: (civilMonth) => shortMonth.format(asMonth(civilMonth)),
    // Some languages write the days of a range in another form than a day.
    range: (from, through) => `${day.format(asInstant(from))} – ${day.format(asInstant(through))}`,
    instant: (iso) => new Date(iso).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" }),
  };
}
