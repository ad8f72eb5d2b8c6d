// Importing `prorata/web` defines the elements; elements.ts says what they take and emit.
import "./components/purchase/purchase.ts";
