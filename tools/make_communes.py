#!/usr/bin/env python3
"""Writes data/communes.csv, the table of French communes that is built into Bocage.

    tools/make_communes.py ../shared/data/territory/communes-fr.csv > data/communes.csv

The source has a row for each postcode, so a commune may come several times; one row is kept. Communes without
a position in the source cannot be placed and are left out (named on standard error). Paris, Lyon and Marseille are
missing from the source and are added here: INSEE codes and municipal populations of 2021 (INSEE), town halls (IGN).
"""
import csv
import sys

CITIES = [
    ("13055", "Marseille", "43.2965", "5.3698", "873076"),
    ("69123", "Lyon", "45.76404", "4.83566", "522250"),
    ("75056", "Paris", "48.85661", "2.35222", "2133111"),
]


def main(path):
    communes = {city[0]: city for city in CITIES}
    unplaced = {}
    with open(path, encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            code = row["insee_com"]
            commune = (code, row["commune"], row["lat"], row["lng"], row["population_2021"])
            if not (row["lat"] and row["lng"]):
                unplaced[code] = row["commune"]
            elif communes.setdefault(code, commune) != commune:
                sys.exit(f"{code}: two rows that differ in more than the postcode")
    for code, name in sorted(unplaced.items()):
        print(f"left out, no position in the source: {code} {name}", file=sys.stderr)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("code", "name", "latitude", "longitude", "population"))
    table.writerows(communes[code] for code in sorted(communes))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
