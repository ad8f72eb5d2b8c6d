import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { type Account, type Calculator, loadCalculator } from "prorata";
import type { ChangeDetail } from "prorata/web";
import "prorata/web";

@Component({
  selector: "purchase-page",
  // Angular has to be told that prorata-… is no component of its own.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <prorata-purchase
      locale="en"
      [calculator]="calculator()"
      [account]="account"
      [date]="date"
      (prorata-change)="heard($event)"
    ></prorata-purchase>`,
})
class PurchasePage {
  readonly calculator = signal<Calculator | undefined>(undefined);
  readonly account: Account = { plan: "basic" };
  readonly date = "2024-08-16";

  constructor() {
    loadCalculator().then((calculator) => this.calculator.set(calculator));
  }

  heard({ detail }: CustomEvent<ChangeDetail>) {
    document.title = String(detail.quote?.amountDue);
  }
}

bootstrapApplication(PurchasePage, { providers: [provideZonelessChangeDetection()] });
