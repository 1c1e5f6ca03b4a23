// Sums an exported population role by role, with DuckDB's own reader for Node.js, and holds
// datapackage.json to the reader of data packages. Writes one JSON object.
//
//   node sum.mjs FOLDER
import { DuckDBInstance } from "@duckdb/node-api";
import { readFileSync, readdirSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import datapackage from "datapackage";

const folder = process.argv[2];
const descriptor = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
const held = await datapackage.Package.load(descriptor, { basePath: folder, strict: false });

const connection = await (await DuckDBInstance.create(":memory:")).connect();
const digests = [];
for (const resource of descriptor.resources) {
  const path = join(folder, resource.path);
  const digest = "sha256:" + createHash("sha256").update(readFileSync(path)).digest("hex");
  if (digest !== resource.hash) throw new Error(resource.path + " is not what its hash says");
  digests.push(digest);
  await connection.run(`CREATE VIEW "${resource.name}" AS FROM '${path}'`);
}
const reader = await connection.runAndReadAll(`
  SELECT role, sum(women)::INTEGER AS certain, sum(women + "unknown")::INTEGER AS possible, sum(women + men + nonbinary + "unknown")::INTEGER AS total
  FROM tally JOIN population USING (title) GROUP BY role ORDER BY role`);
console.log(JSON.stringify({
  valid: held.valid,
  errors: held.errors.map(String),
  files: readdirSync(folder).length,
  digests: digests.length,
  rows: reader.getRowObjectsJson(),
}));
