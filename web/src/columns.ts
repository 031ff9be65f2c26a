/** French names of the tables' columns; one of a single table is named with it. In English a column is told by its own name. */
export const columns: Record<string, string> = {
  id: "identifiant", name: "nom", kind: "genre", "arranged.kind": "sorte", longitude: "longitude", latitude: "latitude", commune: "commune", people: "personnes", siret: "SIRET",
  unit: "unité", broader: "plus large", quantum: "pas", work_hours: "heures de travail", work_skill: "compétence",
  stakeholder: "partie prenante", resource: "ressource", quantity: "quantité", minimum: "minimum", from: "à partir du", until: "jusqu’au", "bans.from": "de", "bans.to": "à", reach_km: "rayon (km)",
  price: "prix au plus", "projects.price": "prix de vente", intensity: "intensité", problem: "problématique", lot_size: "lot entier", smallest_delivery: "livraison minimale", depends_on: "à condition de",
  cost: "coût", "contributions.cost": "prix plancher", recipe: "recette", takes: "prend", makes: "fait", loss: "perte", capacity: "capacité", batch: "fournée",
  contribution: "apport", need: "besoin", reason: "raison", cycle: "campagne", needed: "demandé", set_aside: "mis de côté",
  title: "titre", theme: "thème", place: "lieu", raised_by: "soulevée par", shared_by: "partagée par",
  method: "clé", coalition_fixed: "fixe, à part", coalition_per_use: "par usage, à part", coalition_capacity: "capacité, à part", shared_cost: "coût commun", use: "usage", heads: "têtes", alone: "seul", members: "membres",
  bearer: "porteur", own_funds: "fonds propres", benefit: "bénéfice", benefit_unit: "unité du bénéfice", funders: "financeurs", public_ceiling: "plafond d’aide publique", most_share: "part au plus", fewest_members: "membres au moins",
  project: "projet", limit: "limite", budget: "budget", least_share: "part au moins", least_amount: "montant au moins", public: "public",
  weight: "poids", category: "catégorie", college: "collège", entered: "entrée", left: "sortie", associate: "associé", date: "date", shares: "parts", asked: "demandé", majority: "majorité", quorum: "quorum",
  resolution: "résolution", vote: "vote", proxy: "procuration", present: "présents", yes: "pour", no: "contre", abstained: "abstentions",
  year: "année", surplus: "excédent", legal_reserve: "réserve légale", other_reserve: "autre réserve", interest: "intérêt aux parts",
};
