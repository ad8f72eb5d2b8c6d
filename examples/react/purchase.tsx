import { type Account, type Calculator, loadCalculator, type Quote } from "prorata";
import type { ChangeDetail, CheckoutDetail, PurchaseElement } from "prorata/web";
import "prorata/web";
import { useEffect, useState } from "react";

// React 19 sets an element's properties as such, and "on…" followed by an event's name listens to it.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "prorata-purchase": Partial<Pick<PurchaseElement, "calculator" | "account" | "date" | "locale" | "cart">> &
        HTMLAttributes<PurchaseElement> &
        RefAttributes<PurchaseElement> & {
          "onprorata-change"?: (event: CustomEvent<ChangeDetail>) => void;
          "onprorata-checkout"?: (event: CustomEvent<CheckoutDetail>) => void;
        };
    }
  }
}

export function Purchase({ account, onConfirm }: { account: Account; onConfirm: (quote: Quote) => void }) {
  const [calculator, setCalculator] = useState<Calculator>();
  useEffect(() => {
    loadCalculator({ catalog: "easemob-cn" }).then(setCalculator);
  }, []);
  return (
    <prorata-purchase
      locale="en"
      calculator={calculator}
      account={account}
      date={calculator?.today()}
      onprorata-checkout={({ detail }) => onConfirm(detail.quote)}
    />
  );
}
