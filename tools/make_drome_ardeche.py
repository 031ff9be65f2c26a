#!/usr/bin/env python3
"""Writes examples/drome-ardeche: "Exercise: real canteens, estimated meals, invented farms".

    tools/make_drome_ardeche.py [SOURCE] [TARGET]     SOURCE: ../shared/data/territory

Real: the communes, and that a canteen of this sector declared its purchases from this commune. Estimated: how many
people eat there, and what they would need. Invented: every farm, what it offers, every arranged line and every ban.
Neither names nor SIRET numbers of canteens leave this script. Draws come from SHA-256 of SEED and a name, so the
same source gives the same folder with any Python. The method, and what is weak in it, is told in the folder's README.
"""
import csv
import hashlib
import json
import math
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

SEED = "bocage-drome-ardeche-2027"
WINDOW = ("2027-03-01", "2027-03-31")
SPACE = "\u00a0"

# Sector as declared -> label, people per inhabitant, fewest, most, whose portions. Orders of magnitude chosen for
# this exercise, not statistics: a share of the commune's population, held between two bounds typical of one site.
SECTORS = {
    "Crèche": ("crèche", 0.004, 15, 40, "child"),
    "Ecole primaire (maternelle et élémentaire)": ("école", 0.06, 20, 150, "child"),
    "Secondaire collège": ("collège", 0.04, 200, 420, "adult"),
    "Secondaire lycée (hors agricole)": ("lycée", 0.03, 300, 600, "adult"),
    "Secondaire lycée agricole": ("lycée agricole", 0.02, 150, 250, "adult"),
    "Supérieur et Universitaire": ("restaurant universitaire", 0.01, 200, 600, "adult"),
    "Autres structures d’enseignement": ("centre de formation", 0.01, 60, 120, "adult"),
    "EHPAD / maisons de retraite / foyers de personnes âgées": ("EHPAD", 0.02, 50, 100, "older"),
    "Hôpitaux": ("hôpital", 0.015, 100, 400, "older"),
    "Cliniques": ("clinique", 0.005, 60, 120, "older"),
    "Autres établissements de soins": ("établissement de soins", 0.01, 50, 100, "older"),
    "IME / ITEP": ("IME", 0.01, 40, 70, "child"),
    "ESAT / Etablissements spécialisés": ("ESAT", 0.01, 40, 80, "adult"),
    "Autres établissements sociaux et médicaux sociaux": ("établissement social", 0.01, 40, 80, "adult"),
    "Restaurants d’entreprises": ("restaurant d'entreprise", 0.01, 80, 200, "adult"),
    "Restaurants inter-entreprises": ("restaurant interentreprises", 0.01, 150, 300, "adult"),
    "Restaurants administratifs des collectivités territoriales": ("restaurant administratif", 0.01, 60, 150, "adult"),
    "Restaurants administratifs d’Etat (RA)": ("restaurant administratif", 0.01, 60, 150, "adult"),
    "Restaurants inter-administratifs d’Etat (RIA)": ("restaurant administratif", 0.01, 100, 250, "adult"),
    "Restaurants des armées / police / gendarmerie": ("restaurant administratif", 0.01, 50, 120, "adult"),
    "Restaurants des prisons": ("établissement pénitentiaire", 0.01, 60, 120, "adult"),
    "Autres établissements de loisirs": ("centre de loisirs", 0.01, 30, 60, "child"),
    "Autres établissements non listés": ("autre restaurant", 0.01, 30, 60, "adult"),
}
CENTRAL_FACTOR = 3  # a kitchen that also cooks for other sites serves this many times what one site would
CENTRAL_MOST = 800

