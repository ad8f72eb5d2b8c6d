/** The account centre, and what comes of sending an order or a recharge. */
export const centre = {
  views: { purchase: "Purchase", balance: "Balance", orders: "Orders", bills: "Monthly bills" },
  navigation: "Account centre",
  account: "Account",
  ownFigures: "Your own figures",
  tryFigures: "Try other figures",
  cannotOrder: "Worked out with your own figures: nothing can be ordered with them.",
  loading: "Loading…",
  loadFault: "The account could not be loaded, so no price can be shown:",
  recordsFault: "The records could not be loaded:",

  glance: {
    heading: "This month at a glance",
    day: (day: number, days: number) => `Day ${day} of ${days}`,
    plan: "Plan",
    used: "Quota used",
    usedOf: (used: string, quota: string) => `${used} of ${quota} min`,
    packs: "Left in packs",
    balance: "Balance",
    scheduled: (plan: string, date: string) => `${plan} from ${date}`,
  },

  outcome: {
    sending: "Sending…",
    unanswered: "The server did not answer, so it is not known whether it was done. Trying again cannot do it twice.",
    differs: "Nothing was ordered: this is not, or no longer, what it costs. The bill above is the current one.",
    differences: "What differs",
    nothing: "nothing",
    shortfall: (money: string) => `Nothing was ordered: the balance is ${money} short.`,
    refused: "Nothing was ordered:",
    compared: (confirmed: string, current: string) => `confirmed ${confirmed}, now ${current}`,
  },

  /** What the server refuses for, besides the calculator's own codes. */
  codes: {
    key_reused: "this order was sent before with another content.",
    date_went_back: "the account has already been settled for a later date.",
    empty_cart: "there is nothing to buy.",
    invalid_request: "the server did not understand the request.",
    unknown_account: "the server knows no such account.",
    not_found: "the server knows no such thing.",
    too_large: "the request is too large.",
    internal_error: "the server failed.",
    no_json: "the server did not answer in the way it should.",
    no_answer: "the server did not answer.",
  },

  balance: {
    heading: "Balance and recharges",
    available: "Available",
    amount: (currency: string) => `Amount to recharge (${currency})`,
    recharge: "Recharge",
    sandbox: "A sandbox: the amount is credited at once and nobody pays.",
    invalid: "Enter an amount above zero.",
    goToRecharge: (money: string) => `Recharge ${money}`,
    needed: (money: string) => `The cart needs ${money} more.`,
    toCart: "Back to the cart",
    records: "Recharge records",
    none: "No recharge yet.",
    date: "Date",
    number: "No.",
  },

  orders: {
    heading: "Orders",
    none: "No order yet.",
    placed: (number: string) => `Order ${number} is placed and paid.`,
    order: (number: string) => `Order ${number}`,
    renewal: (plan: string, month: string) => `Automatic charge: ${plan}, ${month}`,
    packs: (pack: string, count: string) => `${count} × ${pack}`,
    separator: ", ",
  },

  bills: {
    heading: "Monthly bills",
    none: "No month is closed yet.",
    used: "Used",
    absorbed: "What quota and packs absorbed",
    overage: "Over, charged",
    charged: (money: string) => `Over, charged: ${money}`,
    allAbsorbed: "Nothing was over.",
    unserved: "Not served",
    source: "Source",
    available: "Available",
    drawn: "Drawn on",
    left: "Left",
  },

  quote: {
    label: "This quote",
    copy: "Copy as JSON",
    copied: "Copied.",
    notCopied: "The browser did not allow copying; download it instead.",
    download: "Download JSON",
    print: "Print",
  },
};

export type CentreMessages = typeof centre;
