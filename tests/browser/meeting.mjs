// A newcomer's meeting in Debian's Chromium: paste two sheets, plan, read a why, object, compare the two answers, adopt, print.
// With the keyboard alone, in both languages, on a projector's and a phone's width; axe looks at every page in every
// state. node meeting.mjs BOCAGE FOLDER_OF_PICTURES
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder, chromium, end, expect, faults, pictures, program, root, start } from "./browse.mjs";

const words = {
  en: { language: "en", views: ["By shortage", "Map", "Flows"], onTop: "Put my changes on top of theirs", save: "Save", paste: "Paste a sheet", understand: "Understand it", good: /^Take the good rows/, plan: "Plan", why: "Why?", close: "Close", accept: /Open a cycle$/, ask: "ask for answers", answer: "Answer", compare: "Compare keep and share", take: "Take this answer", adopt: "adopt", note: "Note it", objection: /^Objection/, yes: "Yes", limits: /exceeds our limits/, because: "Because", change: "What could you accept?", raise: "Raise a decision", becomes: "It becomes", raisedBy: "Raised by", askAll: /^ask everybody/, whoAnswers: "Who answers", facilitator: "Facilitator", cycle: "Name of the cycle", about: "About" },
  fr: { language: "fr", views: ["Par pénurie", "Carte", "Flux"], onTop: "Mettre mes changements par-dessus les leurs", save: "Enregistrer", paste: "Coller une feuille", understand: "La comprendre", good: /^Prendre les bonnes lignes/, plan: "Plan", why: "Pourquoi\u00A0?", close: "Fermer", accept: /Ouvrir une campagne$/, ask: "demander les réponses", answer: "Répondre", compare: "Comparer garder et partager", take: "Prendre cette réponse", adopt: "adopter", note: "Noter", objection: /^Objection/, yes: "D’accord", limits: /dépasse nos limites/, because: "Parce que", change: "Que pourriez-vous accepter\u00A0?", raise: "Soulever une décision", becomes: "Devient", raisedBy: "Soulevée par", askAll: /^demander à chacun/, whoAnswers: "Qui répond", facilitator: "Animation", cycle: "Nom de la campagne", about: "À propos de" },
};

