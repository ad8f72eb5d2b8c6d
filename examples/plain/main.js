import { loadCalculator } from "/prorata/index.js";
import "/prorata/web/elements.js";

const purchase = document.querySelector("prorata-purchase");

purchase.addEventListener("prorata-change", ({ detail }) => {
  document.title = detail.quote ? `Buy minutes: ${detail.quote.amountDue} due` : "Buy minutes";
});

purchase.addEventListener("prorata-checkout", ({ detail }) => {
  // Here the request and the quote go to the server, which verifies them before it takes money.
  document.querySelector("#confirmed").textContent = `Confirmed: ${detail.quote.amountDue}`;
});

const calculator = await loadCalculator({ catalog: "easemob-cn" });
purchase.account = { plan: "basic", usedMinutes: 46_200, balance: 1_000_000 };
purchase.date = calculator.today();
purchase.calculator = calculator;