# id, name, unit, broader, quantum
RESOURCES = [
    ("legumes", "Légumes", "kg", "", "5"),
    ("legumes-racines", "Légumes racines", "kg", "legumes", "5"),
    ("carottes", "Carottes", "kg", "legumes-racines", "5"),
    ("betteraves", "Betteraves", "kg", "legumes-racines", "5"),
    ("legumes-feuilles", "Légumes feuilles", "kg", "legumes", "5"),
    ("poireaux", "Poireaux", "kg", "legumes-feuilles", "5"),
    ("fruits", "Fruits", "kg", "", "5"),
    ("pommes", "Pommes", "kg", "fruits", "5"),
    ("kiwis", "Kiwis", "kg", "fruits", "5"),
    ("oeufs", "Œufs", "œufs", "", "30"),
    ("oeufs-bio", "Œufs bio", "œufs", "oeufs", "30"),
    ("pain", "Pain", "kg", "", "1"),
    ("pain-bio", "Pain bio", "kg", "pain", "1"),
    ("legumes-secs", "Légumes secs", "kg", "", "1"),
    ("lentilles", "Lentilles", "kg", "legumes-secs", "1"),
    ("pois-chiches", "Pois chiches", "kg", "legumes-secs", "1"),
    ("yaourts", "Yaourts", "pots", "", "6"),
    ("yaourts-brebis", "Yaourts de brebis", "pots", "yaourts", "6"),
]


class Product:
    """A family: how it is served, who asks for it and who offers it."""

    def __init__(self, servings, portions, asked, offered, supply, offers, need_reach, farm_reach, farm):
        self.servings = servings      # in the window, of 16 lunches
        self.portions = portions      # of the unit per serving: child, adult, older
        self.asked = asked            # resource -> weight among needs
        self.offered = offered        # resources -> weight among contributions
        self.supply = supply          # all contributions together, as a share of all needs
        self.offers = offers          # how many contributions
        self.need_reach = need_reach  # km, one drawn per need
        self.farm_reach = farm_reach
        self.farm = farm              # the invented owner's name


PRODUCTS = {
    "legumes": Product(8, (0.08, 0.12, 0.12), {"legumes": 5, "legumes-racines": 3, "carottes": 2, "legumes-feuilles": 2},
                       {"carottes": 3, "legumes-racines": 3, "carottes betteraves": 1, "legumes-feuilles": 2, "poireaux": 2},
                       0.80, 48, (30, 40, 50), (30, 40, 60), "Ferme inventée"),
    "fruits": Product(8, (0.10, 0.14, 0.12), {"fruits": 3, "pommes": 2}, {"pommes": 4, "kiwis": 1},
                      0.85, 24, (30, 40, 50), (40, 60), "Verger inventé"),
    "oeufs": Product(2, (1, 2, 2), {"oeufs": 3, "oeufs-bio": 1}, {"oeufs": 2, "oeufs-bio": 1},
                     0.75, 26, (30, 40, 50), (40, 50), "Poulailler inventé"),
    "pain": Product(16, (0.03, 0.05, 0.05), {"pain": 3, "pain-bio": 1}, {"pain": 2, "pain-bio": 2},
                    0.85, 32, (20, 30, 40), (30, 40), "Fournil inventé"),
    "legumes-secs": Product(4, (0.025, 0.04, 0.035), {"legumes-secs": 2, "lentilles": 2}, {"lentilles": 2, "pois-chiches": 1},
                            0.75, 14, (40, 60), (60, 80), "Ferme inventée"),
    "yaourts": Product(4, (1, 1, 1), {"yaourts": 4, "yaourts-brebis": 1}, {"yaourts": 3, "yaourts-brebis": 1},
                       0.80, 18, (30, 40, 50), (50, 60), "Laiterie inventée"),
}
# Invented, orders of magnitude without a source: currency per unit that a canteen could pay, that a farm must cover, and
# per unit and kilometre on the road. They serve comparisons only, and never decide what a need gets.
PRICES = {"legumes": 1.9, "fruits": 2.3, "oeufs": 0.28, "pain": 3.6, "legumes-secs": 4.2, "yaourts": 0.45}
TRANSPORT = {"kg": 0.0015, "œufs": 0.0001, "pots": 0.0002}
COST_SHARE = 0.7  # of the price, on the average
MEANS = {"child": 0.9, "older": 0.85, "adult": 1.1}  # how much of the price a kitchen of these portions can pay
INTENSITY = {"child": 2, "older": 3, "adult": 1}
KINDS = {"child": "restaurant d'enfants", "older": "restaurant de soins", "adult": "restaurant d'adultes"}
QUANTUM = {row[0]: int(row[4]) for row in RESOURCES}


