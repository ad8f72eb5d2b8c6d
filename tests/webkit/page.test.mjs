// The built page, served by the real server, in WebKit.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { securityHeaders } from "../../web/server/security-headers.js";
import { openServer } from "../own-server.mjs";
import { eventually, openBrowser } from "./browser.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

/** Anew for each test, so that none buys on what another has bought. */
let server;
let blocked;
beforeEach(async (t) => {
  blocked = [];
  server = await openServer({ arrange: takeReports });
  t.after(server.close);
});

/** The policy is the page's own; the browser is only asked to report here what it blocks. */
function takeReports(app) {
  const policy = securityHeaders["Content-Security-Policy"];
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("Content-Security-Policy", `${policy}; report-uri /blocked`);
  });
  app.addContentTypeParser("application/csp-report", { parseAs: "string" }, async (_request, body) => JSON.parse(body));
  app.post("/blocked", async ({ body }) => {
    blocked.push(body["csp-report"]["effective-directive"]);
    return {};
  });
}

const visit = (query) => browser.visit(`${server.address}/?${query}`);

const shows = (...words) =>
  eventually(async () => {
    const text = await browser.text();
    for (const word of words) assert.ok(text.includes(word), `“${word}” is not in: ${text}`);
  });

test("the page asks for nothing that its policy blocks, and the policy is in force", async () => {
  await visit("on=2024-08-16&plan=basic&to=flagship&look=schedule&lang=en");
  await shows("Total, 12 months");
  await browser.run(() => {
    document.head.append(Object.assign(document.createElement("script"), { textContent: "0" }));
  });
  await eventually(() => assert.notEqual(blocked.length, 0));
  assert.deepEqual(blocked, ["script-src-elem"]);
});

test("an upgrade shows what it costs and the sum behind it, in both languages", async () => {
  await visit("on=2024-08-16&plan=basic&to=flagship&lang=en");
  await shows("Upgrade from Basic to Flagship", "(8,399.00 − 738.00) × 16 ÷ 31", "¥3,954.06");
  await browser.press("中文");
  await shows("由基础版升级至旗舰版", "(8,399.00 − 738.00) × 16 ÷ 31", "¥3,954.06");
});

// The sum is in tests/web/schedule.spec.ts.
test("the worker answers with the cheapest schedule", async () => {
  await visit("on=2026-11-16&plan=free&forecast=30000&look=schedule&lang=en");
  await shows("Total, 12 months ¥1,599.00");
});

// (8,399.00 − 738.00) × 15 ÷ 30 = 3,830.50
for (const { lang, next, agree, pay, paid, order } of [
  {
    lang: "en",
    next: "Next",
    agree: "I have read and agree to the",
    pay: "Pay ¥3,830.50 now",
    paid: "Paid. This is what you bought.",
    order: "Upgrade from Basic to Flagship",
  },
  {
    lang: "zh-CN",
    next: "下一步",
    agree: "我已阅读并同意",
    pay: "立即支付 ¥3,830.50",
    paid: "支付成功，您已购买：",
    order: "由基础版升级至旗舰版",
  },
]) {
  test(`what is confirmed, agreed to and paid becomes an order, in ${lang}`, async () => {
    await visit(`account=subscriber&to=flagship&lang=${lang}`);
    await browser.press(next);
    await shows(agree);
    await browser.tick(agree);
    await browser.press(pay);
    await shows(paid, order, "¥3,830.50");
    const { searchParams } = await browser.address();
    assert.equal(searchParams.has("to"), false);
  });
}
