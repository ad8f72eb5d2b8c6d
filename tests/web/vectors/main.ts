// Hands the module the page uses to vectors.spec.ts.
import * as prorata from "prorata";
import { answer } from "../../answer.mjs";

const answerVector = (verb: string, vector: object) => answer(prorata, verb, vector);
declare global {
  var answerVector: (verb: string, vector: object) => Promise<object>;
}
globalThis.answerVector = answerVector;