def draw(*name):
    """A number in [0, 1) that depends on nothing but the seed and the name."""
    digest = hashlib.sha256("|".join([SEED, *map(str, name)]).encode("utf-8")).digest()
    return int.from_bytes(digest[:7], "big") / 2 ** 56


def choose(weights, *name):
    if not isinstance(weights, dict):
        weights = {choice: 1 for choice in weights}
    at = draw(*name) * sum(weights.values())
    for choice, weight in weights.items():
        at -= weight
        if at < 0:
            return choice
    return choice


def slug(text):
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("’", "-").lower())
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in plain if not unicodedata.combining(letter))
    return "-".join(part for part in plain.split("-") if part)


def read_communes(source):
    """The communes of the two departments: name with its article, position, population."""
    with open(source / "epci-fr.json", encoding="utf-8") as file:
        names = {member["code"]: member["nom"] for grouping in json.load(file) for member in grouping["membres"]}
    with open(source / "communes-fr.csv", encoding="utf-8-sig", newline="") as file:
        return {row["insee_com"]: {"name": names.get(row["insee_com"], row["commune"]), "people": int(row["population_2021"]),
                                   "at": (float(row["lng"]), float(row["lat"]))}
                for row in csv.DictReader(file) if row["insee_dep"] in ("07", "26")}


def estimated_people(sectors, central, population):
    """The largest of what its sectors suggest, to the nearest five."""
    people = max(min(max(population * SECTORS[sector][1], SECTORS[sector][2]), SECTORS[sector][3]) for sector in sectors)
    if central:
        people = min(people * CENTRAL_FACTOR, CENTRAL_MOST)
    return int(people / 5 + 0.5) * 5


def read_canteens(source, communes):
    with open(source / "canteens-2023-07-26.csv", encoding="utf-8-sig", newline="") as file:
        declared = sorted(csv.DictReader(file), key=lambda row: int(row["id"]))
    sectors_of = [[sector for sector in SECTORS if sector in row["canteen_sector_list"].split(",")] for row in declared]
    beside = Counter((row["canteen_city_insee_code"], sector) for row, sectors in zip(declared, sectors_of) for sector in sectors)
    canteens = []
    for row, sectors in zip(declared, sectors_of):
        assert sectors, row["canteen_sector_list"]
        code = row["canteen_city_insee_code"]
        central = row["canteen_production_type"] in ("central", "central_serving")
        # Canteens of one sector share the population of their commune.
        share = communes[code]["people"] / max(beside[code, sector] for sector in sectors)
        largest = max(sectors, key=lambda sector: SECTORS[sector][3])
        canteens.append({"commune": code, "people": estimated_people(sectors, central, share), "portion": SECTORS[largest][4],
                         "label": "cuisine centrale" if row["canteen_production_type"] == "central" else SECTORS[largest][0]})
    count = Counter((canteen["label"], canteen["commune"]) for canteen in canteens)
    numbered = Counter()
    for canteen in canteens:
        key = canteen["label"], canteen["commune"]
        numbered[key] += 1
        number = f" {numbered[key]}" if count[key] > 1 else ""
        canteen["name"] = f"{canteen['label']}{number}, {communes[canteen['commune']]['name']}"
        canteen["id"] = slug(canteen["name"])
    assert len({canteen["id"] for canteen in canteens}) == len(canteens)
    return sorted(canteens, key=lambda canteen: canteen["id"])


def make_needs(canteens):
    """Everyone asks for vegetables and for one more family; those with 200 people or more for two more."""
    needs = []
    for canteen in canteens:
        others = sorted((family for family in PRODUCTS if family != "legumes"), key=lambda family: draw("asks", canteen["id"], family))
        for family in ["legumes", *others[:2 if canteen["people"] >= 200 else 1]]:
            product, step = PRODUCTS[family], QUANTUM[family]
            portion = product.portions[("child", "adult", "older").index(canteen["portion"])]
            serving = canteen["people"] * portion
            up = lambda quantity: math.ceil(round(quantity / step, 6)) * step
            needs.append({"id": f"{canteen['id']}-{family}", "stakeholder": canteen["id"], "commune": canteen["commune"],
                          "family": family, "resource": choose(product.asked, "resource", canteen["id"], family),
                          "quantity": up(serving * product.servings),
                          # A serving for some and not for others is of no use; bread and vegetables can be mixed.
                          "minimum": up(serving) if family in ("fruits", "oeufs", "yaourts") else "",
                          "price": f"{PRICES[family] * MEANS[canteen['portion']] * (0.7 + 0.6 * draw('price', canteen['id'], family)):.3f}",
                          "intensity": INTENSITY[canteen["portion"]],
                          "reach": choose(product.need_reach, "need reach", canteen["id"], family)})
    return needs


