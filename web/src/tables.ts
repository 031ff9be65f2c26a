import type { paths } from "./api/schema";
import type { Language, Word } from "./words";
import { spaced } from "./words";
import { columns } from "./columns";

type Both = Record<Language, string>;

/** The tables that are edited on a page, and what each holds, a row at a time: docs/formats/territory.md. */
export const tables = {
  needs: { en: "Needs", fr: "Besoins", row: { en: "What somebody needs, how much, until when.", fr: "Ce qu’il faut à quelqu’un, combien, jusqu’à quand." } },
  contributions: { en: "Contributions", fr: "Apports", row: { en: "What somebody can give, how much, until when.", fr: "Ce que quelqu’un peut apporter, combien, jusqu’à quand." } },
  problems: { en: "Shared problems", fr: "Problématiques communes", row: { en: "What troubles several, and whom.", fr: "Ce qui pèse à plusieurs, et à qui." } },
  stakeholders: { en: "Stakeholders", fr: "Parties prenantes", row: { en: "Who is here, and where.", fr: "Qui est là, et où." } },
  resources: { en: "Resources", fr: "Ressources", row: { en: "What is needed and given, and in which unit.", fr: "Ce dont on a besoin et ce qu’on apporte, et en quelle unité." } },
  recipes: { en: "Recipes", fr: "Recettes", row: { en: "What a recipe takes or makes of one resource.", fr: "Ce qu’une recette prend ou fait d’une ressource." } },
  activities: { en: "Activities", fr: "Activités", row: { en: "Who carries out which recipe, and how often at most.", fr: "Qui met en œuvre quelle recette, et combien de fois au plus." } },
  arranged: { en: "Arranged already", fr: "Déjà arrangé", row: { en: "What two settled themselves (fixed), how it is today (today), what the cycle agreed (agreed): everyone else is planned around it.", fr: "Ce que deux ont réglé entre eux (fixed), ce qui se fait aujourd’hui (today), ce dont la campagne est convenue (agreed) : le reste se planifie autour." } },
  bans: { en: "Refusals", fr: "Refus", row: { en: "Who gives nothing to whom, and why.", fr: "Qui n’apporte rien à qui, et pourquoi." } },
  received: { en: "Past cycles", fr: "Campagnes passées", row: { en: "What somebody needed and received in an earlier cycle.", fr: "Ce dont quelqu’un avait besoin et ce qu’il a reçu lors d’une campagne passée." } },
  shared_costs: { en: "Costs", fr: "Coûts", row: { en: "A cost that several bear, and by which key.", fr: "Un coût que plusieurs portent, et selon quelle clé." } },
  shared_cost_members: { en: "Who bears them", fr: "Qui les porte", row: { en: "Who bears which cost, what it uses of it, what it would pay alone.", fr: "Qui porte quel coût, ce qu’il en utilise, ce qu’il paierait seul." } },
  coalition_costs: { en: "Costs of groups", fr: "Coûts des groupes", row: { en: "What some of the members would pay apart.", fr: "Ce que certains des membres paieraient à part." } },
  projects: { en: "Projects", fr: "Projets", row: { en: "A project that may open: what it costs, what good it does.", fr: "Un projet qui peut ouvrir : ce qu’il coûte, ce qu’il apporte." } },
  project_members: { en: "Members", fr: "Membres", row: { en: "Who takes part in which project, and how much it can make.", fr: "Qui prend part à quel projet, et combien il peut produire." } },
  project_limits: { en: "Limits", fr: "Limites", row: { en: "What all projects together may use: days, square metres.", fr: "Ce que tous les projets ensemble peuvent utiliser : des jours, des mètres carrés." } },
  project_uses: { en: "Uses", fr: "Usages", row: { en: "How much a project uses of a limit.", fr: "Combien un projet utilise d’une limite." } },
  funders: { en: "Funders", fr: "Financeurs", row: { en: "Who funds, its budget, its least and most share.", fr: "Qui finance, son budget, sa part au moins et au plus." } },
  project_votes: { en: "Votes for projects", fr: "Votes pour les projets", row: { en: "Who would have which project from a shared fund.", fr: "Qui voudrait quel projet d’un fonds commun." } },
  colleges: { en: "Colleges", fr: "Collèges", row: { en: "A college and its weight.", fr: "Un collège et son poids." } },
  associates: { en: "Members of the assembly", fr: "Associés", row: { en: "Who is a member, in which category and college.", fr: "Qui est associé, dans quelle catégorie et quel collège." } },
  shares: { en: "Register of capital", fr: "Registre du capital", row: { en: "Shares that a member took or gave back, on a day.", fr: "Les parts qu’un associé a prises ou rendues, un jour donné." } },
  resolutions: { en: "Resolutions", fr: "Résolutions", row: { en: "What the assembly votes on, and by which majority.", fr: "Ce sur quoi l’assemblée vote, et à quelle majorité." } },
  ballots: { en: "Ballots", fr: "Bulletins", row: { en: "How a member voted on a resolution.", fr: "Comment un associé a voté sur une résolution." } },
  hands: { en: "Shows of hands", fr: "Votes à main levée", row: { en: "How many of a college were for, against, abstained.", fr: "Combien d’un collège étaient pour, contre, se sont abstenus." } },
  surpluses: { en: "Surpluses", fr: "Excédents", row: { en: "A year’s surplus, and what went to reserves.", fr: "L’excédent d’une année, et ce qui est allé aux réserves." } },
} as const satisfies Record<paths["/api/table"]["get"]["parameters"]["query"]["table"], Both & { row: Both }>;
export type TableName = keyof typeof tables;

/** As people come to them: what is pooled first, then what is decided besides. */
export const tableGroups = [
  ["pooled", ["needs", "contributions", "problems", "stakeholders", "resources"]],
  ["betweenThem", ["arranged", "bans", "recipes", "activities", "received"]],
  ["sharedCosts", ["shared_costs", "shared_cost_members", "coalition_costs"]],
  ["sharedProjects", ["projects", "project_members", "project_limits", "project_uses", "funders", "project_votes"]],
  ["assembly", ["colleges", "associates", "shares", "resolutions", "ballots", "hands", "surpluses"]],
] as const satisfies readonly (readonly [Word, readonly TableName[]])[];

/** Where the page opens in a cooperation that pools nothing: the first table of what is decided there. */
const firstOf: Record<string, TableName> = { needs: "needs", split: "shared_costs", choose: "projects", fund: "projects", tally: "resolutions" };
export const firstTable = (decides: readonly string[]): TableName => (decides.includes("needs") ? "needs" : decides.map((each) => firstOf[each]).find((each) => each) ?? "needs");

export const isTable = (name: string): name is TableName => Object.hasOwn(tables, name);

/** What is its owner's alone: on a projector it is not shown unasked. */
const ownersAlone: Partial<Record<TableName, readonly string[]>> = { needs: ["price", "intensity"], contributions: ["cost"], project_members: ["cost"], shared_cost_members: ["alone"] };
export const isOwnersAlone = (table: TableName, column: string): boolean => (ownersAlone[table] ?? []).includes(folded(column));

/** A header as the tables' readers take it: "Reach  KM" is reach_km. */
export const folded = (header: string): string => header.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_|_$/g, "");

/** A column's name for people; the file's own where there is no other. */
export function columnName(table: TableName, header: string, language: Language): string {
  const known = columns[`${table}.${folded(header)}`] ?? columns[folded(header)];
  return language === "fr" && known ? spaced(known) : header;
}
