// Asks the interface as a program in another language does, through a client whose types are
// made from the description, and prints what it reads as JSON.
//
//   npx openapi-typescript http://127.0.0.1:8080/api/v1/openapi.json -o schema.ts
//   npx tsc && node made/ask.js http://127.0.0.1:8080
import createClient from "openapi-fetch";
import type { paths } from "./schema.js";

const { GET, POST } = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: process.argv[2] ?? "http://127.0.0.1:8080" });

// answered is the answer, or fails with the words of the problem.
function answered<T>(asked: { data?: T | undefined; error?: { detail: string } | undefined }): T {
  if (asked.data === undefined) throw new Error(asked.error?.detail ?? "no answer");
  return asked.data;
}

const show = answered(await GET("/api/v1/seasons/{id}", { params: { path: { id: "jessica-jones/2" } } }));
const report = answered(await GET("/api/v1/report", { params: { query: { kind: "season", role: ["director"], by: "year" } } }));
const search = answered(await GET("/api/v1/search", { params: { query: { q: "jesica jones" } } }));
const check = answered(await POST("/api/v1/check", { body: { text: "All 13 episodes of Jessica Jones, season 2, were directed by women." } }));

const nobody = await GET("/api/v1/people/{id}", { params: { path: { id: "nobody-of-that-name" } } });
if (nobody.error === undefined) throw new Error("somebody is found who is not there");

console.log(JSON.stringify({
  directors: show.roles.find((r) => r.role === "director")?.tally,
  writers: show.roles.find((r) => r.role === "writer")?.share,
  years: report.rows.map((row) => [row.by, row.share.lower, row.share.upper]),
  found: search.titles.map((t) => t.id),
  verdicts: check.claims.map((c) => c.verdict),
  problem: { status: nobody.response.status, said: nobody.error.status, detail: nobody.error.detail },
}));
