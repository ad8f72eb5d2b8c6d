"use client";
import { loadCalculator } from "prorata";
import { useEffect, useState } from "react";
import "prorata/web";

const account = { plan: "basic" };

export default function Page() {
  const [calculator, setCalculator] = useState();
  useEffect(() => {
    loadCalculator().then(setCalculator);
  }, []);
  return <prorata-purchase calculator={calculator} account={account} date="2024-08-16" locale="en" />;
}
