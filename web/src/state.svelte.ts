import { api, setCsrf, type Schemas } from "./api/client";
import { say, type Language, type Word } from "./words";

export const pages = ["territory", "tables", "plan", "round", "follow","sheets", "decisions", "learn"] as const;
export type PageName = (typeof pages)[number];

function pageOfAddress(): PageName {
  const name = location.hash.replace(/^#\/?/, "").split("?")[0];
  return pages.find((page) => page === name) ?? "territory";
}

/** What every page shares; `version` moves whenever the folder changed. */
export const shared = $state({
  session: null as Schemas["Session"] | null,
  language: "en" as Language,
  page: pageOfAddress(),
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
  addEventListener("hashchange", () => (shared.page = pageOfAddress()));
  const events = new EventSource("/api/events");
  events.addEventListener("error", () => (shared.gone = true));
  events.addEventListener("open", () => {
    if (shared.gone) shared.version += 1; // what happened meanwhile was not heard
    shared.gone = false;
  });
  events.addEventListener("changed", () => (shared.version += 1));
  let late: ReturnType<typeof setTimeout> | undefined;
  events.addEventListener("progress", (event) => {
    const said = JSON.parse((event as MessageEvent<string>).data) as { step: string; share: number };
    clearTimeout(late);
    // What is soon over is not worth saying.
    if (said.step === "done") shared.planning = null;
    else if (shared.planning) shared.planning = said;
    else late = setTimeout(() => (shared.planning = said), 400);
  });
}
