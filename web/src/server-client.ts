import type { Account, CivilDate, Minor, PlanChange, Quote, Settlement, Verification } from "prorata";
import type { Cart, CheckoutDetail } from "./elements.ts";

export interface AccountSummary {
  id: string;
  name: Record<string, string>;
  catalog: string;
}

export interface AccountState extends AccountSummary {
  /** The server's date: the one to quote for. */
  on: CivilDate;
  account: Account & { balance: Minor };
  /** Most of one recharge. */
  rechargeLimit: Minor;
}

type SettlementEvent<Kind> = Extract<Settlement["events"][number], { kind: Kind }>;

/** 开通中, 服务中, 已完结. */
export type OrderStatus = "activating" | "active" | "ended";

export type Order = { id: number; on: CivilDate; amount: Minor; status: OrderStatus } & (
  | { kind: "purchase"; quote: Quote; agreement?: { name: string; version: string; agreedAt: string } }
  | { kind: "charge"; charge: Pick<SettlementEvent<"charged">, "reason" | "month" | "plan"> }
);

export interface Recharge {
  id: number;
  on: CivilDate;
  amount: Minor;
}

/** Everything of a month; of the current one what has come so far. */
export interface MonthBill
  extends Pick<
    SettlementEvent<"month_closed">,
    "month" | "plan" | "quotaMinutes" | "usedMinutes" | "fromPlan" | "packs" | "overage" | "unservedMinutes"
  > {
  closed: boolean;
  currency: string;
  /** Whatever pays for this month, whenever it was charged. */
  fees: {
    order: number;
    on: CivilDate;
    reason: "purchase" | "renewal" | "difference";
    plan: string;
    amount: Minor;
  }[];
  /** Packs bought in this month. */
  bought: { order: number; on: CivilDate; pack: string; quantity: number; amount: Minor }[];
  total: Minor;
}

/** Why the server refused, as far as a page acts on it; any other code is told by its message. */
export type ServerFault =
  | { code: "quote_differs"; message: string; differences: Verification["differences"] }
  | ({ code: "plan_change_refused"; message: string } & Pick<PlanChange, "reason" | "allowedFrom">)
  | { code: "shortfall"; message: string; shortfall: Minor }
  | { code: "other"; message: string; reported: string; path?: string };

export class ServerError extends Error {
  constructor(
    readonly status: number,
    readonly fault: ServerFault,
  ) {
    super(fault.message);
    this.name = "ServerError";
  }

  /** The server's code; "no_json" where the answer was no such thing, "no_answer" where there was none. */
  get reported(): string {
    return this.fault.code === "other" ? this.fault.reported : this.fault.code;
  }
}

const base = "/api/v1/accounts";

export const getAccounts = (): Promise<AccountSummary[]> => ask(base);

export const getAccount = (id: string): Promise<AccountState> => ask(`${base}/${encodeURIComponent(id)}`);

/** The key is of this one purchase: what is sent again under it happens once. */
export const checkOut = (
  id: string,
  cart: Cart,
  { quote, agreement }: Pick<CheckoutDetail, "quote" | "agreement">,
  idempotencyKey: string,
): Promise<Order> =>
  send(`${base}/${encodeURIComponent(id)}/orders`, {
    idempotencyKey,
    request: {
      ...(cart.plan !== undefined && { plan: cart.plan }),
      ...(cart.packs.length > 0 && { packs: cart.packs }),
    },
    quote,
    ...(agreement && { agreement }),
  });

export const recharge = (id: string, amount: Minor, idempotencyKey: string): Promise<Recharge> =>
  send(`${base}/${encodeURIComponent(id)}/recharges`, { idempotencyKey, amount });

export const getOrders = (id: string): Promise<Order[]> => ask(`${base}/${encodeURIComponent(id)}/orders`);

export const getRecharges = (id: string): Promise<Recharge[]> => ask(`${base}/${encodeURIComponent(id)}/recharges`);

export const getBills = (id: string): Promise<MonthBill[]> => ask(`${base}/${encodeURIComponent(id)}/bills`);

export const getBill = (id: string, month: string): Promise<MonthBill> =>
  ask(`${base}/${encodeURIComponent(id)}/bills/${encodeURIComponent(month)}`);

const send = <Reply>(path: string, body: unknown): Promise<Reply> =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** Rejects with a ServerError, of status 0 where there is no answer. */
async function ask<Reply>(path: string, request: RequestInit = {}): Promise<Reply> {
  const response = await fetch(path, request).catch(({ message }: Error) => {
    throw new ServerError(0, { code: "other", message, reported: "no_answer" });
  });
  const reply = await response.json().catch(() => undefined);
  if (response.ok && reply !== undefined) return reply;
  throw new ServerError(response.status, faultOf(reply, response.statusText));
}

function faultOf(reply: unknown, statusText: string): ServerFault {
  const known = ["quote_differs", "plan_change_refused", "shortfall"];
  if (typeof reply === "object" && reply !== null && "code" in reply && "message" in reply) {
    if (known.includes(String(reply.code))) return reply as ServerFault;
    const place = "path" in reply ? { path: String(reply.path) } : {};
    return { code: "other", message: String(reply.message), reported: String(reply.code), ...place };
  }
  return { code: "other", message: statusText, reported: "no_json" };
}
