// Oxigraph behind HTTP: node oxigraph.mjs FILE.nq PORT, in a folder that has the package «oxigraph».
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const { Store } = createRequire(process.cwd() + "/")("oxigraph");
const [file, port] = process.argv.slice(2);
const store = new Store();

// In parts: the package takes text only, and no text of Node is longer than half a gigabyte.
const PART = 20000;
let lines = [];
const take = () => {
  store.load(lines.join("\n"), { format: "application/n-quads", unchecked: true, no_transaction: true });
  lines = [];
};
for await (const line of createInterface({ input: createReadStream(file) })) {
  lines.push(line);
  if (lines.length === PART) take();
}
take();

createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  const query = new URLSearchParams(request.method === "POST" ? body : request.url.split("?")[1]).get("query");
  try {
    const answer = store.query(query, { results_format: "application/sparql-results+json" });
    response.setHeader("content-type", "application/sparql-results+json");
    response.end(answer);
  } catch (e) {
    response.statusCode = 500;
    response.end(String(e));
  }
}).listen(Number(port), "127.0.0.1");
