#!/usr/bin/env node
// The Model Context Protocol over standard input and output: `npx prorata-mcp`.
import { readFileSync } from "node:fs";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } from "@modelcontextprotocol/sdk/types.js";
import { PricingError } from "prorata";
import { tools } from "./tools.js";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const server = new Server({ name: "prorata", version }, { capabilities: { tools: {} } });

server.setRequestHandler(ListToolsRequestSchema, () => ({
  tools: tools.map(({ name, description, inputSchema }) => ({
    name,
    description,
    inputSchema,
    annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  })),
}));

server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  const tool = tools.find(({ name }) => name === params.name);
  if (!tool) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${params.name}.`);
  return resultOf(() => tool.answer(params.arguments ?? {}));
});

/** An agent corrects its request by what it is told, so a fault is a result, and not the protocol's error. */
async function resultOf(answer) {
  try {
    const { error, ...result } = await answer();
    return error ? fault(error) : { ...asText(result), structuredContent: result };
  } catch (error) {
    if (!(error instanceof PricingError)) throw error;
    const { code, path, message } = error;
    return fault({ code, path, message });
  }
}

const asText = (value) => ({ content: [{ type: "text", text: JSON.stringify(value) }] });
const fault = (error) => ({ ...asText(error), isError: true });

await server.connect(new StdioServerTransport());
