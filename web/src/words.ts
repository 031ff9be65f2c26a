// Every text of the pages, in both languages. A text missing in one does not compile.
const en = {
  territory: "Territory", tables: "Tables", plan: "Plan", round: "Round", follow: "Follow", sheets: "Sheets",
  language: "Français", skip: "Go to the content", loading: "Loading…", menu: "Pages",
  retry: "Try again", safe: "Everything that was saved is in the folder.", failed: "That did not work",
  here: "Who is here", short: "What is short", agreed: "What is agreed", waits: "What waits", nothingShort: "Nothing is short.",
  nothingWaits: "Nothing waits.", noAgreed: "Nothing is agreed yet.", commitments: "commitments: {0}", map: "Map",
  noMap: "No position is known. A commune for each stakeholder is enough to draw the map.", zoomIn: "Closer", zoomOut: "Further", whole: "Whole",
  served: "{0} of {1} needs get something", lowest: "least served: {0}", aside: "{0} set aside", search: "Search", noCycle: "no cycle open",
  needs: "Needs", contributions: "Contributions", problems: "Shared problems", stakeholders: "Stakeholders", resources: "Resources",
  needsShort: "needs: {0}", contributionsShort: "contributions: {0}",
  addRow: "Add a row", undo: "Undo", save: "Save", saved: "Saved", unsaved: "not saved yet", pasteSheet: "Paste a sheet",
  pasteHelp: "Paste cells here as they are in your spreadsheet, with their titles.", understand: "Understand it", takeGood: "Take the good rows ({0})",
  takeNone: "Take none", row: "Row {0}", fix: "Put “{0}”", problemCount: "problems: {0}",
  emptyTable: "Nothing here yet. Add a row, or paste a sheet.", deleteRow: "Remove row {0}", reload: "Load the table again",
  byStakeholder: "By stakeholder", byShortage: "By shortage", flows: "Flows", list: "All lines", gets: "gets", gives: "gives", why: "Why?", whyTitle: "Why, and what would change it",
  whatIf: "What if?", whatIfTitle: "What if this quantity were another?", quantity: "Quantity", show: "Show what changes", nothingChanges: "Nothing changes.",
  fresh: "A fresh plan of the tables as they are; it was put to nobody yet.", numbered: "Plan {0} of the cycle", nothing: "nothing", close: "Close", from: "from", to: "to", of: "of",
  openCycle: "Open a cycle", cycleName: "Name of the cycle", cycleHelp: "For example 2026-W48", agreementTitle: "What we agreed on",
  facilitator: "Facilitator", accept: "That is our agreement", answered: "Who has answered", objections: "Open objections", noObjections: "No open objection.", answer: "Answer",
  yes: "Yes", reservation: "Yes, with a reservation", standAside: "We stand aside", objection: "Objection: we cannot, because…", about: "About", allLines: "all its lines", how: "How it was said",
  room: "in the room", telephone: "by telephone", paper: "on paper", ownHand: "by own hand", saidBy: "Said by", argument: "Because", kind: "Is it that you cannot, or would you rather have it otherwise?",
  facts: "We cannot: the facts or the aim speak against it", limits: "We cannot: it exceeds our limits", preference: "We would rather have it otherwise (noted as a reservation, does not block)",
  change: "What could you accept?", noChange: "say nothing of that", less: "less: at most", notWith: "not with that partner", notBefore: "not before", notAfter: "not after", notFurther: "not further than (km)",
  note: "Note it", twoAnswers: "Two answers", compare: "Compare keep and share", takeThis: "Take this answer", byDefault: "by the agreement", told: "told only", steps: "What can be done now",
  people: "stakeholders concerned: {0}", roundOf: "round {0} of {1}", votes: "Votes: {0} for, {1} against, {2} aside, of {3}", emptyRound: "No cycle is open. Open one to put a plan to the group.",
  commitmentsTitle: "Commitments", noCommitments: "Nothing is adopted yet, so there is nothing to follow.", done: "done", partly: "partly", late: "late", notDone: "failed", giver: "The giver says", receiver: "The receiver says",
  received: "received: {0}", print: "Print", calendar: "Calendar", sheetsText: "One A4 page for each stakeholder: you give, you get, why, what would change it.", openSheets: "Open all sheets, to print", keys: "Keys", keysText: "1–6: pages · Tab, arrows: move · Ctrl+Z: undo · Escape: close · ?: this list",
  amount: "Quantity done or received", until: "New day", outcome: "What happened", whose: "Who says so",
};
export type Word = keyof typeof en;
const fr: Record<Word, string> = {
  territory: "Territoire", tables: "Tableaux", plan: "Plan", round: "Tour", follow: "Suivi", sheets: "Feuilles",
  language: "English", skip: "Aller au contenu", loading: "Chargement…", menu: "Pages",
  retry: "Réessayer", safe: "Tout ce qui a été enregistré est dans le dossier.", failed: "Cela n’a pas marché",
  here: "Qui est là", short: "Ce qui manque", agreed: "Ce qui est convenu", waits: "Ce qui attend", nothingShort: "Rien ne manque.",
  nothingWaits: "Rien n’attend.", noAgreed: "Rien n’est encore convenu.", commitments: "engagements : {0}", map: "Carte",
  noMap: "Aucune position n’est connue. Une commune par partie prenante suffit pour dessiner la carte.", zoomIn: "Plus près", zoomOut: "Plus loin", whole: "Entière",
  served: "{0} besoins sur {1} reçoivent quelque chose", lowest: "le moins servi : {0}", aside: "{0} mis de côté", search: "Chercher", noCycle: "pas de campagne ouverte",
  needs: "Besoins", contributions: "Apports", problems: "Problématiques communes", stakeholders: "Parties prenantes", resources: "Ressources",
  needsShort: "besoins : {0}", contributionsShort: "apports : {0}",
  addRow: "Ajouter une ligne", undo: "Annuler", save: "Enregistrer", saved: "Enregistré", unsaved: "pas encore enregistré", pasteSheet: "Coller une feuille",
  pasteHelp: "Collez ici des cellules telles qu’elles sont dans votre tableur, avec leurs titres.", understand: "La comprendre", takeGood: "Prendre les bonnes lignes ({0})",
  takeNone: "Ne rien prendre", row: "Ligne {0}", fix: "Mettre « {0} »", problemCount: "problèmes : {0}",
  emptyTable: "Rien encore. Ajoutez une ligne, ou collez une feuille.", deleteRow: "Retirer la ligne {0}", reload: "Recharger le tableau",
  byStakeholder: "Par partie prenante", byShortage: "Par pénurie", flows: "Flux", list: "Toutes les lignes", gets: "reçoit", gives: "apporte", why: "Pourquoi ?", whyTitle: "Pourquoi, et ce qui y changerait",
  whatIf: "Et si ?", whatIfTitle: "Et si cette quantité était autre ?", quantity: "Quantité", show: "Montrer ce qui change", nothingChanges: "Rien ne change.",
  fresh: "Un plan frais des tableaux tels qu’ils sont ; il n’a encore été soumis à personne.", numbered: "Plan {0} de la campagne", nothing: "rien", close: "Fermer", from: "de", to: "à", of: "de",
  openCycle: "Ouvrir une campagne", cycleName: "Nom de la campagne", cycleHelp: "Par exemple 2026-S48", agreementTitle: "Ce dont nous sommes convenus",
  facilitator: "Animation", accept: "C’est notre accord", answered: "Qui a répondu", objections: "Objections à traiter", noObjections: "Aucune objection.", answer: "Répondre",
  yes: "D’accord", reservation: "D’accord, avec une réserve", standAside: "Nous nous abstenons", objection: "Objection : nous ne pouvons pas, parce que…", about: "À propos de", allLines: "toutes ses lignes", how: "Comment cela a été dit",
  room: "dans la salle", telephone: "par téléphone", paper: "sur papier", ownHand: "de sa main", saidBy: "Dit par", argument: "Parce que", kind: "Est-ce que vous ne pouvez pas, ou préféreriez-vous autre chose ?",
  facts: "Nous ne pouvons pas : les faits ou le but s’y opposent", limits: "Nous ne pouvons pas : cela dépasse nos limites", preference: "Nous préférerions autre chose (noté comme une réserve, ne bloque pas)",
  change: "Que pourriez-vous accepter ?", noChange: "n’en rien dire", less: "moins : au plus", notWith: "pas avec ce partenaire", notBefore: "pas avant le", notAfter: "pas après le", notFurther: "pas à plus de (km)",
  note: "Noter", twoAnswers: "Deux réponses", compare: "Comparer garder et partager", takeThis: "Prendre cette réponse", byDefault: "selon l’accord", told: "annoncé seulement", steps: "Ce qui peut se faire maintenant",
  people: "parties prenantes concernées : {0}", roundOf: "tour {0} sur {1}", votes: "Votes : {0} pour, {1} contre, {2} abstentions, sur {3}", emptyRound: "Aucune campagne n’est ouverte. Ouvrez-en une pour soumettre un plan au groupe.",
  commitmentsTitle: "Engagements", noCommitments: "Rien n’est encore adopté, il n’y a donc rien à suivre.", done: "fait", partly: "en partie", late: "en retard", notDone: "non fait", giver: "Qui donne dit", receiver: "Qui reçoit dit",
  received: "reçu : {0}", print: "Imprimer", calendar: "Agenda", sheetsText: "Une page A4 par partie prenante : vous apportez, vous recevez, pourquoi, ce qui y changerait.", openSheets: "Ouvrir toutes les feuilles, pour les imprimer", keys: "Touches", keysText: "1–6 : pages · Tab, flèches : se déplacer · Ctrl+Z : annuler · Échap : fermer · ? : cette liste",
  amount: "Quantité faite ou reçue", until: "Nouveau jour", outcome: "Ce qui s’est passé", whose: "Qui le dit",
};

export type Language = "en" | "fr";

/** The text in the language, its {0}, {1} filled in; French gets its no-break spaces. */
export function say(language: Language, word: Word, ...values: (string | number)[]): string {
  const text = (language === "fr" ? fr : en)[word].replace(/\{(\d)\}/g, (_, n) => String(values[Number(n)] ?? ""));
  return language === "fr" ? text.replace(/ ([;:?!»])/g, "\u00A0$1").replace(/« /g, "«\u00A0") : text;
}
