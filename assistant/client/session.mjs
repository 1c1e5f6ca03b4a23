// Asks the tools of Rolecall as an assistant does, with the TypeScript SDK, and writes the
// session as Markdown. The SDK holds every answer to the schema that its tool announces,
// and fails where it is another.
//
//   node session.mjs rolecall mcp --catalog starter
//   node session.mjs http://127.0.0.1:8080/mcp
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [where, ...rest] = process.argv.slice(2);
const transport = where.startsWith("http")
  ? new StreamableHTTPClientTransport(new URL(where))
  : new StdioClientTransport({ command: where, args: rest, env: process.env, stderr: "inherit" });
const client = new Client({ name: "session", version: "1" });
await client.connect(transport);

const say = (...lines) => console.log(lines.join("\n"));
const quoted = (text) => text.trimEnd().split("\n").map((line) => ("> " + line).trimEnd()).join("\n");

// ask calls a tool and writes what a model gets to read.
async function ask(name, args) {
  const result = await client.callTool({ name, arguments: args });
  say(`**${name}** \`${JSON.stringify(args)}\``, "", quoted(result.content[0].text), "");
  return result;
}

function expect(holds, what) {
  if (!holds) throw new Error("expected " + what);
}

const { tools } = await client.listTools();
say("Tools: " + tools.map((tool) => tool.name).join(", ") + ".", "");
say("How unusual is Jessica Jones season 2?", "");
const found = await ask("search", { text: "jesica jones season 2", limit: 1 });
const { id } = found.structuredContent.answer.titles[0];
const unusual = await ask("unusual", { title: id });
const { answer, caveats, citation } = unusual.structuredContent;
expect(answer.rarity.unverifiable, "the starter to say that it cannot tell");
expect(caveats.length > 0 && citation.hash === answer.catalog.hash, "caveats and a citation");
await ask("rank", { kind: "season", min_episodes: 6, limit: 3 });
const wrong = await ask("show", { title: "Jesica Jnes" });
expect(wrong.isError, "an error that can be read");
const { resources } = await client.listResources();
const method = await client.readResource({ uri: "rolecall://method" });
expect(method.contents[0].text.includes("never guessed"), "the method");
say(`Resources: ${resources.map((r) => r.uri).join(", ")}.`);

// Every other tool once, its answer held to its schema and not written.
for (const [name, args] of [
  ["show", { title: id }], ["person", { name: "Melissa Rosenberg" }], ["report", { by: "year", role: ["director"] }],
  ["assess", { title: "Lady Bird" }], ["check", { text: "All 13 episodes of season two of Jessica Jones were directed by women." }],
]) {
  const result = await client.callTool({ name, arguments: args });
  expect(!result.isError && result.structuredContent, "an answer of " + name);
}
await client.close();
