/** The account centre, and what comes of sending an order or a recharge. */
export const centre = {
  views: { purchase: "Purchase", balance: "Balance and recharges", orders: "Orders", bills: "Monthly bills" },
  navigation: "Account centre",
  account: "Account",
  ownFigures: "Your own figures",
  tryFigures: "Try other figures",
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
    withoutOrder: (sentence: string) => `Without this order: ${sentence}`,
  },

  outcome: {
    sending: "Sending…",
    unanswered:
      "The server did not say what came of it, so it is not known whether it was done. Trying again cannot do it twice.",
    shortfall: (money: string) => `Nothing was ordered: the balance is ${money} short.`,
    refused: {
      order: (why: string) => `Nothing was ordered: ${why}`,
      recharge: (why: string) => `Nothing was recharged: ${why}`,
    },
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
    too_slow: "the request did not reach the server in time.",
    not_json: "the server did not understand the request.",
    agreement_required: "the purchase agreement has not been agreed to, or has a new edition.",
    busy: "the server is busy; nothing was changed.",
    clock_ahead: "the server's clock seems to be wrong; nothing was changed.",
    unknown_host: "the server is not reached under this name.",
    foreign_origin: "the server takes no orders from this page.",
    unknown_bill: "there is no bill of this month.",
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
    faults: {
      none: "Enter an amount above zero.",
      unreadable: "This is not an amount. Write it as in 1,000 or 1000.50.",
      decimals: (digits: number) =>
        digits === 0 ? "This currency has no decimals." : `This currency has ${digits} decimals at most.`,
      limit: (money: string) => `One recharge is ${money} at most.`,
    },
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
    order: (number: string) => `Order ${number}`,
    charge: {
      renewal: (plan: string, month: string) => `Automatic renewal: ${plan}, ${month}`,
      difference: (plan: string, month: string) => `Difference after a change of plan: ${plan}, ${month}`,
    },
    statuses: { activating: "Being activated", active: "Active", ended: "Ended" },
    agreed: (name: string, version: string, time: string) => `Agreed to the ${name}, edition ${version}, on ${time}`,
    packs: (pack: string, count: string) => `${count} × ${pack}`,
    separator: ", ",
  },

  bills: {
    heading: "Monthly bills",
    none: "There is no bill yet.",
    soFar: "So far: the month is not over.",
    charges: "What was charged",
    nothing: "Nothing was charged.",
    item: "Item",
    date: "Date",
    amount: "Amount",
    fee: {
      purchase: (plan: string) => `${plan}, plan fee`,
      credit: (plan: string) => `${plan}, remaining days credited`,
      renewal: (plan: string) => `${plan}, automatic renewal`,
      difference: (plan: string) => `${plan}, difference for this month`,
    },
    over: (minutes: string) => `Overage of ${minutes} min`,
    total: "Total",
    totalSoFar: "Total so far",
    used: "Used",
    absorbed: "What quota and packs absorbed",
    overage: "Over, charged",
    unserved: "Not served",
    source: "Source",
    drawn: "Minutes",
    of: (minutes: string) => `of ${minutes}`,
    bought: (date: string) => `bought ${date}`,
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
