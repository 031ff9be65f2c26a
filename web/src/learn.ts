import type { Word } from "./words";

/** The tabs of the page Learn, and the name of each. */
export const learnParts = [
  ["compare", "comparison"], ["depend", "dependence"], ["missing", "missing"], ["split", "sharedCosts"], ["choose", "sharedProjects"],
  ["fund", "sharedFund"], ["tally", "votesCast"], ["rules", "rulesKept"], ["together", "together"],
] as const satisfies readonly (readonly [string, Word])[];
export type LearnPart = (typeof learnParts)[number][0];

/** What a cooperation decides besides who supplies whom: those tabs that its tables fill. */
export const decidedBesides = (decides: string[]): (typeof learnParts)[number][] => learnParts.filter(([part]) => decides.includes(part));
