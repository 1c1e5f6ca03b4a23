// A SPARQL endpoint over one Turtle file, for the tests: the engine is real, the
// limit on rows stands for the time that a public endpoint grants.
// Use: node server.mjs FILE.ttl MOST_ROWS. It prints its address.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Store } from "oxigraph";

const [file, mostRows] = process.argv.slice(2);
const store = new Store();
store.load(readFileSync(file, "utf8"), { format: "text/turtle" });

async function answer(request, response) {
  let body = "";
  for await (const piece of request) body += piece;
  const form = request.headers["content-type"] === "application/x-www-form-urlencoded";
  if (request.method !== "POST" || !form) {
    response.writeHead(415).end("send the query as a form");
    return;
  }
  const format = request.headers.accept;
  const table = store.query(new URLSearchParams(body).get("query"), { results_format: format });
  if (table.split("\n").length - 2 > Number(mostRows)) {
    response.writeHead(500).end("java.util.concurrent.TimeoutException");
    return;
  }
  response.writeHead(200, { "Content-Type": format }).end(table);
}

const server = createServer((request, response) =>
  answer(request, response).catch((fault) => response.writeHead(400).end(String(fault))),
);
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/sparql`));
