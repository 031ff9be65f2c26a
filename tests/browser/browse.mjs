// What the tests in Debian's Chromium share: the programs they need, a server to look at, and the faults they find.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(fileURLToPath(import.meta.url), "../../..");
const require = createRequire(join(root, "web/package.json"));
export const { chromium } = require("playwright-core");
export const { AxeBuilder } = require("@axe-core/playwright");
export const [program, pictures] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });

export const faults = [];
export const expect = (truth, sentence) => truth || faults.push(sentence);

// A meeting on this folder, once it tells its address.
export function start(folder) {
  return new Promise((done, fail) => {
    const server = spawn(program, ["meet", folder], { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    server.stdout.on("data", (bytes) => {
      text += bytes;
      const address = text.match(/http:\/\/\S+/);
      if (address) done({ server, address: address[0] });
    });
    server.on("exit", (code) => fail(new Error(`the server ended with ${code}`)));
  });
}

// By axe, dark and light, and no wider than its window.
export async function judge(page, state) {
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const each of violations) faults.push(`${state}, ${colorScheme}: ${each.id}, ${each.nodes[0].html.slice(0, 160)}`);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
  expect(!wide, `${state}: wider than the window`);
}

// Every fault, and how it ends.
export function end(sentence) {
  for (const fault of new Set(faults)) console.error(fault);
  console.log(faults.length ? `${faults.length} faults` : sentence);
  process.exit(faults.length ? 1 : 0);
}
