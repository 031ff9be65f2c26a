// The tables of what is decided besides plans, as somebody without a spreadsheet fills them, in Debian's Chromium: in both languages,
// on a projector's and a phone's width; axe looks at every group. node tables.mjs BOCAGE FOLDER_OF_PICTURES
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, end, expect, faults, judge, pictures, root, start } from "./browse.mjs";

const words = {
  en: { groups: ["Needs and means", "Arrangements and recipes", "Shared costs", "Shared projects", "Assembly"], projects: "Projects", votes: "Votes for projects", members: "Members", resolutions: "Resolutions", funders: "Funders",
    cost: "cost", add: "Add a row", save: "Save", saved: /Saved/, undo: "Undo", ownersAlone: /Show what is its owner/, wrong: /"P9"; expected the id or the name of a project/, remove: (row) => `Remove row ${row}` },
  fr: { groups: ["Besoins et moyens", "Arrangements et recettes", "Coûts communs", "Projets communs", "Assemblée"], projects: "Projets", votes: "Votes pour les projets", members: "Membres", resolutions: "Résolutions", funders: "Financeurs",
    cost: "coût", add: "Ajouter une ligne", save: "Enregistrer", saved: /Enregistré/, undo: "Annuler", ownersAlone: /Montrer ce qui n’appartient/, wrong: /P9\s».;.l’identifiant ou le nom d’un projet/, remove: (row) => `Retirer la ligne ${row}` },
};

// A meeting on a copy of a form, with its page on the tables.
async function open(browser, form, language, width, height, work) {
  const name = `tables-${form}-${language}-${width}`;
  const folder = join(mkdtempSync(join(tmpdir(), "bocage-tables-")), form);
  cpSync(join(root, "examples/forms", form), folder, { recursive: true });
  const { server, address } = await start(folder);
  const page = await (await browser.newContext({ viewport: { width, height }, locale: language })).newPage();
  page.setDefaultTimeout(30000);
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
  // A table that is refused is an answer, and the browser calls it an error.
  page.on("console", (message) => message.type() === "error" && !/422/.test(message.text()) && faults.push(`${name}: ${message.text()}`));
  try {
    await page.goto(address);
    await page.evaluate((code) => localStorage.setItem("bocage-language", code), language);
    await page.goto(new URL("#/tables", address).href);
    await page.reload();
    const button = (text) => page.getByRole("button", { name: text, exact: true });
    await work({ page, name, folder, w: words[language], button, file: (table) => readFileSync(join(folder, table), "utf8"), saved: () => page.locator(".tools [role=status]", { hasText: words[language].saved }).waitFor() });
  } finally {
    await page.context().close();
    server.kill("SIGINT");
    rmSync(folder, { recursive: true, force: true });
  }
}

async function projects({ page, name, w, button, file, saved }) {
  // Nothing is pooled here: the page opens on what is decided.
  await page.locator(`button[aria-pressed=true]`, { hasText: w.projects }).last().waitFor();
  await page.locator("#cell-0-0").waitFor();
  for (const group of w.groups) {
    await button(group).click();
    await page.locator("thead th, .empty").first().waitFor();
    await judge(page, `${name}, ${group}`);
  }
  await button(w.groups[3]).click();
  // Typed, and saved at once, from within the cell.
  await page.getByLabel(`${w.cost} 1`, { exact: true }).fill("43000");
  await button(w.save).click();
  await saved();
  expect(file("projects.csv").includes("P1,shared HR officer,43000,1.0,FTE\n"), `${name}: not saved: ${file("projects.csv")}`);
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  // A vote for a project that is not there is told, refused, and mended.
  await button(w.votes).click();
  await page.locator("#cell-0-0").waitFor();
  await page.locator("#cell-0-0").fill("P9");
  await page.keyboard.press("Enter");
  await page.locator(".problems li.error").waitFor();
  expect(w.wrong.test(await page.locator(".problems").textContent()), `${name}: told otherwise: ${await page.locator(".problems").textContent()}`);
  const before = file("project_votes.csv");
  await button(w.save).click();
  await page.getByRole("alert").waitFor();
  expect(file("project_votes.csv") === before, `${name}: a table with a fault was written`);
  await page.screenshot({ path: join(pictures, `${name}-wrong.png`), fullPage: true });
  await button(w.undo).click();
  await page.locator(".problems").waitFor({ state: "detached" });
  // Without its last row a table keeps the columns it had, and is still read.
  await button(w.funders).click();
  await button(w.remove(1)).click();
  await button(w.save).click();
  await saved();
  expect(file("funders.csv") === "stakeholder,budget\n", `${name}: emptied: ${file("funders.csv")}`);
}

// A table that was not there begins with its first row; what firms ask is not shown unasked.
async function chain({ page, name, folder, w, button, file, saved }) {
  await button(w.members).click();
  await page.locator("#cell-0-0").waitFor();
  const cost = page.getByLabel(`${w.cost} 1`, { exact: true });
  expect((await cost.count()) === 0, `${name}: what a firm asks is shown unasked`);
  await page.getByLabel(w.ownersAlone).check();
  expect((await cost.inputValue()) === "620", `${name}: not even where it is asked for`);
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  await button(w.votes).click();
  await page.locator(".empty").waitFor();
  expect(!existsSync(join(folder, "project_votes.csv")), `${name}: a table that nobody filled was written`);
  await button(w.add).click();
  await page.locator("#cell-0-0").fill("unit");
  await page.locator("#cell-0-1").fill("b");
  await button(w.save).click();
  await saved();
  expect(file("project_votes.csv") === "project,stakeholder\nunit,b\n", `${name}: begun: ${file("project_votes.csv")}`);
}

async function assembly({ page, name, w, button, file, saved }) {
  await page.locator("button[aria-pressed=true]", { hasText: w.resolutions }).waitFor();
  await page.locator("#cell-0-1").fill("Un autre titre, plus long");
  await button(w.save).click();
  await saved();
  expect(file("resolutions.csv").includes('"Un autre titre, plus long"'), `${name}: not saved: ${file("resolutions.csv")}`);
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  await open(browser, "s4-shared-projects", "en", 1920, 1080, projects);
  await open(browser, "s4-shared-projects", "fr", 390, 844, projects);
  await open(browser, "s5-supply-chain", "fr", 1920, 1080, chain);
  await open(browser, "s7-multi-stakeholder-coop", "fr", 390, 844, assembly);
} finally {
  await browser.close();
}
end("all is as it should be");
