import { loadCalculator } from "/prorata/index.js";
import "/prorata/web/elements.js";
import { ja } from "/prorata/web/ja.js";

const purchase = document.querySelector("prorata-purchase");

// A language the elements do not speak, with a word of one's own in place of one of its.
purchase.messages = { ...ja, contact: { ...ja.contact, sales: "お問い合わせ" } };
purchase.salesContact = "";

const calculator = await loadCalculator();
purchase.account = { plan: "basic", usedMinutes: 46_200, balance: 1_000_000 };
purchase.date = calculator.today();
purchase.calculator = calculator;
