type Grid = { headers: string[]; rows: string[][] };
export type Clash = { row: string; column: string; theirs: string; mine: string };

const cell = (grid: Grid, row: string[] | undefined, column: string): string => row?.[grid.headers.indexOf(column)] ?? "";
const filled = (row: string[]): boolean => row.some((each) => each.trim() !== "");

/** Rows by what they are known by: their id, else all that is in them. */
function byKey(grid: Grid): Map<string, string[]> {
  return new Map(grid.rows.filter(filled).map((row) => [cell(grid, row, "id") || row.join("\u0000"), row]));
}

/** My changes of a table put on top of what somebody else made of it meanwhile. Where both changed a cell mine stands, and the
 *  clash is told; a row that one removed and the other changed stays. */
export function reconcile(base: Grid, mine: Grid, theirs: Grid): Grid & { clashes: Clash[] } {
  const headers = [...theirs.headers, ...mine.headers.filter((header) => !theirs.headers.includes(header))];
  const [was, my, their] = [byKey(base), byKey(mine), byKey(theirs)];
  const clashes: Clash[] = [];
  const rows: string[][] = [];
  const differs = (a: Grid, x: string[] | undefined, b: Grid, y: string[] | undefined): boolean => headers.some((header) => cell(a, x, header) !== cell(b, y, header));
  for (const [key, row] of their) {
    const [old, own] = [was.get(key), my.get(key)];
    if (old && !own) {
      if (differs(base, old, theirs, row)) {
        clashes.push({ row: key, column: "", theirs: "", mine: "" });
        rows.push(headers.map((header) => cell(theirs, row, header)));
      }
      continue;
    }
    rows.push(headers.map((header) => {
      const [before, there, here] = [cell(base, old, header), cell(theirs, row, header), cell(mine, own, header)];
      if (!own || here === before || here === there) return there;
      if (there !== before) clashes.push({ row: key, column: header, theirs: there, mine: here });
      return here;
    }));
  }
  for (const [key, row] of my) {
    if (their.has(key)) continue;
    const old = was.get(key);
    if (old && !differs(base, old, mine, row)) continue;
    if (old) clashes.push({ row: key, column: "", theirs: "", mine: "" });
    rows.push(headers.map((header) => cell(mine, row, header)));
  }
  return { headers, rows, clashes };
}
