#!/usr/bin/env python3
"""A territory of one shared cost whose every coalition states what it would pay, by a seed.

    python3 bench/make_shared_cost.py FOLDER MEMBERS [SEED]
"""
import itertools
import os
import random
import sys


def main():
    folder, members = sys.argv[1], int(sys.argv[2])
    draw = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    os.makedirs(folder, exist_ok=True)
    names = [f"m{i:02}" for i in range(members)]
    alone = {name: draw.randrange(5_000, 40_000) for name in names}

    def cost(group):  # the more they are, the more they save, and never by the same rule
        return round(sum(alone[name] for name in group) * (1 - 0.5 * (len(group) - 1) / members * draw.uniform(0.8, 1)))

    def write(name, lines):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")

    write("territory.toml", ['format = 1', f'name = "{members} members"', 'language = "en"', 'rule = "need"', 'order = ["fair"]'])
    write("stakeholders.csv", ["id,name", *(f"{name},Member {name}" for name in names)])
    write("shared_costs.csv", ["id,name,cost,method", f"common,Common means,{round(sum(alone.values()) * 0.5)},"])
    write("shared_cost_members.csv", ["shared_cost,stakeholder,alone", *(f"common,{name},{alone[name]}" for name in names)])
    write("coalition_costs.csv", ["shared_cost,members,cost",
                                  *(f"common,{' '.join(group)},{cost(group)}" for size in range(2, members)
                                    for group in itertools.combinations(names, size))])


main()
