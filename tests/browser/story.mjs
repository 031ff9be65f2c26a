// S1's members play two cycles three times: over HTTP, on the command line, and on the command line with every act killed (-9)
// at some moment before it is done for good. The tables at the end are the same to the byte. node story.mjs BOCAGE
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const program = process.argv[2];
const faults = [];
const expect = (truth, sentence) => truth || faults.push(sentence);

const members = ["recyclerie", "menuiserie", "banque_alimentaire", "entraide_demenagement", "maraicher", "theatre"];
const line = (need) => ({ contribution: "c1", need });
const all = (how) => ["commune", ...members].map((who) => ["answer", { stakeholder: who, answer: "yes", how }]);

// [what, body, refused?]
const story = [
  ["step", { step: "open", cycle: "2026-W48" }],
  ["step", { step: "adopt" }, true],
  ["step", { step: "clarify" }],
  ["step", { step: "react" }],
  ["step", { step: "amend" }],
  ["step", { step: "propose" }],
  ["answer", { stakeholder: "commune", answer: "yes", how: "telephone", said_by: "the mayor's office" }],
  ["answer", { stakeholder: "recyclerie", answer: "yes", how: "room" }],
  ["answer", { stakeholder: "menuiserie", answer: "objection", ...line("n3"), kind: "facts", argument: "not my line", how: "room" }, true],
  ["answer", { stakeholder: "banque_alimentaire", answer: "objection", ...line("n3"), kind: "facts", argument: "another van comes on Monday", change: "less", value: "5", how: "telephone" }],
  ["answer", { stakeholder: "menuiserie", answer: "objection", ...line("n2"), kind: "limits", argument: "we have no second driver", change: "less", value: "20", how: "room" }, true],
  ["answer", { stakeholder: "menuiserie", answer: "objection", ...line("n2"), kind: "limits", argument: "we have no second driver", change: "less", value: "8", how: "room" }],
  ["answer", { stakeholder: "theatre", answer: "objection", kind: "preference", argument: "we would rather have Friday", how: "paper" }],
  ["answer", { stakeholder: "entraide_demenagement", answer: "stand_aside", how: "own_hand" }],
  ["answer", { stakeholder: "maraicher", answer: "yes", how: "room" }],
  ["step", { step: "adopt" }, true],
  ["answers"],
  ["step", { step: "replan", answer: "share" }],
  ["step", { step: "propose" }],
  ...all("room"),
  ["step", { step: "adopt" }],
  ["delivery", { ...line("n1"), side: "giver", outcome: "done", how: "room" }],
  ["delivery", { ...line("n1"), side: "receiver", outcome: "done", how: "telephone" }],
  ["delivery", { ...line("n5"), side: "giver", outcome: "failed", how: "telephone", note: "the van broke down" }],
  ["delivery", { ...line("n2"), side: "giver", outcome: "partly", quantity: "3", how: "room", note: "the road was closed" }],
  ["delivery", { ...line("n2"), side: "receiver", outcome: "partly", quantity: "3", how: "room" }],
  ["answers"],
  ["step", { step: "repair", answer: "keep" }],
  ["step", { step: "propose" }],
  ...all("telephone"),
  ["step", { step: "adopt" }],
  ...["n3", "n4", "n6"].map((need) => ["delivery", { ...line(need), side: "receiver", outcome: "done", how: "paper" }]),
  ["step", { step: "close" }],
  ["step", { step: "open", cycle: "2026-W48" }, true],
  ["edit", ["contributions.csv", "id,stakeholder,resource,quantity,cost\nc1,commune,van_hours,40,6\n"]],
  ["step", { step: "open", cycle: "2026-W49" }],
  ["step", { step: "propose" }],
];

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), "bocage-story-"));
  cpSync(join(root, "examples/forms/s1-van"), folder, { recursive: true });
  appendFileSync(join(folder, "territory.toml"), "memory   = 1\n");
  writeFileSync(join(folder, "agreement.toml"), 'format = 1\nfacilitator = "Ana"\n');
  return folder;
}

// The same clock for everybody: an act a minute.
const moment = (i) => `2026-11-23T${String(9 + Math.floor(i / 60)).padStart(2, "0")}:${String(i % 60).padStart(2, "0")}`;

const options = { stakeholder: "as", said_by: "said-by", how: "how", contribution: "contribution", need: "need", argument: "because", kind: "kind", change: "change", value: "value", cycle: "cycle", side: "side", outcome: "outcome", quantity: "quantity", note: "note" };
function words(folder, [what, body], at) {
  const act = { step: body?.step, answer: body?.answer, delivery: "deliver", answers: "answers" }[what];
  const list = ["round", folder, act, "--at", at];
  if (what === "step" && body.answer) list.push("--" + body.answer);
  for (const [key, option] of Object.entries(options)) if (body?.[key]) list.push("--" + option, body[key]);
  return list;
}

