import { api, setCsrf, type Schemas } from "./api/client";
import { say, type Language, type Word } from "./words";

const ofOne = ["territory", "tables", "plan", "round", "follow", "sheets", "decisions", "learn"] as const;
const ofAll = ["together"] as const;
export type PageName = (typeof ofOne)[number] | (typeof ofAll)[number];

/** The pages of a cooperation; at a territory's own address all of them together come first. */
export function pagesHere(): readonly PageName[] {
  const { cooperation, cooperations } = shared.session ?? { cooperation: ".", cooperations: [] };
  if (cooperation !== "." || cooperations.length === 0) return ofOne;
  return cooperations.some((each) => each.folder === ".") ? [...ofAll, ...ofOne] : ofAll;
}

/** "#/learn/choose": the page and the part of it. */
function followAddress(): void {
  const [name, part] = location.hash.replace(/^#\/?/, "").split("?")[0]!.split("/");
  const pages = pagesHere();
  shared.page = pages.find((page) => page === name) ?? pages[0]!;
  shared.part = part ?? "";
}

/** What every page shares; `version` moves whenever the folder changed. */
export const shared = $state({
  session: null as Schemas["Session"] | null,
  language: "en" as Language,
  page: "territory" as PageName,
  part: "",
  version: 0,
  fault: "",
  gone: false,
  planning: null as { step: string; share: number } | null,
});

export const t = (word: Word, ...values: (string | number)[]): string => say(shared.language, word, ...values);
export const lang = (): { lang: Language } => ({ lang: shared.language });

export function setLanguage(language: Language): void {
  shared.language = language;
  document.documentElement.lang = language;
  localStorage.setItem("bocage-language", language);
}

export async function begin(): Promise<void> {
  const { data, response } = await api.GET("/api/session");
  if (!data) {
    shared.fault = String(response.status);
    return;
  }
  setCsrf(data.csrf);
  shared.session = data;
  setLanguage((localStorage.getItem("bocage-language") as Language | null) ?? data.language);
  followAddress();
  addEventListener("hashchange", followAddress);
  const events = new EventSource("/api/events");
  events.addEventListener("error", () => (shared.gone = true));
  events.addEventListener("open", () => {
    if (shared.gone) shared.version += 1; // what happened meanwhile was not heard
    shared.gone = false;
  });
  events.addEventListener("changed", () => (shared.version += 1));
  let late: ReturnType<typeof setTimeout> | undefined;
  events.addEventListener("progress", (event) => {
    const said = JSON.parse((event as MessageEvent<string>).data) as { cooperation: string; step: string; share: number };
    if (said.cooperation !== data.cooperation) return;
    clearTimeout(late);
    // What is soon over is not worth saying.
    if (said.step === "done") shared.planning = null;
    else if (shared.planning) shared.planning = said;
    else late = setTimeout(() => (shared.planning = said), 400);
  });
}
