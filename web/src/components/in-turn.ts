import { LitElement } from "lit";

let turn: Promise<unknown> = Promise.resolve();

/**
 * First shown in a task of its own, one element after the other: all that a purchase consists of, shown in one piece,
 * would keep a slow phone from answering.
 */
export abstract class InTurn extends LitElement {
  protected override async scheduleUpdate() {
    if (!this.hasUpdated) {
      turn = turn.then(() => new Promise((resolve) => setTimeout(resolve)));
      await turn;
    }
    super.scheduleUpdate();
  }
}
