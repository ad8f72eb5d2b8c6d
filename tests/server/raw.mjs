// HTTP as no client of its own accord sends it.
import { connect } from "node:net";

/** Sends text as it is and reads to the end of the connection: { status, headers, body }. */
export async function sendRaw(address, text) {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket.setEncoding("utf8").on("data", (part) => {
    answer += part;
  });
  socket.on("error", () => {});
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.write(text);
  await closed;
  const [head, body = ""] = answer.split("\r\n\r\n");
  const [line, ...lines] = head.split("\r\n");
  const headers = new Headers(
    lines.map((header) => [header.slice(0, header.indexOf(":")), header.slice(header.indexOf(":") + 1).trim()]),
  );
  return { status: Number(line.split(" ")[1]), headers, body };
}
