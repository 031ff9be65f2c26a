import createClient from "openapi-fetch";
import { place } from "../place";
import { t } from "../state.svelte";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

let csrf = "";
export const setCsrf = (word: string): void => void (csrf = word);

export const api = createClient<paths>({ baseUrl: place });
api.use({
  onRequest({ request }) {
    request.headers.set("X-Bocage-Csrf", csrf);
    return request;
  },
  // Nobody answers: that is a sentence, too.
  onError() {
    return new Response(JSON.stringify({ message: t("gone") }), { status: 503, headers: { "Content-Type": "application/json" } });
  },
});

/** What went wrong, as a person may read it: sentences of the server, or what the browser says. */
export function faultOf(error: unknown): string {
  if (error && typeof error === "object") {
    if ("message" in error && typeof error.message === "string") return error.message;
    if ("problems" in error && Array.isArray(error.problems))
      return (error.problems as Schemas["Problem"][]).map((each) => each.message).join("\n");
  }
  return String(error ?? "");
}
