#!/usr/bin/env python3
"""A territory whose members could share projects: make_projects.py FOLDER MEMBERS PROJECTS [SEED]."""
import csv
import pathlib
import random
import sys


def write(folder, name, header, rows):
    with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def main():
    folder, members, projects = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "territory.toml").write_text(
        'format = 1\nname = "Shared projects"\nrule = "people"\norder = ["fair"]\nlot = 1\n', encoding="utf-8")
    ids = [f"m{i:03}" for i in range(members)]
    funders = ["commune", "department", "region"]
    write(folder, "stakeholders", ["id", "name", "kind"],
          [[i, f"Member {i}", "sse_enterprise"] for i in ids] + [[f, f.title(), "local_authority"] for f in funders])
    rows, in_project, uses = [], [], []
    for p in range(projects):
        cost = chance.randrange(8, 90) * 1000
        competent = [f for f in funders if chance.random() < 0.7] or [chance.choice(funders)]
        rows.append([f"p{p:02}", f"Project {p}", cost, cost // 4, round(chance.uniform(0.3, 3), 1), "FTE",
                     " ".join(competent), 0.8])
        in_project += [[f"p{p:02}", m] for m in sorted(chance.sample(ids, chance.randrange(3, 8)))]
        uses += [[f"p{p:02}", "days", chance.randrange(10, 60)], [f"p{p:02}", "rooms", chance.randrange(5, 90)]]
    total = sum(row[2] - row[3] for row in rows)
    write(folder, "projects", ["id", "name", "cost", "own_funds", "benefit", "benefit_unit", "funders", "public_ceiling"], rows)
    write(folder, "project_members", ["project", "stakeholder"], in_project)
    write(folder, "project_uses", ["project", "limit", "quantity"], uses)
    write(folder, "project_limits", ["id", "name", "unit", "quantity"],
          [["days", "Days of facilitation", "day", sum(u[2] for u in uses[0::2]) * 45 // 100],
           ["rooms", "Floor", "m2", sum(u[2] for u in uses[1::2]) // 2]])
    write(folder, "funders", ["stakeholder", "budget", "least_amount"],
          [[f, total * share // 100 // 1000 * 1000, 2000 if f == "region" else ""] for f, share in zip(funders, (12, 15, 20))])


main()
