// The page Learn in Debian's Chromium: the comparison with its losses first, who depends on whom, what is missing, who pays what, which projects open. With the
// keyboard alone, in both languages, on a projector's and a phone's width, light and dark; axe looks at every part, and at
// the report. node learn.mjs BOCAGE FOLDER_OF_PICTURES
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder, chromium, end, expect, faults, judge, pictures, program, root, start } from "./browse.mjs";

const words = {
  en: { parts: ["Comparison", "Who depends on whom", "What is missing", "Shared costs", "Shared projects", "Shared fund", "Votes", "Rules", "All cooperations"], across: "Who takes part in what, gives and gets in all", decided: "One van: what was decided", rules: /^One van: the rules of scic/, inclusion: "The price of inclusion", heard: "Who is heard, and what is spent", shared: "The parking place: who would do better without the others", loses: "Where cooperation loses, with what each method knows and keeps", money: /^Money value: 557\sEUR under cooperation; 864\sEUR/, keystone: "Without whom the most breaks", missing: "What is missing, and what it would lift" },
  fr: { parts: ["Comparaison", "Qui dépend de qui", "Ce qui manque", "Coûts communs", "Projets communs", "Fonds commun", "Votes", "Règles", "Toutes les coopérations"], across: "Qui prend part à quoi, donne et reçoit en tout", decided: /^One van\s: ce qui a été décidé$/, rules: /^One van\s: les règles de scic/, inclusion: "Le prix de l’inclusion", heard: "Qui est entendu, et ce qui est dépensé", shared: /^The parking place\s: qui s’en tirerait mieux sans les autres$/, loses: "Où la coopération perd, avec ce que chaque méthode sait et tient", money: /^Valeur monétaire\s: 557\sEUR avec la coopération\s; 864\sEUR/, keystone: "Sans qui le plus se défait", missing: "Ce qui manque, et ce que cela relèverait" },
};

// What the van's users pay in common.
function share(folder) {
  writeFileSync(join(folder, "shared_costs.csv"), "id,name,cost,method\nplace,The parking place,600,by_head\n");
  writeFileSync(join(folder, "shared_cost_members.csv"), "shared_cost,stakeholder,alone\nplace,recyclerie,300\nplace,menuiserie,240\nplace,theatre,120\nplace,maraicher,180\n");
  writeFileSync(join(folder, "coalition_costs.csv"), "shared_cost,members,cost\nplace,recyclerie menuiserie maraicher,520\nplace,recyclerie maraicher theatre,420\n");
  // And what they could open together.
  writeFileSync(join(folder, "projects.csv"), "id,name,cost,benefit,benefit_unit\nshed,A shed for two,900,1.5,FTE\nyard,A yard for all,1200,1.2,FTE\nlift,A tail lift,700,0.4,FTE\n");
  writeFileSync(join(folder, "project_members.csv"), "project,stakeholder\nshed,recyclerie\nshed,menuiserie\nyard,recyclerie\nyard,menuiserie\nyard,theatre\nyard,maraicher\nlift,theatre\nlift,menuiserie\n");
  writeFileSync(join(folder, "funders.csv"), "stakeholder,budget\nrecyclerie,800\nmenuiserie,700\n");
  writeFileSync(join(folder, "project_votes.csv"), "project,stakeholder\nshed,recyclerie\nyard,theatre\nyard,maraicher\nlift,menuiserie\nlift,theatre\n");
  // And what their assembly decided.
  appendFileSync(join(folder, "territory.toml"), '\n[statutes]\nforms = ["scic"]\n');
  writeFileSync(join(folder, "colleges.csv"), "id,name,weight\nusers,Users,45\nworkers,Workers,30\npublic,Public bodies,25\n");
  writeFileSync(join(folder, "associates.csv"), "id,name,stakeholder,category,college\na1,Town hall,commune,authorities,public\na2,Recyclerie,recyclerie,employees,workers\na3,Joinery,menuiserie,employees,workers\na4,Theatre,theatre,beneficiaries,users\n");
  writeFileSync(join(folder, "shares.csv"), "associate,date,shares,asked\na2,2026-01-05,30,\na1,2026-02-01,25,\na1,2026-05-01,20,yes\n");
  writeFileSync(join(folder, "resolutions.csv"), "id,title,date,majority\nvan,A second van,2026-06-01,ordinary\nstatutes,New statutes,2026-06-01,two_thirds\n");
  writeFileSync(join(folder, "ballots.csv"), "resolution,associate,vote,proxy\nvan,a1,yes,\nvan,a2,yes,\nvan,a3,no,a2\nvan,a4,yes,\nstatutes,a1,no,\nstatutes,a2,yes,\nstatutes,a4,yes,\n");
}

