import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { Purchase } from "./purchase.tsx";

const account = { plan: "basic", usedMinutes: 46_200, balance: 1_000_000 };

function App() {
  const [confirmed, setConfirmed] = useState<number>();
  return (
    <>
      <h1>Buy minutes</h1>
      <Purchase account={account} onConfirm={({ amountDue }) => setConfirmed(amountDue)} />
      <p role="status">{confirmed === undefined ? "" : `Confirmed: ${confirmed}`}</p>
    </>
  );
}

createRoot(document.querySelector("#root") as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
