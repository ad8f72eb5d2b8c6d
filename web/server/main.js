// Serves the built page and the API, as the environment says: README.md lists the variables.
import { createApp } from "./app.js";
import { Refusal } from "./refusal.js";
import { readSettings, StartError } from "./settings.js";

try {
  await start();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function start() {
  const { port, host, ...options } = readSettings(process.env);
  const app = await createApp(options).catch((error) => {
    if (error instanceof Refusal && error.code === "clock_ahead") {
      throw new StartError(
        `${error.message} If that is right, set PRORATA_SKIP_AHEAD=1 once; else set the clock or PRORATA_TODAY.`,
      );
    }
    if (error instanceof Refusal) throw new StartError(`PRORATA_DATA: ${options.data}: ${error.message}`);
    // The system's and the database's errors have one; any other is a fault of the program, with a stack to find it by.
    if (!error.code) throw error;
    throw new StartError(`PRORATA_DATA: accounts cannot be kept in ${options.data}: ${reasonOf(error)}.`);
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => app.close());
  const address = await app.listen({ port, host }).catch(async (error) => {
    await app.close();
    throw new StartError(`PORT ${port} on HOST ${host} cannot be listened on: ${reasonOf(error)}.`);
  });
  console.log(`Prorata is at ${address}`);
}

/** @param {Error & { code?: string }} error */
function reasonOf({ code = "", message }) {
  const reasons = /** @type {Record<string, string>} */ ({
    EADDRINUSE: "something else listens there",
    EACCES: "it is not permitted",
    ENOSPC: "the disk is full",
    EROFS: "the disk is read-only",
    SQLITE_FULL: "the disk is full",
    SQLITE_READONLY: "the file is read-only",
    SQLITE_CANTOPEN: "the file cannot be opened",
    SQLITE_NOTADB: "the file is no database",
  });
  return reasons[code] ?? message.replace(/\.$/, "");
}
