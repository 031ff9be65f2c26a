#!/usr/bin/env python3
"""Checks a plan of Bocage without Bocage, for whoever trusts nobody: Python's standard library alone.
    check_plan.py TERRITORY PLAN [--previous PLAN]
TERRITORY is a folder, a JSON file, or its canonical form, which `bocage canonical DIR` writes. Exit status 0: it
holds. 1: it does not; the first thing that is wrong is said. 2: the input cannot be read.

Everything is computed again by docs/formats/checking.md, in whole quanta and exact fractions. Here stands the proof
that the lines are the fair plan. Beside it, in checking/: territory.py reads the tables, links.py finds the possible
pairs, matter.py reads the plan's lines, programs.py judges what lots, conditions and activities decide, said.py looks at
what the plan says of them. N, C: needs and contributions by
id; n, c: one of them; i, j: its id, k: either; flows by pair, (j, i)."""
import hashlib
import json
import re
import sys
from collections import defaultdict
from fractions import Fraction as F
from pathlib import Path

from checking import programs, said
from checking.links import FAR, closure, memory
from checking.matter import MILLION, Matter, demand, same, sums
from checking.territory import canonical

CANONICAL = re.compile(rb'"detour":\d{7,9},"format":1,"language":"..","lot":\d+,"memory":\d+,"name":')

def check_in_play(m):
    """Who is set aside; everybody else with a possible link has a place in the plan, and potentials."""
    m.aside = {i for i in m.N if m.row[i]["reason"] == "set_aside"}
    m.least = {i: max(0, n.get("minimum", 0) * m.counts - m.standing[i]) for i, n in m.N.items()}
    demand(all(m.near[i] and m.least[i] and m.total[i] == m.standing[i] and m.sets_aside for i in m.aside),
           "some set aside cannot be")
    m.play = [(j, i) for i in m.N if i not in m.aside for j in m.near[i]]
    m.active, m.block = {k for pair in m.play for k in pair}, {k: r["block"] for k, r in m.row.items()}
    m.together = lambda k: (other for other in m.near[k] if m.block[other] == m.block[k])
    for k, r in m.row.items():
        demand((m.block[k] is not None) == (m.fair and k in m.active)
               and len(r["potential"]) == len(m.criteria) * (k in m.active),
               f"{k}: its block or its potentials are missing, or too many")

def check_blocks(m):
    """Numbered by rising level, then by smallest id; counted; connected."""
    members = defaultdict(list)
    for k in sorted(m.row):
        members[m.block[k]].append(k)
    m.level = {b["id"]: FAR if b["level"] is None else said.fraction(b["level"]) for b in m.plan["blocks"]}
    ranked = sorted((m.level[b], ks[0], b) for b, ks in members.items() if b is not None)
    demand([b for *_, b in ranked] == [b["id"] for b in m.plan["blocks"]] == [*range(1, len(ranked) + 1)],
           "the blocks are not numbered by their levels")
    for b in m.plan["blocks"]:
        ks = members[b["id"]]
        same(b, {"id": b["id"], "level": b["level"], "needs": sum(k in m.N for k in ks),
                 "contributions": sum(k in m.C for k in ks)}, f"block {b['id']}")
        demand(len(closure(ks[:1], m.together)) == len(ks), f"block {b['id']} is not connected")

def check_flows(m):
    """What moves, in whole quanta and as the proof says exactly, stays where it may; then sums, minima and heights."""
    demand(not any(i in m.decided for _, i in m.proof), "a proof where programs decide")
    m.flow = {k: q - m.stands[k] for k, q in m.lines.items() if q != m.stands[k] and k[1] not in m.decided}
    m.exact = {k: q - m.stands[k] for k, q in (m.lines | m.proof).items() if q != m.stands[k] and k[1] not in m.decided}
    demand(all(q > 0 and j in m.near[i] and i not in m.aside and m.block[j] == m.block[i]
               for (j, i), q in (m.flow | m.exact).items()), "something flows where nothing can, or between blocks")
    m.flow_of, m.exact_of, past = sums(m.flow), sums(m.exact), memory(m.t, m.N, m.links.above)
    got, by_people = m.exact_of if m.fair else m.flow_of, m.rule == "people"
    short = {m.part[i] for i in m.N
             if i in m.aside or not m.sets_aside and i in m.active and got[i] < m.least[i]}
    m.minima = {i: m.least[i] for i in m.N if m.part[i] in short}
    m.least |= {} if m.sets_aside else dict.fromkeys(m.minima, 0)
    m.height = {i: F(past[i][1] + m.standing[i] + m.exact_of[i]) / (
        n["people"] if by_people else past[i][0] + m.size[i]) for i, n in m.N.items()}
    m.threshold = {k: m.level[m.block[k]] * (F(MILLION, m.step[k]) if by_people else 1)
                   for k in m.active if m.fair}  # in quanta a weight

