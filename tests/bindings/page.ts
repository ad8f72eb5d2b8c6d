// A customer's page that uses the elements: compiled by types.test.mjs, never run.
import { type Account, loadCalculator, type Quote, type QuoteRequest } from "prorata";
import type { Cart, CheckoutDetail, PlansElement, PurchaseElement } from "prorata/web";
import "prorata/web";

const account: Account = { plan: "basic", usedMinutes: 46_200 };
const cart: Cart = { plan: "flagship", packs: [{ pack: "pack-25k", quantity: 2 }] };

const purchase: PurchaseElement = document.createElement("prorata-purchase");
purchase.calculator = await loadCalculator();
purchase.date = purchase.calculator.today();
purchase.locale = document.documentElement.lang;
Object.assign(purchase, { account, cart });

purchase.addEventListener("prorata-change", ({ detail }) => {
  const { quote }: { quote: Quote | null } = detail;
  document.title = String(quote?.amountDue);
});
purchase.addEventListener("prorata-checkout", ({ detail }) => {
  const { request, quote }: CheckoutDetail = detail;
  const [asked, given]: [QuoteRequest, Quote] = [request, quote];
  console.log(asked, given);
});

const plans: PlansElement | null = document.querySelector("prorata-plans");
if (plans) plans.minutes = 200_000;
// @ts-expect-error: one language, not the reader's list
purchase.locale = navigator.languages;
// @ts-expect-error: a part shows nothing of an order
plans.placed = null;
