// web/src/reconcile.ts on random edits: alone my table is mine and theirs is theirs; no cell is anybody else's; what only one
// changed is there. node reconcile.mjs
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const ts = createRequire(join(root, "web/package.json"))("typescript");
const script = ts.transpileModule(readFileSync(join(root, "web/src/reconcile.ts"), "utf8"), { compilerOptions: { module: "ESNext", target: "ES2022" } }).outputText;
const { reconcile } = await import("data:text/javascript," + encodeURIComponent(script));

let state = 20261127;
const below = (n) => (state = (state * 48271) % 2147483647) % n;
const headers = ["id", "quantity", "price"];
const asMap = (grid) => new Map(grid.rows.map((row) => [row[0], Object.fromEntries(grid.headers.map((header, i) => [header, row[i]]))]));
const text = (grid) => JSON.stringify([...asMap(grid)].sort());

function edited(base, mark) {
  const rows = base.rows.filter(() => below(5) > 0).map((row) => row.map((cell, i) => (i > 0 && below(4) === 0 ? mark + below(3) : cell)));
  if (below(2)) rows.push([mark + "-new", String(below(9)), ""]);
  return { headers, rows };
}
function fail(sentence, ...grids) {
  console.error(sentence, JSON.stringify(grids));
  process.exit(1);
}

let clashed = 0;
for (let turn = 0; turn < 5000; ++turn) {
  const base = { headers, rows: Array.from({ length: below(5) }, (_, i) => ["n" + i, String(below(3)), ""]) };
  const [mine, theirs] = [edited(base, "m"), edited(base, "t")];
  if (text(reconcile(base, mine, base)) !== text(mine)) fail("mine alone is not mine", base, mine);
  if (text(reconcile(base, base, theirs)) !== text(theirs)) fail("theirs alone is not theirs", base, theirs);
  const both = reconcile(base, mine, theirs);
  clashed += both.clashes.length > 0 ? 1 : 0;
  const [was, my, their, is] = [base, mine, theirs, both].map(asMap);
  for (const [id, row] of is) {
    for (const header of headers) {
      const [b, m, t] = [was.get(id)?.[header], my.get(id)?.[header], their.get(id)?.[header]];
      const clash = both.clashes.some((each) => each.row === id && (each.column === header || each.column === ""));
      if (row[header] !== m && row[header] !== t) fail("a cell of nobody", base, mine, theirs, both);
      if (m !== undefined && t !== undefined && !clash && row[header] !== (m === b ? t : m)) fail("an edit is lost", base, mine, theirs, both);
      if (clash && m !== undefined && t !== undefined && row[header] !== m) fail("a clash is not mine", base, mine, theirs, both);
    }
  }
  for (const [id, row] of was) {
    const untouched = (other) => JSON.stringify(other.get(id)) === JSON.stringify(row);
    const stays = my.has(id) && their.has(id);
    const removed = (!my.has(id) && (untouched(their) || !their.has(id))) || (!their.has(id) && (untouched(my) || !my.has(id)));
    if (is.has(id) === removed || (stays && !is.has(id))) fail("a row is lost or comes back", base, mine, theirs, both);
  }
}
console.log(`5000 pairs of edits, ${clashed} with a clash`);
process.exit(clashed > 500 ? 0 : 1);
