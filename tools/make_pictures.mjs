// The pictures of the README, from the pages as they are: node tools/make_pictures.mjs build/release/bocage
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const { chromium } = createRequire(join(root, "web/package.json"))("playwright-core");
const program = process.argv[2];
const pictures = join(root, "docs/pictures");
mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });

async function picture(example, name, place, prepare, show) {
  const folder = mkdtempSync(join(tmpdir(), "bocage-picture-"));
  cpSync(join(root, "examples", example), folder, { recursive: true });
  prepare((...words) => execFileSync(program, ["round", folder, ...words]));
  const server = spawn(program, ["meet", folder], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((done) => server.stdout.on("data", (bytes) => done(String(bytes).match(/http:\/\/\S+/)?.[0])));
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  await page.evaluate(() => localStorage.setItem("bocage-language", "en"));
  await page.goto(new URL(address).origin + "/#/" + place);
  await page.reload();
  await show(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(pictures, name + ".jpg"), type: "jpeg", quality: 82 });
  await page.close();
  server.kill("SIGINT");
  rmSync(folder, { recursive: true });
}

await picture("drome-ardeche", "territory", "territory", () => {}, (page) => page.locator(".map svg").waitFor());
await picture("forms/carrots", "two-answers", "round", (round) => {
  round("open", "--cycle", "2027-W09");
  round("propose");
  for (const who of ["farm", "ali", "paul", "david", "michael"]) round("yes", "--as", who, "--how", "room");
  round("objection", "--as", "farm", "--contribution", "stock", "--need", "order_paul", "--kind", "facts", "--because", "the frost took some", "--change", "less", "--value", "7", "--how", "telephone", "--said-by", "Léa");
}, async (page) => {
  await page.getByRole("button", { name: "Compare keep and share" }).click();
  await page.locator(".two .card").nth(1).waitFor();
});
await browser.close();
