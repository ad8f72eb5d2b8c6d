import "./components/app/app.ts";

// A browser takes its time over its first date format: better now, while the calculator is on its way.
setTimeout(() => Intl.DateTimeFormat("en", { month: "long" }));