def check_fair(m):
    """The exact flow is the fair plan, and what is served is its rounding."""
    y, x, least, cap, height, threshold = m.exact_of, m.flow_of, m.least, m.cap, m.height, m.threshold
    for i in m.N.keys() & threshold.keys():
        demand(least[i] <= y[i] <= cap[i] and abs(x[i] - y[i]) < 1, f"{i}: its exact share cannot be {y[i]}")
        demand((height[i] <= threshold[i] or y[i] == least[i]) and (height[i] >= threshold[i] or y[i] == cap[i]),
               f"{i} gets more or less than those who share its shortage")
    for j in m.C.keys() & threshold.keys():
        demand(y[j] <= cap[j] and (threshold[j] == FAR or y[j] == x[j] == cap[j]), f"{j} is not used up")
    for j, i in m.play:
        demand(m.block[j] == m.block[i] or m.level[m.block[j]] < m.level[m.block[i]],
               f"{j} could supply {i}, who is shorter")
    givers = defaultdict(set)
    for j, i in m.exact:
        givers[i].add(j)
    asking = {k for k in threshold if threshold[k] == 0 or (
        y[k] < cap[k] if k in m.C else height[k] == threshold[k] and y[k] > least[k])}
    asking = closure(asking, lambda k: givers[k] if k in m.N else m.together(k))
    demand(asking >= threshold.keys(), "a threshold is higher than it must be")

def check_criteria(m):
    """Nothing better by the criteria after that: linear-programming duality, compared one criterion after the other."""
    N, C, links, x, zero = m.N, m.C, m.links, m.flow_of, [0] * len(m.criteria)
    price = {"total": lambda j, i, kept: -MILLION, "stability": lambda j, i, kept: -MILLION * kept,
             "value": lambda j, i, kept: -links.listed.get((j, i), {}).get("value", 0),
             "distance": lambda j, i, kept: 1000 * links.metres(C[j], N[i]),
             "cost": lambda j, i, kept: C[j].get("cost", 0)}
    potential = {k: [p * MILLION for p in m.row[k]["potential"]] for k in m.active}
    for j, i in (pair for pair in m.play if m.block[pair[0]] == m.block[pair[1]]):
        q, old = m.flow.get((j, i), 0), m.earlier.get((j, i), 0)
        more, less = ([price[name](j, i, kept) + a - b for name, a, b in zip(m.criteria, potential[j], potential[i])]
                      for kept in (q < old, q <= old))
        demand(more >= zero and (not q or less <= zero), f"{j} to {i}: another quantity would be better")
    for k, p in potential.items():
        demand(k in C or m.least[k] <= x[k], f"{k} gets less than its minimum")
        demand(k in N and m.fair or p >= zero or k in N and x[k] == m.cap[k], f"{k}: its potential is wrong")
        demand(k in N and m.fair or p <= zero or x[k] == (m.least[k] if k in N else m.cap[k]),
               f"{k}: its potential is wrong")

def check(t, sha256, plan, previous, previous_sha256):
    m = Matter(t, plan)
    m.check_head(sha256, previous_sha256)
    m.check_everybody()
    m.check_before(previous, previous_sha256)
    m.check_transfers()
    programs.check(m)
    check_in_play(m)
    check_blocks(m)
    check_flows(m)
    if m.fair:
        check_fair(m)
    check_criteria(m)
    said.check(m)

def read_territory(path):
    data = Path(path).read_bytes() if Path(path).is_file() else b""
    if not CANONICAL.search(data):
        data = canonical(path)
    return defaultdict(list, json.loads(data)), hashlib.sha256(data).hexdigest()

def read_plan(path):
    data = Path(path).read_bytes()
    return said.document(data), hashlib.sha256(data).hexdigest()

def main(arguments):
    previous, previous_sha256 = {}, None
    try:
        if "--previous" in arguments:
            previous, previous_sha256 = read_plan(arguments.pop(arguments.index("--previous") + 1))
            arguments.remove("--previous")
        where, path = arguments
        check(*read_territory(where), read_plan(path)[0], previous, previous_sha256)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError,
            AssertionError) as problem:
        print(f"The input is wrong: {type(problem).__name__}: {problem}", file=sys.stderr)
        sys.exit(2)
    print("The plan holds.")

if __name__ == "__main__":
    main(sys.argv[1:])
