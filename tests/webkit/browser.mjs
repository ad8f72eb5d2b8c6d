// WebKitGTK's MiniBrowser on a screen of its own, driven over the WebDriver protocol.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

/** After so many ms something counts as never happening. */
const patience = 30_000;

/** What `check` answers once it no longer throws. */
export async function eventually(check) {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(50);
  }
}

export async function openBrowser() {
  const processes = [];
  const start = async (command, args, options) => {
    const child = spawn(command, args, options);
    await once(child, "spawn");
    processes.push(child);
    return child;
  };
  // The browser ends with the screen it is on, even where it no longer listens.
  const stop = () => {
    for (const child of processes) child.kill();
  };

  try {
    const screen = await start("Xvfb", ["-displayfd", "3"], { stdio: ["ignore", "ignore", "inherit", "pipe"] });
    // Without GDK_BACKEND it would open on the Wayland desktop of whoever runs this.
    const env = { ...process.env, DISPLAY: `:${await firstLine(screen.stdio[3])}`, GDK_BACKEND: "x11" };
    const port = await freePort();
    await start("WebKitWebDriver", [`--port=${port}`], { stdio: "inherit", env });

    const driver = commandsTo(`http://127.0.0.1:${port}`);
    await eventually(() => driver.get("/status"));
    const { sessionId } = await driver.post("/session", {
      capabilities: { alwaysMatch: { timeouts: { pageLoad: patience, script: patience } } },
    });
    return { ...pageOf(commandsTo(`http://127.0.0.1:${port}/session/${sessionId}`)), close: stop };
  } catch (error) {
    stop();
    throw error;
  }
}

async function firstLine(stream) {
  for await (const line of createInterface({ input: stream })) return line;
  throw new Error("Xvfb has ended without a screen.");
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

function commandsTo(address) {
  const send = async (path, options) => {
    const response = await fetch(address + path, { ...options, signal: AbortSignal.timeout(2 * patience) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  return {
    get: (path) => send(path),
    post: (path, body) => send(path, { method: "POST", body: JSON.stringify(body) }),
  };
}

/** The page as its reader meets it: where it is, what it says, what can be pressed. */
function pageOf({ get, post }) {
  /** Runs a function in the page. It sees its arguments and nothing else of this file. */
  const run = (work, ...args) => post("/execute/sync", { script: `return (${work})(...arguments)`, args });
  const click = (find, name) =>
    eventually(async () => {
      const [id] = Object.values(await run(find, name));
      await post(`/element/${id}/click`, {});
    });
  return {
    run,
    visit: (url) => post("/url", { url }),
    address: async () => new URL(await get("/url")),
    text: () => run(textOfPage),
    press: (name) => click(controlNamed, name),
    tick: (label) => click(boxLabelled, label),
  };
}

/** In the page: its text in reading order, through shadow trees and what is slotted into them. */
function textOfPage() {
  const childrenOf = (node) => {
    if (node.shadowRoot) return node.shadowRoot.childNodes;
    return node.localName === "slot" ? node.assignedNodes() : node.childNodes;
  };
  const textOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.data : [...childrenOf(node)].map(textOf).join(" "));
  return textOf(document.querySelector("prorata-app")).replace(/\s+/g, " ");
}

/** In the page: the button or link of a name, whichever shadow tree it is in. */
function controlNamed(name) {
  const controlsIn = (root) =>
    [...root.querySelectorAll("*")].flatMap((element) => [
      ...(element.matches("button, a") ? [element] : []),
      ...(element.shadowRoot ? controlsIn(element.shadowRoot) : []),
    ]);
  const found = controlsIn(document).find(({ textContent }) => textContent.trim() === name);
  if (!found) throw new Error(`Nothing to press is named ${name}.`);
  return found;
}

/** In the page: the box to tick whose label holds these words. */
function boxLabelled(words) {
  const boxesIn = (root) =>
    [...root.querySelectorAll("*")].flatMap((element) => [
      ...(element.matches("[type=checkbox]") ? [element] : []),
      ...(element.shadowRoot ? boxesIn(element.shadowRoot) : []),
    ]);
  const found = boxesIn(document).find(({ labels }) => labels[0]?.textContent.includes(words));
  if (!found) throw new Error(`Nothing to tick is labelled ${words}.`);
  return found;
}
