// What a person waits for, in Debian's Chromium on this machine: the first page with an empty cache, a "what if", the two
// answers, and how a territory of 5,000 stakeholders scrolls and pans. node pages.mjs BOCAGE [--write FILE]
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const { chromium } = createRequire(join(root, "web/package.json"))("playwright-core");
const program = process.argv[2];
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const percentile = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];

async function meet(folder) {
  const server = spawn(program, ["meet", folder], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((done) => server.stdout.on("data", (bytes) => done(String(bytes).match(/http:\/\/\S+/)?.[0])));
  return { server, address };
}

function realTerritory() {
  const folder = mkdtempSync(join(tmpdir(), "bocage-bench-"));
  cpSync(join(root, "examples/drome-ardeche"), folder, { recursive: true });
  return folder;
}

// Canteens and farms strewn over two departments, the same each time.
function manyStakeholders(count) {
  const folder = mkdtempSync(join(tmpdir(), "bocage-bench-"));
  let state = 20270104;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const goods = ["carrots", "apples", "eggs", "bread"];
  const tables = { stakeholders: ["id,name,longitude,latitude"], needs: ["id,stakeholder,resource,quantity,reach_km"], contributions: ["id,stakeholder,resource,quantity"] };
  for (let i = 0; i < count; ++i) {
    tables.stakeholders.push(`s${i},Stakeholder ${i},${(4.4 + random()).toFixed(4)},${(44.2 + random()).toFixed(4)}`);
    const good = goods[Math.floor(random() * 4)];
    const quantity = 5 + Math.floor(random() * 60);
    if (i % 2) tables.needs.push(`n${i},s${i},${good},${quantity},15`);
    else tables.contributions.push(`c${i},s${i},${good},${Math.ceil(quantity * 0.8)}`);
  }
  for (const [name, rows] of Object.entries(tables)) writeFileSync(join(folder, name + ".csv"), rows.join("\n") + "\n");
  writeFileSync(join(folder, "resources.csv"), "id,name,unit,quantum\n" + goods.map((good) => `${good},${good},kg,1\n`).join(""));
  writeFileSync(join(folder, "territory.toml"), 'format = 1\nname = "Many"\nrule = "need"\n');
  return folder;
}

async function firstPage(browser, folder) {
  const { server, address } = await meet(folder);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const sizes = { pages: 0, data: 0 };
  const kinds = new Map();
  network.on("Network.responseReceived", ({ requestId, response }) => kinds.set(requestId, /\/api\//.test(response.url) ? "data" : "pages"));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => (sizes[kinds.get(requestId) ?? "pages"] += encodedDataLength));
  const begin = performance.now();
  await page.goto(address);
  await page.locator(".lead").waitFor();
  const readable = performance.now() - begin;
  await page.locator(".map svg").waitFor();
  const map = performance.now() - begin;
  await page.waitForTimeout(300);
  return { server, context, page, readable, map, sizes };
}

// Times between frames while something moves.
const frames = (page, move) =>
  page.evaluate(async (text) => {
    const step = new Function("i", text);
    const times = [];
    let last = await new Promise(requestAnimationFrame);
    for (let i = 0; i < 90; ++i) {
      step(i);
      const now = await new Promise(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    if (scrollY === 0 && !document.querySelector(".sheet")?.scrollTop && !/px/.test(document.querySelector(".stage")?.style.transform ?? "")) throw new Error("nothing moved");
    return times;
  }, move);

const call = (page, path, body) =>
  page.evaluate(
    async ([where, what]) => {
      const { csrf } = await (await fetch("/api/session")).json();
      const begin = performance.now();
      const answer = await fetch(where, what ? { method: "POST", headers: { "X-Bocage-Csrf": csrf }, body: JSON.stringify(what) } : {});
      const text = await answer.text();
      if (!answer.ok) throw new Error(text);
      return performance.now() - begin;
    },
    [path, body],
  );

async function realNumbers(browser) {
  const folder = realTerritory();
  const rows = [];
  const firsts = [];
  for (let i = 0; i < 5; ++i) {
    const first = await firstPage(browser, folder);
    firsts.push(first);
    await first.context.close();
    first.server.kill("SIGINT");
  }
  rows.push(["first page readable, empty cache", "1 s", `${Math.round(median(firsts.map((each) => each.readable)))} ms`]);
  rows.push(["its map drawn", "", `${Math.round(median(firsts.map((each) => each.map)))} ms`]);
  rows.push(["first load over the wire: pages, script, style, font", "150 kB", `${(firsts[0].sizes.pages / 1000).toFixed(0)} kB`]);
  rows.push(["– and data, with the map", "", `${(firsts[0].sizes.data / 1000).toFixed(0)} kB`]);
  const { server, context, page } = await firstPage(browser, folder);
  const whatIf = [];
  const [id, , , quantity] = readFileSync(join(folder, "contributions.csv"), "utf8").split("\n")[1].split(",");
  for (let i = 1; i <= 9; ++i) whatIf.push(await call(page, "/api/what-if", { table: "contributions", id, quantity: String(Number(quantity) + 10 * i) }));
  rows.push(["what if, one quantity moved", "1 s", `${Math.round(median(whatIf))} ms`]);
  for (const step of ["open", "propose"]) await call(page, "/api/steps", { step, cycle: "w1" });
  const line = readFileSync(join(folder, "plan-w1-1.json"), "utf8").match(/"contribution": ?"([^"]+)", ?"need": ?"([^"]+)"/);
  const owner = readFileSync(join(folder, "needs.csv"), "utf8").split("\n").find((row) => row.startsWith(line[2] + ",")).split(",")[1];
  await call(page, "/api/positions", { stakeholder: owner, contribution: line[1], need: line[2], answer: "objection", kind: "limits", argument: "we cannot", change: "less", value: "10", how: "room" });
  const answers = [];
  for (let i = 0; i < 9; ++i) answers.push(await call(page, "/api/answers"));
  rows.push(["keep and share, both planned again", "1 s each", `${Math.round(median(answers))} ms together`]);
  await context.close();
  server.kill("SIGINT");
  rmSync(folder, { recursive: true });
  return rows;
}

async function manyNumbers(browser) {
  const folder = manyStakeholders(5000);
  const { server, context, page, readable } = await firstPage(browser, folder);
  const rows = [["5,000 stakeholders: first page readable", "", `${Math.round(readable)} ms`]];
  const words = (times) => `${median(times).toFixed(0)} / ${percentile(times, 0.95).toFixed(0)} / ${Math.max(...times).toFixed(0)} ms`;
  rows.push(["– the list scrolled: a frame, median / 95th percentile / longest", "smooth", words(await frames(page, "scrollBy(0, 100)"))]);
  await page.evaluate(() => scrollTo(0, 0));
  const pan = `const map = document.querySelector(".map"); const box = map.getBoundingClientRect();
    const at = (type, i) => map.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: box.x + 50 + 3 * i, clientY: box.y + 50 + i }));
    if (i === 0) at("pointerdown", 0); else at("pointermove", i);`;
  rows.push(["– the map dragged", "smooth", words(await frames(page, pan))]);
  await page.goto(page.url().replace(/#.*/, "") + "#/plan");
  await page.locator(".cards .card").first().waitFor();
  rows.push(["– the plan's cards scrolled", "smooth", words(await frames(page, "scrollBy(0, 100)"))]);
  await page.goto(page.url().replace(/#.*/, "") + "#/tables");
  await page.locator(".sheet input").first().waitFor();
  rows.push(["– the table scrolled", "smooth", words(await frames(page, 'document.querySelector(".sheet").scrollBy(0, 100)'))]);
  await context.close();
  server.kill("SIGINT");
  rmSync(folder, { recursive: true });
  return rows;
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"] });
const load = loadavg()[0].toFixed(1);
const rows = [...(await realNumbers(browser)), ...(await manyNumbers(browser))];
await browser.close();
const text = [`${cpus()[0].model}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC, load average ${load} before. Chromium draws without a graphics card.`, "", "| | aim | measured |", "|---|---|---|", ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");
console.log(text);
const write = process.argv.indexOf("--write");
if (write > 0) {
  const file = process.argv[write + 1];
  const old = readFileSync(file, "utf8");
  writeFileSync(file, old.replace(/(<!-- pages: begin[^\n]*-->\n)[^]*(\n<!-- pages: end -->)/, `$1${text}$2`));
}
