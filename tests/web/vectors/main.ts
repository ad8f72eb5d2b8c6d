// Hands the modules the page uses to vectors.spec.ts: its own, and its worker's for what that is asked for.
import * as prorata from "prorata";
import { loadPageCalculator } from "../../../web/src/state/page-module.ts";
import { answer } from "../../answer.mjs";

declare global {
  var answerVector: (verb: string, vector: object) => Promise<object>;
}

const page = { ...prorata, loadCalculator: loadPageCalculator };

globalThis.answerVector = (verb, vector) => answer(verb === "optimize" ? prorata : page, verb, vector);