def make_farms(communes, needs):
    """A farm per contribution, each in another small commune, drawn among those not far from some canteen."""
    fed = {need["commune"] for need in needs}
    places = sorted((code for code, commune in communes.items() if 100 <= commune["people"] <= 5000 and
                     min(kilometres(commune["at"], communes[other]["at"]) for other in fed) <= 15), key=lambda code: draw("place", code))
    contributions, number = [], Counter()
    for family, product in PRODUCTS.items():
        step = QUANTUM[family]
        total = sum(need["quantity"] for need in needs if need["family"] == family) * product.supply
        size = [1 / (0.2 + draw("size", family, k)) for k in range(product.offers)]  # many small, a few large
        for k in range(product.offers):
            number[product.farm] += 1
            name = f"{product.farm} {number[product.farm]}"
            resource = choose(product.offered, "offers", family, k)
            contributions.append({"id": f"{slug(name)}-{slug(resource)}", "stakeholder": slug(name), "name": name,
                                  "commune": places.pop(0), "family": family, "resource": resource,
                                  "kind": choose({"company": 3, "sse_enterprise": 1}, "kind", name),
                                  "quantity": max(1, round(total * size[k] / sum(size) / step)) * step,
                                  "cost": f"{PRICES[family] * COST_SHARE * (0.7 + 0.6 * draw('cost', family, k)):.3f}",
                                  "reach": choose(product.farm_reach, "farm reach", family, k)})
    return contributions


def kilometres(one, other):
    (east, north), (east2, north2) = [(math.radians(a), math.radians(b)) for a, b in (one, other)]
    half = math.sin((north2 - north) / 2) ** 2 + math.cos(north) * math.cos(north2) * math.sin((east2 - east) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(half)) * 1.3


def near_pairs(communes, needs, contributions):
    """Pairs that could be arranged, nearest first: the farm offers what is asked, within both reaches."""
    wider = {row[0]: row[3] for row in RESOURCES}

    def serves(own, wanted):
        while own and own != wanted:
            own = wider[own]
        return own == wanted

    pairs = []
    for contribution in contributions:
        for need in needs:
            if any(serves(own, need["resource"]) for own in contribution["resource"].split()):
                km = kilometres(communes[contribution["commune"]]["at"], communes[need["commune"]]["at"])
                if km < min(need["reach"], contribution["reach"]):
                    pairs.append((km, contribution, need))
    return sorted(pairs, key=lambda pair: (pair[0], pair[1]["id"], pair[2]["id"]))


def make_arrangements(communes, needs, contributions):
    """Eight invented fixed lines between near neighbours; five invented refusals, always for the farm's own reasons."""
    used, fixed, bans = set(), [], []
    reasons = ("le camion de la ferme est en réparation", "la tournée de la ferme est déjà pleine",
               "la ferme ne livre pas avant neuf heures", "la ferme a déjà promis ses matinées de livraison")
    for km, contribution, need in near_pairs(communes, needs, contributions):
        if contribution["stakeholder"] in used or need["stakeholder"] in used or km < 2:
            continue
        step = QUANTUM[need["family"]]
        if len(fixed) < 8 and draw("fixed", contribution["id"], need["id"]) < 0.15:
            quantity = min(need["quantity"], contribution["quantity"]) // (2 * step) * step
            if quantity:
                fixed.append((contribution["id"], need["id"], quantity, "fixed", "invented"))
                used.update((contribution["stakeholder"], need["stakeholder"]))
        elif len(bans) < 4 and draw("ban", contribution["id"], need["id"]) < 0.05:
            bans.append((contribution["stakeholder"], need["stakeholder"], f"Inventé{SPACE}: {reasons[len(bans)]}", "invented"))
            used.update((contribution["stakeholder"], need["stakeholder"]))
    kept = min((one for one in contributions if one["family"] == "oeufs"), key=lambda one: draw("kept", one["id"]))
    bans.append((kept["id"], "*", f"Inventé{SPACE}: lot gardé pour les paniers de la ferme", "invented"))
    return sorted(fixed), sorted(bans)


