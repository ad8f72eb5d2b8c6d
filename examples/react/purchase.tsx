import { type Account, type Calculator, loadCalculator, type Quote } from "prorata";
import { useEffect, useState } from "react";
import "prorata/web/react"; // the elements, and their types in JSX

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
