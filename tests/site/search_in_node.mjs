// Runs the reader's search on an index in a folder: node search_in_node.mjs SCRIPT FOLDER < queries.json
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [script, folder] = process.argv.slice(2);
const { Index, fold, suggested, words } = await import(pathToFileURL(script));
const index = new Index(async (name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf-8")));
const found = [];
for (const query of JSON.parse(readFileSync(0, "utf-8"))) {
  const hits = await index.find(query);
  const titles = await Promise.all(suggested(hits).map(async ({ entry }) => (await index.row(entry)).title));
  found.push([words(query).map((word) => [word, fold(word)]), hits.map(({ missing, worst, total, entry }) => [missing, worst, total, entry]), titles]);
}
process.stdout.write(JSON.stringify(found));