// WCAG 2.2, 1.4.3: of an element's text against the first background behind it that is not transparent.
function contrast(element) {
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((each) => each / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let behind = element;
  while (behind.parentElement && numbers(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
  const both = [light(getComputedStyle(element).color), light(getComputedStyle(behind).backgroundColor)].sort((a, b) => b - a);
  return (both[0] + 0.05) / (both[1] + 0.05);
}

async function meeting(browser, language, width, height) {
  const w = words[language];
  const name = `${language}-${width}`;
  const folder = mkdtempSync(join(tmpdir(), "bocage-meeting-"));
  cpSync(join(root, "examples/forms/s1-van"), folder, { recursive: true });
  const { server, address } = await start(folder);
  const context = await browser.newContext({ viewport: { width, height }, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
  let gone = false;
  page.on("console", (message) => message.type() === "error" && !gone && !/40[0-9]|422/.test(message.text()) && faults.push(`${name}: ${message.text()}`));
  page.on("request", (request) => expect(request.url().startsWith("http://127.0.0.1"), `${name}: asks ${request.url()}`));
  const look = async (state) => {
    await page.waitForTimeout(150);
    await page.screenshot({ path: join(pictures, `${name}-${state}.png`), fullPage: width < 800 });
    await page.emulateMedia({ colorScheme: "dark" });
    await judge(state + ", dark", new AxeBuilder({ page }).withRules(["color-contrast"]));
    await page.emulateMedia({ colorScheme: "light" });
    await judge(state, new AxeBuilder({ page }));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
    expect(!wide, `${name}, ${state}: wider than the window`);
  };
  const judge = async (state, axe) => {
    const { violations, incomplete } = await axe.analyze();
    for (const each of violations) faults.push(`${name}, ${state}: ${each.id}, ${each.nodes[0].html.slice(0, 120)}`);
    // What axe cannot decide (a cell half scrolled away, a dialog over the page) is decided by its own colours.
    for (const node of incomplete.filter((one) => one.id === "color-contrast").flatMap((one) => one.nodes)) {
      const ratio = await page.locator(node.target[0]).first().evaluate(contrast);
      expect(ratio >= 4.5, `${name}, ${state}: contrast ${ratio.toFixed(2)}, ${node.html.slice(0, 120)}`);
    }
  };
  const places = ["territory", "tables", "plan", "round", "follow", "sheets", "decisions", "learn"];
  // With the keyboard alone: a digit opens a page, Tab reaches what is on it.
  const go = async (place) => {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press(String(places.indexOf(place) + 1));
    await page.waitForURL(new RegExp("#/" + place));
    await page.getByRole("heading", { level: 1 }).first().waitFor();
  };
  const reach = async (locator) => {
    await locator.waitFor();
    const has = () => locator.evaluate((element) => element === document.activeElement);
    for (let i = 0; i < 400 && !(await has()); ++i) await page.keyboard.press("Tab");
    if (!(await has())) throw new Error(`Tab does not reach ${locator}`);
    const seen = await locator.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return box.top < innerHeight && box.bottom > 0 && (getComputedStyle(element).outlineStyle !== "none" || element.type === "radio");
    });
    expect(seen, `${name}: the focus is not seen on ${locator}`);
  };
  const type = async (locator, text) => {
    await reach(locator);
    await page.keyboard.press("Control+a");
    await page.keyboard.type(text);
  };
  // Of a group of radio buttons Tab reaches one, and arrows choose among them.
  const choose = async (radio) => {
    await radio.waitFor();
    const group = page.locator(`input[type=radio][name="${await radio.getAttribute("name")}"]`);
    const focused = () => group.evaluateAll((all) => all.includes(document.activeElement));
    for (let i = 0; i < 400 && !(await focused()); ++i) await page.keyboard.press("Tab");
    for (let i = 0; i < 9 && !(await radio.isChecked()); ++i) await page.keyboard.press(i ? "ArrowDown" : " ");
    if (!(await radio.isChecked())) throw new Error(`no key chooses ${radio}`);
  };
  const pick = async (select, value) => {
    await reach(select);
    await page.keyboard.press("Home");
    for (let i = 0; i < 30 && (await select.inputValue()) !== value; ++i) await page.keyboard.press("ArrowDown");
    if ((await select.inputValue()) !== value) throw new Error(`no key picks ${value}`);
  };
  const press = (label, options = {}) => page.getByRole("button", { name: label, exact: typeof label === "string", ...options }).first();
  const key = async (button) => {
    await reach(button);
    await page.keyboard.press("Enter");
  };
  try {
    await page.goto(address);
    await page.evaluate((to) => localStorage.setItem("bocage-language", to), language);
    await page.reload();
    await page.locator("h1").waitFor();
    await look("territory");
    await go("tables");
    await page.locator("table input").first().waitFor();
    await look("tables");
    for (const sheet of ["Structure\tBesoin\tQté\tUnité\nAtelier vélo\tVan, hours\t5\th\n", "Structure\tOffre\tQté\tUnité\nCoursiers\tVan, hours\t4\th\n"]) {
      await key(press(w.paste));
      await reach(page.locator("textarea"));
      await page.evaluate((text) => navigator.clipboard.writeText(text), sheet);
      await page.keyboard.press("Control+v");
      expect((await page.locator("textarea").inputValue()) === sheet, `${name}: not pasted`);
      await key(press(w.understand));
      await press(w.good).waitFor();
      await look("paste");
      await key(press(w.good));
      await page.locator("textarea").waitFor({ state: "detached" });
    }
    await page.locator("table input").first().waitFor();
    await type(page.locator("#cell-0-3"), "12 h");
    await page.keyboard.press("Enter");
    await page.locator(".problems li").first().waitFor();
    await look("problem");
    await key(page.locator(".problems button").first());
    await page.locator(".problems li").first().waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    // Somebody edits the same table in a spreadsheet; what was typed here outlives another page, and goes on top of theirs.
    await type(page.locator("#cell-1-3"), "15");
    await page.keyboard.press("Enter");
    await go("plan");
    await go("tables");
    const needs = join(folder, "needs.csv");
    writeFileSync(needs, readFileSync(needs, "utf8").replace("n1,recyclerie,van_hours,12", "n1,recyclerie,van_hours,13").replace("n2,menuiserie,van_hours,16", "n2,menuiserie,van_hours,18"));
    await key(press(w.save));
    await key(press(w.onTop));
    await page.locator(".objection li").waitFor();
    await look("clash");
    await key(press(w.save));
    await page.locator(".objection").waitFor({ state: "detached" });
    expect(/n1,recyclerie,van_hours,13/.test(readFileSync(needs, "utf8")) && /n2,menuiserie,van_hours,15/.test(readFileSync(needs, "utf8")), `${name}: not both edits: ${readFileSync(needs, "utf8")}`);
    await go("plan");
    await page.locator(".card").first().waitFor();
    await look("plan");
    await key(press(w.why));
    await page.locator("dialog pre", { hasText: "h" }).waitFor();
    await look("why");
    await page.keyboard.press("Escape");
    for (const view of w.views) {
      await key(press(view));
      await page.waitForTimeout(100);
      await look("plan-" + w.views.indexOf(view));
    }
    await go("round");
    await type(page.getByLabel(w.facilitator), "Ana");
    await type(page.getByLabel(w.cycle), "w48");
    await look("open");
    await key(press(w.accept));
    await key(press(w.ask));
    await page.locator(".standings li").first().waitFor();
    const lines = page.locator(".standings > li");
    const objector = lines.filter({ hasText: "Joinery" });
    await key(objector.getByRole("button", { name: new RegExp("^" + w.answer) }));
    await choose(page.getByRole("radio", { name: w.objection }));
    await pick(page.getByLabel(w.about), await page.getByLabel(w.about).locator("option").nth(1).getAttribute("value"));
    await choose(page.getByRole("radio", { name: w.limits }));
    await type(page.getByRole("textbox", { name: w.because }), "no driver");
    await pick(page.getByLabel(w.change), "less");
    await type(objector.locator("label input[required]").last(), "8");
    await look("answer");
    await key(press(w.note));
    await page.locator(".objection").waitFor();
    await look("objection");
    await key(press(w.compare));
    await page.locator(".two .card").nth(1).waitFor();
    await look("two");
    await key(press(w.take));
    await key(press(w.ask));
    for (let i = 0, count = await lines.count(); i < count; ++i) {
      await key(lines.nth(i).getByRole("button", { name: new RegExp("^" + w.answer) }));
      await key(press(w.note));
      await page.locator("form.answer").waitFor({ state: "detached" });
    }
    await look("answered");
    await key(press(w.adopt));
    await go("follow");
    await page.locator(".commitments li").first().waitFor();
    await look("follow");
    expect(readFileSync(join(folder, "commitments.csv"), "utf8").split("\n").length > 6, `${name}: no commitments`);
    await go("sheets");
    await look("sheets");
    const [sheets] = await Promise.all([page.context().waitForEvent("page"), key(page.locator("a.button"))]);
    await sheets.waitForLoadState();
    expect((await sheets.locator("article").count()) >= 8, `${name}: not all sheets`);
    await sheets.pdf({ path: join(pictures, `${name}-sheets.pdf`), format: "A4" });
    await go("decisions");
    await page.locator(".empty").waitFor();
    await look("decisions");
    await type(page.getByLabel(w.becomes), "10");
    await pick(page.getByLabel(w.raisedBy), "theatre");
    await key(press(w.raise));
    await key(press(w.askAll));
    await key(press(new RegExp("^" + w.answer)));
    await pick(page.getByLabel(w.whoAnswers), "menuiserie");
    await choose(page.getByRole("radio", { name: w.objection }));
    await type(page.getByRole("textbox", { name: w.because }), "ten days are too many");
    await key(press(w.note));
    await page.locator(".objection").waitFor();
    await look("decision");
    expect(/d1,ask/.test(readFileSync(join(folder, "decisions.csv"), "utf8")), `${name}: no decision`);
    // The program ends while the page is open: a sentence, and nothing lost.
    gone = true;
    server.removeAllListeners("exit");
    server.kill("SIGINT");
    await page.getByRole("alert").first().waitFor();
    await go("plan");
    await page.locator(".fault").waitFor();
    await look("gone");
  } catch (error) {
    await page.screenshot({ path: join(pictures, `${name}-fault.png`) });
    faults.push(`${name}: ${error.message.split("\n").slice(0, 3).join(" ")}`);
  }
  await context.close();
  server.removeAllListeners("exit");
  server.kill("SIGINT");
  rmSync(folder, { recursive: true, force: true });
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
await meeting(browser, "en", 1920, 1080);
await meeting(browser, "fr", 390, 844);
if (process.env.BOCAGE_TEST_SCALE) {
  await meeting(browser, "en", 390, 844);
  await meeting(browser, "fr", 1920, 1080);
}
await browser.close();
end("the meeting went well");
