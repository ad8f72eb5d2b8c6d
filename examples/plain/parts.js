import { loadCalculator } from "/prorata/index.js";
import "/prorata/web/elements.js";

const plans = document.querySelector("prorata-plans");
const bill = document.querySelector("prorata-bill");

// What is chosen in one part is the other's cart.
plans.addEventListener("prorata-change", ({ detail }) => {
  bill.cart = detail.cart;
});

const calculator = await loadCalculator();
for (const part of [plans, bill]) {
  part.locale = "zh-CN";
  part.account = { plan: "basic", usedMinutes: 46_200 };
  part.date = calculator.today();
  part.calculator = calculator;
}
plans.faultReported = true; // by the bill
