import { rechargeLimit } from "./recharges.js";

/** @typedef {import("./account-centre.js").AccountCentre} AccountCentre */

const idempotencyKey = { type: "string", pattern: "^[\\w-]{8,64}$" };

const agreed = { type: "string", minLength: 1, maxLength: 200 };

/** Of the cart only the shape: whether plan, packs and quantities exist is for the calculator to say. */
const checkoutBody = {
  type: "object",
  additionalProperties: false,
  required: ["idempotencyKey", "request", "quote"],
  properties: {
    idempotencyKey,
    request: {
      type: "object",
      additionalProperties: false,
      properties: { plan: { type: "string" }, packs: { type: "array", maxItems: 100 } },
    },
    quote: { type: "object" },
    agreement: {
      type: "object",
      additionalProperties: false,
      required: ["name", "version"],
      properties: { name: agreed, version: agreed },
    },
  },
};

const rechargeBody = {
  type: "object",
  additionalProperties: false,
  required: ["idempotencyKey", "amount"],
  properties: { idempotencyKey, amount: { type: "integer", minimum: 1, maximum: rechargeLimit } },
};

/**
 * The API, version 1. Every account is open to all: a console puts its sign-in where `mayAsk` is called.
 * @param {import("fastify").FastifyInstance} api
 * @param {AccountCentre} centre
 */
export function addRoutes(api, centre) {
  /** @param {any} request */
  const account = ({ params }) => params.account;

  api.addHook("onRequest", async (request, reply) => {
    reply.header("Cache-Control", "no-store");
    mayAsk(request);
  });

  api.get("/accounts", async () => centre.accounts());
  api.get("/accounts/:account", async (request) => centre.account(account(request)));
  api.get("/accounts/:account/orders", async (request) => centre.orders(account(request)));
  api.get("/accounts/:account/recharges", async (request) => centre.recharges(account(request)));
  api.get("/accounts/:account/bills", async (request) => centre.bills(account(request)));
  api.get("/accounts/:account/bills/:month", async (/** @type {any} */ request) =>
    centre.bill(account(request), request.params.month),
  );

  api.post("/accounts/:account/orders", { schema: { body: checkoutBody } }, async (/** @type {any} */ request, reply) =>
    send(reply, await centre.checkOut(account(request), request.body)),
  );
  api.post(
    "/accounts/:account/recharges",
    { schema: { body: rechargeBody } },
    async (/** @type {any} */ request, reply) => send(reply, await centre.recharge(account(request), request.body)),
  );
}

/**
 * The one place for a console's sign-in: who asks, and is `request.params.account` theirs? If not, throw a Refusal of
 * 401 or 403 here. Without it everybody may ask for every account.
 * @param {import("fastify").FastifyRequest} _request
 */
function mayAsk(_request) {}

/**
 * @param {import("fastify").FastifyReply} reply
 * @param {{ reply: unknown, repeated: boolean }} outcome
 */
const send = (reply, { reply: body, repeated }) => reply.code(repeated ? 200 : 201).send(body);
