#!/usr/bin/env python3
"""Writes data/communes.csv, the table of French communes that is built into Bocage.

    tools/make_communes.py ../shared/data/territory/communes-fr.csv ../shared/data/territory/epci-fr.json > data/communes.csv

The source has a row for each postcode, so a commune may come several times; one row is kept. Communes without
a position in the source cannot be placed and are left out (named on standard error). Paris, Lyon and Marseille are
missing from the source and are added here: INSEE codes and municipal populations of 2021 (INSEE), town halls (IGN).
The source leaves out articles ("Havre"); the list of groups of communes (INSEE) has them ("Le Havre").
"""
import csv
import json
import sys

CITIES = [
    ("13055", "Marseille", "43.2965", "5.3698", "873076"),
    ("69123", "Lyon", "45.76404", "4.83566", "522250"),
    ("75056", "Paris", "48.85661", "2.35222", "2133111"),
]


ARTICLES = ("Le ", "La ", "Les ", "L'")


def names_with_articles(path):
    """By code: only where nothing but the article differs does one source complete the other."""
    with open(path, encoding="utf-8") as source:
        members = [member for group in json.load(source) for member in group["membres"]]
    names = {member["code"]: member["nom"].replace("\u2019", "'") for member in members}
    return {code: name for code, name in names.items() if name.startswith(ARTICLES)}


def with_article(name, full):
    return full if full in {article + name for article in ARTICLES} else name


def main(path, groups):
    articles = names_with_articles(groups)
    communes = {city[0]: city for city in CITIES}
    unplaced = {}
    with open(path, encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            code = row["insee_com"]
            name = with_article(row["commune"], articles.get(code, ""))
            commune = (code, name, row["lat"], row["lng"], row["population_2021"])
            if not (row["lat"] and row["lng"]):
                unplaced[code] = name
            elif communes.setdefault(code, commune) != commune:
                sys.exit(f"{code}: two rows that differ in more than the postcode")
    for code, name in sorted(unplaced.items()):
        print(f"left out, no position in the source: {code} {name}", file=sys.stderr)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("code", "name", "latitude", "longitude", "population"))
    table.writerows(communes[code] for code in sorted(communes))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
