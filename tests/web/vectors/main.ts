// Hands the module the page uses to vectors.spec.ts.
import * as prorata from "prorata";
import { answer } from "../../answer.mjs";

declare global {
  var answerVector: (verb: string, vector: object) => Promise<object>;
}

globalThis.answerVector = (verb, vector) => answer(prorata, verb, vector);