async function learn(browser, language, width, height) {
  const w = words[language];
  const name = `learn-${language}-${width}`;
  // A cooperation of a territory: the stakeholders are those of the folder above.
  const territory = mkdtempSync(join(tmpdir(), "bocage-learn-"));
  const folder = join(territory, "van");
  cpSync(join(root, "examples/forms/s1-van"), folder, { recursive: true });
  renameSync(join(folder, "stakeholders.csv"), join(territory, "stakeholders.csv"));
  writeFileSync(join(territory, "territory.toml"), 'format = 1\nname = "Pays"\nrule = "need"\n');
  share(folder);
  const { server, address } = await start(folder);
  const page = await (await browser.newContext({ viewport: { width, height }, locale: language })).newPage();
  page.setDefaultTimeout(30000);
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && faults.push(`${name}: ${message.text()}`));
  page.on("request", (request) => expect(request.url().startsWith("http://127.0.0.1"), `${name}: asks ${request.url()}`));
  try {
    await page.goto(address);
    await page.evaluate((code) => localStorage.setItem("bocage-language", code), language);
    await page.reload();
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.keyboard.press("8");
    await page.waitForURL(/#\/learn/);
    await page.getByRole("heading", { name: w.loses }).waitFor();
    // The losses come before anything that cooperation wins, and the case of the field notes is told.
    const order = await page.getByRole("heading", { level: 2 }).allTextContents();
    expect(order[0] === w.loses, `${name}: the first heading is ${order[0]}`);
    expect((await page.getByRole("listitem").allTextContents()).some((text) => w.money.test(text)), `${name}: 557 against 864 is not told`);
    // Nobody's bid or exclusion is told by name.
    const told = await page.locator("main").textContent();
    for (const need of ["Joinery", "Theatre", "Food bank", "Moving help"]) expect(!told.includes(need), `${name}: the comparison names ${need}`);
    // Every drawing has its text, and its figures in a table beside it.
    const charts = page.locator("svg.chart");
    expect((await charts.count()) > 5, `${name}: too few drawings`);
    for (const label of await charts.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")))) expect(label?.length > 40, `${name}: a drawing without its text`);
    await page.screenshot({ path: join(pictures, `${name}-compare.png`), fullPage: true });
    await judge(page, `${name}, comparison`);
    for (const [at, heading, state] of [[1, w.keystone, "depend"], [2, w.missing, "missing"], [3, w.shared, "split"], [4, w.inclusion, "choose"], [5, w.heard, "fund"], [6, w.decided, "tally"], [7, w.rules, "rules"], [8, w.across, "together"]]) {
      const button = page.getByRole("button", { name: w.parts[at], exact: true });
      await page.evaluate(() => document.activeElement.blur());
      for (let i = 0; i < 80 && !(await button.evaluate((element) => element === document.activeElement)); ++i) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: heading }).waitFor();
      await page.screenshot({ path: join(pictures, `${name}-${state}.png`), fullPage: true });
      await judge(page, `${name}, ${state}`);
    }
    for (const form of ["csv", "xlsx"]) {
      const answer = await page.request.get(new URL(`/api/learn?part=missing&form=${form}`, address).href);
      expect(answer.ok() && (await answer.body()).length > 100, `${name}: no ${form}`);
    }
    const wrong = await page.request.get(new URL("/api/learn?part=everything", address).href);
    expect(wrong.status() === 400, `${name}: an unknown part is answered with ${wrong.status()}`);
  } finally {
    server.removeAllListeners("exit");
    server.kill("SIGTERM");
    await page.context().close();
    rmSync(territory, { recursive: true });
  }
}

async function report(browser, language) {
  const folder = mkdtempSync(join(tmpdir(), "bocage-report-"));
  const file = join(folder, "report.html");
  const territory = join(folder, "van");
  cpSync(join(root, "examples/forms/s1-van"), territory, { recursive: true });
  share(territory);
  execFileSync(program, ["report", territory, "-o", file, "--lang", language]);
  const page = await (await browser.newContext({ viewport: { width: 1240, height: 1754 } })).newPage();
  await page.goto(pathToFileURL(file).href);
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const each of violations) faults.push(`report ${language}: ${each.id}, ${each.nodes[0].html.slice(0, 160)}`);
  await page.screenshot({ path: join(pictures, `learn-report-${language}.png`), fullPage: true });
  await page.pdf({ path: join(pictures, `learn-report-${language}.pdf`), format: "A4" });
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
  expect(!wide, `report ${language}: wider than a phone`);
  await page.context().close();
  rmSync(folder, { recursive: true });
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
await learn(browser, "en", 1920, 1080);
await learn(browser, "fr", 390, 844);
for (const language of ["en", "fr"]) await report(browser, language);
await browser.close();
end("learn: as it should be");
