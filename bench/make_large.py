#!/usr/bin/env python3
"""python3 bench/make_large.py FOLDER NEEDS [SEED]: a territory of so many needs and as many contributions.

Clusters of farms and kitchens, 20 resources in 5 families, four needs or contributions a stakeholder, supply four fifths of
the need: the shape of bench/generate.cc as tables, for measuring whole commands. The same seed gives the same bytes.
"""
import math
import pathlib
import random
import sys


def main():
    folder, size = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    folder.mkdir(parents=True, exist_ok=True)
    clusters = [(dice.uniform(-1.0, 6.0), dice.uniform(43.5, 49.5)) for _ in range(max(1, size // 250))]
    people = size // 2
    places = []
    for _ in range(people):
        x, y = dice.choice(clusters)
        places.append((x + dice.gauss(0, 0.06), y + dice.gauss(0, 0.045)))
    (folder / "territory.toml").write_text(
        f'format = 1\nname = "Large {size}"\nlanguage = "en"\nrule = "need"\norder = ["minimum", "fair", "distance"]\nlot = 1\n')
    with open(folder / "stakeholders.csv", "w") as out:
        out.write("id,name,kind,longitude,latitude\n")
        for s, (x, y) in enumerate(places):
            out.write(f"s{s},Stakeholder {s},company,{x:.5f},{y:.5f}\n")
    with open(folder / "resources.csv", "w") as out:
        out.write("id,name,unit,broader,quantum\n")
        for family in range(5):
            out.write(f"f{family},Family {family},kg,,1\n")
            for kind in range(4):
                out.write(f"r{family}_{kind},Resource {family} {kind},kg,f{family},1\n")

    def resource():
        family = dice.randrange(5)
        return f"f{family}" if dice.random() < 0.2 else f"r{family}_{dice.randrange(4)}"

    for table, share in (("needs", 1.0), ("contributions", 0.8)):
        with open(folder / f"{table}.csv", "w") as out:
            out.write("id,stakeholder,resource,quantity,reach_km\n")
            for i in range(size):
                quantity = max(1, round(share * math.exp(dice.gauss(4, 0.8))))
                out.write(f"{table[0]}{i},s{dice.randrange(people)},{resource()},{quantity},{dice.choice((10, 15, 25))}\n")


if __name__ == "__main__":
    main()
