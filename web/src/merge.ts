import { api, faultOf, type Schemas } from "./api/client";
import { lang } from "./state.svelte";

type Grid = { headers: string[]; rows: string[][] };
type TableName = "stakeholders" | "resources" | "problems" | "needs" | "contributions";

const fold = (text: string): string => text.normalize("NFD").replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();

/** Adds rows that were understood to the tables of the folder, all of them or none. What bears the name of a row that is there
 *  already is that row. The first fault, or nothing. */
export async function merge(tables: Schemas["Paste"]["tables"]): Promise<string> {
  const known = new Map<string, string>(); // an id of the paste -> the id of the folder
  const changed: Record<string, Schemas["Grid"]> = {};
  for (const table of ["stakeholders", "resources", "problems", "needs", "contributions"] as TableName[]) {
    const added = tables[table];
    if (!added) continue;
    const { data, error } = await api.GET("/api/table", { params: { query: { ...lang(), table } } });
    if (!data) return faultOf(error);
    const grid = joined(data, added, known, table === "needs" || table === "contributions");
    if (grid.rows.length > data.rows.length) changed[table] = { ...grid, revision: data.revision };
  }
  if (Object.keys(changed).length === 0) return "";
  const { error } = await api.PUT("/api/tables", { params: { query: lang() }, body: { tables: changed } });
  return error ? faultOf(error) : "";
}

function joined(there: Grid, added: Grid, known: Map<string, string>, always: boolean): Grid {
  const headers = [...there.headers];
  for (const header of added.headers) if (!headers.includes(header) && added.rows.some((row) => row[added.headers.indexOf(header)])) headers.push(header);
  const nameOf = (grid: Grid, row: string[]): string => fold(row[grid.headers.indexOf("name")] ?? row[grid.headers.indexOf("title")] ?? "");
  const idOf = (grid: Grid, row: string[]): string => row[grid.headers.indexOf("id")] ?? "";
  const byName = new Map(there.rows.map((row) => [nameOf(there, row), idOf(there, row)]));
  const ids = new Set(there.rows.map((row) => idOf(there, row)));
  const rows = there.rows.map((row) => headers.map((_, i) => row[i] ?? ""));
  for (const row of added.rows) {
    const id = idOf(added, row);
    const name = nameOf(added, row);
    const same = name ? byName.get(name) : undefined;
    if (same !== undefined && !always) {
      known.set(id, same || id);
      continue;
    }
    rows.push(headers.map((header) => {
      const cell = row[added.headers.indexOf(header)] ?? "";
      if (header === "id" && ids.has(cell)) return ""; // it is given another
      return ["stakeholder", "resource", "problem"].includes(header) ? (known.get(cell) ?? cell) : cell;
    }));
  }
  return { headers, rows };
}