// A new cycle begins with what people write into the tables, in their own spreadsheet.
const edit = (folder, [name, text]) => writeFileSync(join(folder, name), text);

function onTheCommandLine(killing) {
  const folder = newFolder();
  story.forEach((act, i) => {
    if (act[0] === "edit") return edit(folder, act[1]);
    const list = words(folder, act, moment(i));
    if (killing) {
      const before = Object.fromEntries(readdirSync(folder).map((name) => [name, !name.startsWith(".") && readFileSync(join(folder, name), "utf8")]));
      spawnSync(program, list, { timeout: 1 + (i % 9), killSignal: "SIGKILL" });
      const plan = spawnSync(program, ["plan", folder]);
      expect(plan.status === 0, `killed at ${i}: the folder does not plan: ${plan.stderr}`);
      const round = spawnSync(program, ["round", folder, "--at", moment(i)]);
      expect(round.status === 0, `killed at ${i}: ${round.stderr}`);
      expect(!readdirSync(folder).some((name) => name.startsWith(".bocage")), `killed at ${i}: something is left`);
      // Done or not done: where it was done, the tables moved, and it is not done again.
      const moved = readdirSync(folder).some((name) => readFileSync(join(folder, name), "utf8") !== before[name]);
      if (moved) return;
    }
    const { status, stdout, stderr } = spawnSync(program, list, { encoding: "utf8" });
    expect(status === (act[2] ? 1 : 0), `${i} ${list.slice(2).join(" ")}: ${status} ${stderr}`);
    if (act[0] === "answers") expect(/Keep[^]*Share/.test(stdout), `${i}: not both answers: ${stdout}`);
  });
  return folder;
}

async function overHttp() {
  const folder = newFolder();
  const server = spawn(program, ["meet", folder], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((done) => server.stdout.on("data", (bytes) => done(String(bytes).match(/http:\/\/\S+/)[0])));
  const origin = new URL(address).origin;
  const cookie = (await fetch(address, { redirect: "manual" })).headers.get("set-cookie").split(";")[0];
  const { csrf } = await (await fetch(origin + "/api/session", { headers: { cookie } })).json();
  const headers = { cookie, "x-bocage-csrf": csrf };
  const places = { step: "/api/steps", answer: "/api/positions", delivery: "/api/deliveries" };
  for (const [i, act] of story.entries()) {
    const [what, body, refused] = act;
    if (what === "edit") {
      edit(folder, body);
      continue;
    }
    if (what === "answers") {
      const answers = await (await fetch(`${origin}/api/answers?at=${moment(i)}`, { headers })).json();
      expect(answers.keep?.changes && answers.share?.changes, `${i}: not both answers ${JSON.stringify(answers)}`);
      continue;
    }
    const answer = await fetch(origin + places[what], { method: "POST", headers, body: JSON.stringify({ ...body, at: moment(i) }) });
    expect(answer.status === (refused ? 409 : 200), `${i} ${JSON.stringify(body)}: ${answer.status} ${await answer.text()}`);
  }
  server.kill("SIGINT");
  return folder;
}

const folders = [await overHttp(), onTheCommandLine(false), onTheCommandLine(true)];
const tables = folders.map((folder) => Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name), "utf8")])));
for (const other of tables.slice(1)) {
  expect(Object.keys(other).join() === Object.keys(tables[0]).join(), `${Object.keys(other)} and ${Object.keys(tables[0])}`);
  for (const name of Object.keys(tables[0])) expect(other[name] === tables[0][name], `${name} differs:\n${tables[0][name]}\n${other[name]}`);
}
const received = tables[1]["received.csv"]?.split("\n") ?? [];
expect(received.length === 8, `received.csv: ${received}`);
expect(/^menuiserie,van_hours,2026-W48,8,3,/m.test(tables[1]["received.csv"] ?? ""), `${received}`);
expect(/^maraicher,van_hours,2026-W48,14,0,/m.test(tables[1]["received.csv"] ?? ""), `${received}`);
expect(/preference/.test(tables[1]["positions.csv"]) && /theatre,,,reservation/.test(tables[1]["positions.csv"]), "the preference is no reservation");
// What was received counts: whoever was short is served before others now.
const next = JSON.parse(tables[1]["plan-2026-W49-1.json"]);
const share = (id) => next.needs.find((need) => need.id === id);
expect(share("n5").fill > share("n1").fill, `memory: ${JSON.stringify(next.needs)}`);
for (const folder of folders) {
  expect(!existsSync(join(folder, ".bocage-commit")), "a commit is left");
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
console.log(faults.length ? `${faults.length} faults` : `${story.length} acts, three times the same tables`);
process.exit(faults.length ? 1 : 0);
