// One meeting on a territory of nine cooperations, in Debian's Chromium: the view across, switching with the keyboard alone, what
// is changed in one seen in another, a cooperation with faults; both languages, two widths; axe looks at every state.
// node cooperations.mjs BOCAGE FOLDER_OF_PICTURES
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, end, expect, faults, judge, pictures, root, start } from "./browse.mjs";

const words = {
  en: { all: "All cooperations", plan: "Plan", votes: "Votes", tables: "Tables", stakeholders: "Stakeholders", save: "Save", decided: "Decided here:", van: /6 of 6 needs get something · least served:? 52\s%/, projects: /8 of 11 projects open/, resolutions: /resolutions adopted/, row: /17\.717 of 26\sh; 545 of 710\skg/, faulty: "Its tables have faults" },
  fr: { all: "Toutes les coopérations", plan: "Plan", votes: "Votes", tables: "Tableaux", stakeholders: "Parties prenantes", save: "Enregistrer", decided: "Se décide ici", van: /6 besoins sur 6 reçoivent quelque chose · le moins servi(\s:)? 52\s%/, projects: /8 projets sur 11 ouvrent/, resolutions: /résolutions adoptées/, row: /17,717 sur 26\sh\s; 545 sur 710\skg/, faulty: "Ses tableaux ont des fautes" },
};

// To a link of the menu of cooperations, by keys alone.
async function switchTo(page, name) {
  await page.locator("a.skip").focus(); // the first thing that Tab reaches on a page
  const summary = page.locator("details.name summary");
  for (let i = 0; i < 10 && !(await summary.evaluate((element) => element === document.activeElement)); ++i) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const link = page.locator("nav.switch").getByRole("link", { name, exact: true });
  await link.waitFor();
  for (let i = 0; i < 12 && !(await link.evaluate((element) => element === document.activeElement)); ++i) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
}

async function across(page, w, name) {
  await page.getByRole("heading", { name: w.all }).waitFor();
  await page.getByText(w.van).waitFor();
  const told = await page.locator("main").textContent();
  for (const part of ["projects", "resolutions", "row"]) expect(w[part].test(told), `${name}: ${part} not told across`);
  await page.screenshot({ path: join(pictures, `${name}-across.png`), fullPage: true });
  await judge(page, `${name}, across`);
}

async function switching(page, w, name) {
  await page.locator("details.name summary").click();
  await page.screenshot({ path: join(pictures, `${name}-switch.png`) });
  await judge(page, `${name}, switch`);
  await page.keyboard.press("Escape");
  expect(!(await page.locator("nav.switch").isVisible()), `${name}: Escape does not close the menu`);
  await switchTo(page, "Le fourgon partagé");
  await page.waitForURL(/\/cooperations\/fourgon\/#\/territory$/);
  await page.getByText(w.van).waitFor();
  await page.goto(new URL("/cooperations/fourgon/#/plan", page.url()).href);
  await page.locator(".card").first().waitFor();
  // The same page of another cooperation.
  await switchTo(page, "Du champ à l’assiette");
  await page.waitForURL(/\/cooperations\/alimentation\/#\/plan$/);
  await page.locator(".card").first().waitFor();
  expect(/kg/.test(await page.locator("main").textContent()), `${name}: the food is not planned in kg`);
  await judge(page, `${name}, plan of one`);
  // Where nothing is needed, what is decided there comes first.
  await switchTo(page, "SCIC La Cuisine du Val (fictive)");
  await page.waitForURL(/\/cooperations\/scic\//);
  await page.locator("h1").waitFor();
  await page.goto(new URL("/cooperations/scic/#/territory", page.url()).href);
  await page.getByText(w.decided).waitFor();
  await page.locator("main").getByRole("link", { name: w.votes }).click();
  await page.waitForURL(/#\/learn\/tally$/);
  await page.getByRole("button", { name: w.votes, pressed: true }).waitFor();
  await judge(page, `${name}, votes of one`);
}

// The table of everybody is one: a new name is seen in all, and nobody is taken away who is named elsewhere.
async function everybody(page, w, name, folder) {
  const table = join(folder, "stakeholders.csv");
  const before = readFileSync(table, "utf8");
  await page.goto(new URL("/cooperations/semoir/#/tables/stakeholders", page.url()).href);
  await page.getByRole("table", { name: w.stakeholders }).waitFor();
  const id = before.split("\n").findIndex((line) => line.startsWith("theatre,"));
  expect(id > 0, "the example has no theatre any more");
  const idCell = page.locator(`#cell-${id - 1}-0`);
  await idCell.fill("theatre_du_val");
  await idCell.press("Enter");
  await page.getByRole("button", { name: w.save, exact: true }).click();
  await page.getByText(/entraide\/needs\.csv/).first().waitFor();
  expect(readFileSync(table, "utf8") === before, `${name}: somebody named elsewhere was taken away`);
  await page.screenshot({ path: join(pictures, `${name}-spoilt.png`) });
  await idCell.fill("theatre");
  await idCell.press("Enter");
  const nameCell = page.locator(`#cell-${id - 1}-1`);
  await nameCell.fill("Théâtre des Trois Rives");
  await nameCell.press("Enter");
  await page.getByRole("button", { name: w.save, exact: true }).click();
  await page.getByRole("button", { name: w.save, exact: true, disabled: true }).waitFor();
  await switchTo(page, w.all);
  await page.getByRole("heading", { name: w.all }).waitFor();
  await page.getByRole("button", { name: /34/ }).click();
  await page.getByText("Théâtre des Trois Rives").waitFor();
}

async function faulty(page, w, name, folder) {
  writeFileSync(join(folder, "fourgon/needs.csv"), "id,stakeholder,resource,quantity\nn,nobody,van,1\n");
  await page.reload();
  await page.getByText(w.faulty).waitFor();
  await page.getByText(/nobody/).first().waitFor();
  await page.screenshot({ path: join(pictures, `${name}-faulty.png`), fullPage: true });
  await judge(page, `${name}, faulty`);
  await page.locator("main").getByRole("link", { name: "Du champ à l’assiette" }).click();
  await page.waitForURL(/alimentation/);
}

async function meet(browser, language, width, height) {
  const w = words[language];
  const name = `valdor-${language}-${width}`;
  const folder = join(mkdtempSync(join(tmpdir(), "bocage-cooperations-")), "valdor");
  cpSync(join(root, "examples/valdor"), folder, { recursive: true });
  const { server, address } = await start(folder);
  const page = await (await browser.newContext({ viewport: { width, height }, locale: language })).newPage();
  page.setDefaultTimeout(30000);
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
  try {
    await page.goto(address);
    await page.evaluate((code) => localStorage.setItem("bocage-language", code), language);
    await page.reload();
    await across(page, w, name);
    await switching(page, w, name);
    await everybody(page, w, name, folder);
    await faulty(page, w, name, folder);
  } finally {
    await page.context().close();
    server.kill("SIGINT");
    rmSync(folder, { recursive: true, force: true });
  }
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  await meet(browser, "en", 1920, 1080);
  await meet(browser, "fr", 390, 844);
} finally {
  await browser.close();
}
end("all is as it should be");
