/** What was typed and not saved, by table: it survives another table, another page, and somebody else's edit. */
export type Draft = { headers: string[]; kept: string[]; base: string[][]; rows: string[][]; revision: string; earlier: string[][][] };
export const drafts = new Map<string, Draft>();