def make_today(communes, needs, contributions):
    """Invented: about one canteen in four already buys half of what it asks from the nearest farm that has it."""
    left = {one["id"]: one["quantity"] for one in contributions}
    today = {}
    for km, contribution, need in near_pairs(communes, needs, contributions):
        step = QUANTUM[need["family"]]
        quantity = min(need["quantity"] // 2, left[contribution["id"]]) // step * step
        if need["id"] not in today and quantity and draw("today", need["id"]) < 0.25:
            today[need["id"]] = (contribution["id"], need["id"], quantity, "today", "invented")
            left[contribution["id"]] -= quantity
    return sorted(today.values())


def write(target, name, header, rows):
    with open(target / (name + ".csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    root = Path(__file__).resolve().parent.parent
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else root.parent / "shared/data/territory"
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else root / "examples/drome-ardeche"
    target.mkdir(parents=True, exist_ok=True)
    communes = read_communes(source)
    canteens = read_canteens(source, communes)
    needs = make_needs(canteens)
    contributions = make_farms(communes, needs)
    fixed, bans = make_arrangements(communes, needs, contributions)
    today = make_today(communes, needs, contributions)

    write(target, "stakeholders", ["id", "name", "kind", "commune", "people", "origin"],
          [(one["id"], one["name"], KINDS[one["portion"]], one["commune"], one["people"], "estimated") for one in canteens] +
          [(one["stakeholder"], one["name"], one["kind"], one["commune"], "", "invented") for one in contributions])
    write(target, "resources", ["id", "name", "unit", "broader", "quantum", "origin"], [(*row, "invented") for row in RESOURCES])
    write(target, "needs", ["id", "stakeholder", "resource", "quantity", "minimum", "from", "until", "reach_km", "price", "intensity", "origin"],
          [(one["id"], one["stakeholder"], one["resource"], one["quantity"], one["minimum"], *WINDOW, one["reach"], one["price"], one["intensity"], "estimated") for one in needs])
    write(target, "contributions", ["id", "stakeholder", "resource", "quantity", "from", "until", "reach_km", "cost", "origin"],
          [(one["id"], one["stakeholder"], one["resource"], one["quantity"], *WINDOW, one["reach"], one["cost"], "invented") for one in contributions])
    write(target, "arranged", ["contribution", "need", "quantity", "kind", "origin"], sorted(fixed + today))
    write(target, "bans", ["from", "to", "reason", "origin"], bans)
    (target / "territory.toml").write_text(
        "# Written by tools/make_drome_ardeche.py; README.md tells what is real, estimated and invented.\n"
        f'format   = 1\nname     = "Exercice{SPACE}: vraies cantines, repas estimés, fermes inventées"\nlanguage = "fr"\ncurrency = "EUR"\n'
        'rule     = "people"\norder    = ["minimum", "fair", "distance"]\ndetour   = 1.3\nmemory   = 0\nlot      = 20270301\n'
        "\n# For bocage compare; all invented, see README.md.\n[compare]\n"
        f'priority = ["{KINDS["older"]}", "{KINDS["child"]}"]\n'
        "\n[compare.transport]  # EUR per unit and kilometre\n"
        + "".join(f'"{unit}" = {price}\n' for unit, price in TRANSPORT.items()), encoding="utf-8")
    totals = defaultdict(lambda: [0, 0])
    for side, table in enumerate((needs, contributions)):
        for one in table:
            totals[one["family"]][side] += one["quantity"]
    print(f"{len(canteens)} canteens, {sum(one['people'] for one in canteens)} people, {len(needs)} needs, {len(contributions)} contributions, "
          f"{len(fixed)} fixed lines, {len(bans)} bans")
    for family, (asked, offered) in totals.items():
        print(f"  {family}: {offered} of {asked} ({offered / asked:.0%})")


if __name__ == "__main__":
    main()
