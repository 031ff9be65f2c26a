/** Where the pages of this folder are: the territory's own at the root, a cooperation's below it. */
export const place = /^\/cooperations\/[^/]+/.exec(location.pathname)?.[0] ?? "";

/** The address of a cooperation's pages. */
export const addressOf = (folder: string): string => (folder === "." ? "/" : `/cooperations/${encodeURIComponent(folder)}/`);
