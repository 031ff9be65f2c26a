// openapi.yaml against the server: every example is sent, every address without a body is asked, and each answer has the
// members the contract requires. The generated client is the one the contract gives. node contract.mjs BOCAGE
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const require = createRequire(join(root, "web/package.json"));
const contract = require("yaml").parse(readFileSync(join(root, "openapi.yaml"), "utf8"));
const faults = [];
const at = (value) => (value?.$ref ? value.$ref.slice(2).split("/").reduce((node, key) => node[key], contract) : value);

// What the answer lacks, or has without the contract's knowing.
function check(value, schema, where) {
  const s = at(schema);
  const types = [s.type].flat();
  const is = value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) && types.includes("integer") ? "integer" : typeof value;
  if (!types.includes(is)) return faults.push(`${where} is ${is}, not ${types}`);
  if (s.enum && !s.enum.includes(value)) faults.push(`${where} is ${value}`);
  if (is === "array") value.forEach((each, i) => check(each, s.items, `${where}[${i}]`));
  if (is !== "object") return;
  for (const key of s.required ?? []) if (!(key in value)) faults.push(`${where} lacks ${key}`);
  for (const [key, each] of Object.entries(value)) {
    const known = s.properties?.[key] ?? s.additionalProperties;
    if (known) check(each, known, `${where}.${key}`);
    else faults.push(`${where}.${key} is not in the contract`);
  }
}

function refused(label, status, wanted) {
  if (status !== wanted) faults.push(`${label}: ${status}, expected ${wanted}`);
}

// A territory with one cooperation: what is true at its own address is true at the cooperation's.
const folder = mkdtempSync(join(tmpdir(), "bocage-contract-"));
const inside = "/cooperations/van";
for (const each of [folder, join(folder, "van")]) cpSync(join(root, "examples/forms/s1-van"), each, { recursive: true });
rmSync(join(folder, "van/stakeholders.csv"));
const server = spawn(process.argv[2], ["meet", folder], { stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((done) => {
  let text = "";
  server.stdout.on("data", (bytes) => {
    text += bytes;
    const found = text.match(/http:\/\/\S+/);
    if (found) done(found[0]);
  });
});
const origin = new URL(address).origin;
refused("without a session", (await fetch(origin + "/api/session")).status, 403);
refused("a wrong token", (await fetch(origin + "/enter?token=0")).status, 403);
const entered = await fetch(address, { redirect: "manual" });
refused("the printed address", entered.status, 303);
const cookie = entered.headers.get("set-cookie").split(";")[0];
refused("the printed address again", (await fetch(address, { redirect: "manual" })).status, 403);
const { csrf } = await (await fetch(origin + "/api/session", { headers: { cookie } })).json();
const zipped = async (path) => (await fetch(origin + path, { headers: { cookie } })).headers.get("content-encoding") === "gzip";
if (!(await zipped("/api/plan")) || !(await zipped("/sheets"))) faults.push("a large answer is not compressed");
if (await zipped("/api/session")) faults.push("a secret is compressed");
const headers = { cookie, "x-bocage-csrf": csrf, "content-type": "application/json" };
refused("another origin", (await fetch(origin + "/api/session", { headers: { cookie, origin: "http://evil.example" } })).status, 403);
refused("without the second word", (await fetch(origin + "/api/steps", { method: "POST", headers: { cookie }, body: "{}" })).status, 403);
if (await zipped(inside + "/api/session")) faults.push("a cooperation's secret is compressed");
refused("no such cooperation", (await fetch(origin + "/cooperations/bus/api/session", { headers })).status, 404);
refused("a folder above", (await fetch(origin + "/cooperations/..%2Fvan/api/session", { headers })).status, 404);
refused("no such address", (await fetch(origin + "/api/nothing", { headers })).status, 404);
refused("no such method", (await fetch(origin + "/api/round", { method: "PUT", headers, body: "{}" })).status, 405);
refused("no JSON", (await fetch(origin + "/api/steps", { method: "POST", headers, body: "{" })).status, 400);

let replayed = 0;
for (const place of ["", inside]) {
  for (const [path, methods] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const query = (operation.parameters ?? []).map(at).map((each) => `${each.name}=${encodeURIComponent(each.example)}`).join("&");
      const body = operation.requestBody?.content["application/json"].example;
      if (operation.requestBody && !body) continue;
      const answer = await fetch(`${origin}${place}${path}?${query}`, { method: method.toUpperCase(), headers, body: body && JSON.stringify(body) });
      const said = at(operation.responses[String(answer.status)]);
      if (!said) faults.push(`${method} ${place}${path}: ${answer.status} is not in the contract`);
      else if (said.content["application/json"]) check(await answer.json(), said.content["application/json"].schema, `${method} ${place}${path}`);
      else {
        const type = Object.keys(said.content)[0];
        const { value } = await answer.body.getReader().read();
        if (!answer.headers.get("content-type").startsWith(type) || !(value?.length || path === "/api/map")) faults.push(`${method} ${place}${path} is ${answer.headers.get("content-type")}, not ${type}`);
      }
      replayed += 1;
    }
  }
}
server.kill("SIGINT");
rmSync(folder, { recursive: true, force: true });

const fresh = execFileSync(process.execPath, [join(root, "web/node_modules/openapi-typescript/bin/cli.js"), join(root, "openapi.yaml")], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
if (fresh !== readFileSync(join(root, "web/src/api/schema.d.ts"), "utf8")) faults.push("web/src/api/schema.d.ts is stale: npm --prefix web run client");
for (const fault of faults) console.error(fault);
console.log(`${replayed} addresses asked, ${faults.length} faults`);
process.exit(faults.length || replayed < 44 ? 1 : 0);
