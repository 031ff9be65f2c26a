// What lots, conditions and activities decide, on the page Plan and in the report, in Debian's Chromium: in both languages, on a
// projector's and a phone's width, with the keyboard alone; axe looks at every part. node together.mjs BOCAGE FOLDER_OF_PICTURES
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, end, expect, faults, judge, pictures, program, root, start } from "./browse.mjs";

const words = {
  en: { short: "By shortage", made: "What activities make", decided: "Decided together, by lots, conditions or activities", condition: /It depends on Room \(Choir\), and that is not there\./, soup: /78\sL Soup/ },
  fr: { short: "Par pénurie", made: "Ce que font les activités", decided: "Décidés ensemble, par lots, conditions ou activités", condition: /Il dépend de Room \(Choir\), et cela manque\./, soup: /78\sL Soup/ },
};

async function press(page, name) {
  const button = page.getByRole("button", { name, exact: true });
  await page.evaluate(() => document.activeElement.blur());
  for (let i = 0; i < 80 && !(await button.evaluate((element) => element === document.activeElement)); ++i) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
}

async function show(browser, form, language, width, height) {
  const w = words[language];
  const name = `${form}-${language}-${width}`;
  const folder = join(mkdtempSync(join(tmpdir(), "bocage-together-")), form);
  cpSync(join(root, "examples/forms", form), folder, { recursive: true });
  const { server, address } = await start(folder);
  const page = await (await browser.newContext({ viewport: { width, height }, locale: language })).newPage();
  page.setDefaultTimeout(30000);
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && faults.push(`${name}: ${message.text()}`));
  try {
    await page.goto(address);
    await page.evaluate((code) => localStorage.setItem("bocage-language", code), language);
    await page.goto(new URL("#/plan", address).href);
    await page.reload();
    await page.getByRole("button", { name: w.short, exact: true }).waitFor();
    await page.locator(".card").first().waitFor();
    const told = await page.locator("main").textContent();
    if (form === "kitchen") {
      // What an activity takes is no share of what somebody needs, and nobody moves it by hand.
      expect(!/\(14\s%\)/.test(told), `${name}: a share of what an activity takes`);
    } else {
      expect(w.condition.test(told), `${name}: the condition is not told`);
    }
    await page.screenshot({ path: join(pictures, `${name}-people.png`), fullPage: true });
    await judge(page, `${name}, people`);
    await press(page, w.short);
    await page.getByRole("heading", { name: w.decided }).first().waitFor();
    if (form === "kitchen") {
      await page.getByRole("heading", { name: w.made }).waitFor();
      expect(w.soup.test(await page.locator("main").textContent()), `${name}: the soup is not told`);
    }
    await page.screenshot({ path: join(pictures, `${name}-short.png`), fullPage: true });
    await judge(page, `${name}, short`);
  } finally {
    await page.context().close();
    server.kill("SIGINT");
    rmSync(folder, { recursive: true, force: true });
  }
}

async function report(browser, width, height) {
  const file = join(mkdtempSync(join(tmpdir(), "bocage-together-")), "report.html");
  execFileSync(program, ["report", join(root, "examples/forms/kitchen"), "-o", file]);
  const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
  await page.goto(pathToFileURL(file).href);
  const section = page.locator("#together");
  expect(/78\sL Soup/.test(await section.textContent()), "the report does not tell what activities make");
  await section.scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(pictures, `report-${width}.png`) });
  await judge(page, `report, ${width}`);
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  await show(browser, "kitchen", "en", 1920, 1080);
  await show(browser, "outing", "fr", 390, 844);
  await report(browser, 794, 1123);
} finally {
  await browser.close();
}
end("all is as it should be");
