#!/usr/bin/env python3
"""Checks a plan of Bocage without Bocage, for whoever trusts nobody; Python's standard library alone.
    tools/check_plan.py DIR_OR_JSON PLAN [--previous PLAN]
0: it holds. 1: it does not; the first thing that is wrong is said. 2: the input cannot be read.
All is computed again, in exact fractions, by docs/formats/checking.md; territory.py reads the territory."""
import hashlib
import math
import sys
from collections import Counter, defaultdict
from fractions import Fraction as F
from pathlib import Path
from territory import TESTS, Links, closure, memory, people, read_plan, read_territory, sums

def demand(holds, wrong):
    if not holds:
        print("The plan does not hold: " + wrong)
        sys.exit(1)

def pairs(rows, known, name):  # quantities by pair, in units
    keys = [(r["contribution"], r["need"]) for r in rows]
    demand(keys == sorted(set(keys)), f"{name} are not in order, or one stands twice")
    demand(known.issuperset(keys), f"{name} name somebody who is not there")
    return {k: F(r["quantity"]) for k, r in zip(keys, rows)}

def check(t, plan, previous, previous_sha256):
    settings, links, rule, order = t["territory"], Links(t), plan["rule"], plan["order"]
    N, C = {n["id"]: n for n in t["needs"]}, {c["id"]: c for c in t["contributions"]}
    row = {r["id"]: r for r in plan["needs"] + plan["contributions"]}
    counts = order[:1] == ["minimum"]
    fair = order[counts:counts + 1] == ["fair"]
    criteria, zero = order[counts + fair:], (0,) * len(order[counts + fair:])
    # What the plan was made for, and whom it names.
    demand(plan["input_sha256"] == t["sha256"], "it was made for another territory, or it has changed since")
    demand(plan["territory"] == settings["name"], "it names another territory")
    demand(plan.get("previous_sha256", "") == previous_sha256, "it answers an earlier plan other than given")
    demand((fair or criteria[:1] in (["total"], ["value"])) and len(set(order)) == len(order) and rule in (
        "need", "people") and not {"minimum", "fair"} & set(criteria), f"the order {order} is not allowed")
    demand(plan.get("answer") != "share" or not fair or criteria[:1] == ["stability"], "no stability")
    for key, known in (("needs", N), ("contributions", C)):
        demand([r["id"] for r in plan[key]] == sorted(known), f"{key}: not each once, in order")
    demand(rule == "need" or all(people(t, n) for n in N.values()), "a need does not say for how many people")
    # Lines, what stands before, and sums; all in units.
    step = {i: F(t["step"](x["resource"]), 10**6) for i, x in (N | C).items()}
    size = {i: x["quantity"] * step[i] for i, x in (N | C).items()}
    fails = {(j, i): links.fails(C[j], N[i]) for j in C for i in N}
    lines, proof = (pairs(plan.get(key, []), {*fails}, key) for key in ("transfers", "proof"))
    arranged = {kind: Counter() for kind in ("today", "agreed", "fixed")}
    for r in t["arranged"]:
        arranged[r["kind"]][r["contribution"], r["need"]] += r["quantity"] * step[r["need"]]
    stands, earlier = arranged["fixed"], arranged["agreed"]
    for r in previous.get("transfers", []) if not earlier else ():
        j, i = k = r["contribution"], r["need"]
        if k in fails and (q := r["quantity"] // step[i] * step[i] - stands[k]) > 0:
            earlier = earlier | {k: q}
    if plan.get("answer") == "keep":
        held = {k: q for k, q in earlier.items() if arranged["agreed"] or fails[k] == 7}
        asked, fixed = sums(held), sums(stands)
        held = {k: q for k, q in held.items() if all(asked[x] + fixed[x] <= size[x] for x in k)}
        stands = Counter({k: stands[k] + held.get(k, 0) for k in stands | held})
        earlier = {k: q for k, q in earlier.items() if k not in held}
    for ((j, i), q), r in zip(lines.items(), plan["transfers"]):
        demand(q > 0 and (q / step[i]).denominator == 1, f"{j} to {i}: {q} is no positive number of steps")
        demand(fails[j, i] == 7 or q <= stands[j, i], f"{j} cannot supply {i}: {TESTS[fails[j, i] % 7]}")
        demand(r["km"] * 1000 == links.metres(C[j], N[i]), f"{j} to {i}: the distance is another")
    demand(all(lines.get(k, 0) >= q for k, q in stands.items()), "what stands already is not in the plan")
    total, standing = sums(lines), sums(stands)
    aside = {i for i in N if row[i]["reason"] == "set_aside"}
    least = {i: max(0, n.get("minimum", 0) * counts * step[i] - standing[i]) for i, n in N.items()}
    may_set_aside = settings["below_minimum"] == "set_aside"
    for i in N:
        demand(row[i]["served"] == total[i] <= size[i], f"{i}: served is no sum of its lines, or too much")
        demand(row[i]["fill"] == round(F(total[i]) / size[i], 6), f"{i}: the fill is another")
        demand(i not in aside or total[i] == standing[i] and least[i] and may_set_aside and any(
            fails[j, i] == 7 for j in C), f"{i} cannot be set aside, or gets something all the same")
    for j in C:
        demand(row[j]["given"] == total[j] <= size[j], f"{j}: given is no sum of its lines, or too much")
        demand(row[j]["left"] == size[j] - total[j], f"{j}: what is left is another")
    # Blocks: a number for everybody with a possible link to a need that is not set aside.
    play, near = {(j, i) for j, i in fails if fails[j, i] == 7 and i not in aside}, defaultdict(set)
    for j, i in play:
        near[j].add(i)
        near[i].add(j)
    active, block = set(near), {i: r["block"] for i, r in row.items()}
    for i, r in row.items():
        demand((block[i] is not None) == (fair and i in active), f"{i}: a block too many, or missing")
        demand(len(r["potential"]) == len(criteria) * (i in active), f"{i}: not one potential a criterion")
    level = {b["id"]: math.inf if b["level"] is None else F(b["level"]) for b in plan["blocks"]}
    members = {b: sorted(i for i in row if block[i] == b) for b in level}
    demand(sorted(level) == [*range(1, len(level) + 1)] == sorted({*block.values()} - {None}), "blocks")
    demand([*level] == sorted(level, key=lambda b: (level[b], members[b][0])), "blocks are not in order")
    for b in plan["blocks"]:
        kinds = [sum(i in known for i in members[b["id"]]) for known in (N, C)]
        demand(kinds == [b["needs"], b["contributions"]], f"block {b['id']}: its members are counted wrong")
        joined = closure(members[b["id"]][:1], lambda i: (k for k in near[i] if block[k] == block[i]))
        demand(len(joined) == len(members[b["id"]]), f"block {b['id']} is not connected")
    # The exact flow is the fair plan, and what is served is its rounding.
    demand(all(fair and q >= 0 and q != lines.get(k, 0) for k, q in proof.items()), "proof nobody needs")
    past, flow = memory(t, links, N), {k: q - stands[k] for k, q in lines.items() if q != stands[k]}
    exact = {k: q - stands[k] for k, q in (lines | proof).items() if q != stands[k]}
    demand(all(q > 0 and k in play for k, q in exact.items()), "the proof uses a line that cannot be")
    y, x, level[None] = sums(exact), sums(flow), None
    for i in () if may_set_aside else [i for i in active & {*N} if (y if fair else x)[i] < least[i]]:
        least |= {k: 0 for k in closure([i], near.get) if k in N}  # this part is short of its minima
    pi, cap = {i: level[block[i]] for i in row}, {i: size[i] - standing[i] for i in row}
    weight = {i: people(t, n) if rule == "people" else past[i][0] * step[i] + size[i] for i, n in N.items()}
    height = {i: (past[i][1] * step[i] + standing[i] + y[i]) / weight[i] for i in N}
    demand(all(least[i] <= x[i] for i in active & {*N}), "somebody gets less than its minimum")
    for i in active & {*N} if fair else ():
        demand(least[i] <= y[i] <= cap[i], f"{i}: its exact share is below its minimum, or too much")
        demand(height[i] <= pi[i] or y[i] == least[i], f"{i} gets more than those who share its shortage")
        demand(height[i] >= pi[i] or y[i] == cap[i], f"{i} gets less than those who share its shortage")
        demand(abs(x[i] - y[i]) < step[i], f"{i}: what is served is no rounding of its exact share, {y[i]}")
    for j in active & {*C} if fair else ():
        demand(y[j] <= cap[j] and (pi[j] == math.inf or y[j] == x[j] == cap[j]), f"{j} is not used up")
    for j, i in play if fair else ():
        demand(pi[j] < pi[i] or block[j] == block[i], f"{j} could supply {i}, who is shorter")
    demand(all(block[j] == block[i] for j, i in {*exact, *flow}), "something moves between blocks")
    asks = {i for i in active if pi[i] == 0 or (
        y[i] < cap[i] if i in C else height[i] == pi[i] and y[i] > least[i])}
    givers = {i: {j for j, k in exact if k == i} for i in N}
    asks = closure(asks, lambda i: givers[i] if i in N else (k for k in near[i] if block[k] == block[i]))
    demand(not fair or asks >= active, "a threshold is higher than it must be")
    # The criteria after that: costs and potentials, compared one criterion after the other.
    price = {"total": lambda j, i, keeps: -1, "stability": lambda j, i, keeps: -keeps,
             "value": lambda j, i, keeps: -F(links.listed.get((j, i), {}).get("value", 0), 10**6),
             "distance": lambda j, i, keeps: F(links.metres(C[j], N[i]), 1000),
             "cost": lambda j, i, keeps: F(C[j].get("cost", 0), 10**6)}
    for j, i in sorted(k for k in play if block[k[0]] == block[k[1]]):
        q, old = flow.get((j, i), 0), earlier.get((j, i), 0)
        more, less = (tuple(price[name](j, i, keeps) + a - b for name, a, b in zip(
            criteria, row[j]["potential"], row[i]["potential"])) for keeps in (q < old, q <= old))
        demand(more >= zero and (not q or less <= zero), f"{j} to {i}: another quantity would be better")
    for i in active:
        p = tuple(row[i]["potential"])
        demand(i in N or p >= zero and (p == zero or x[i] == cap[i]), f"{i}: a potential is wrong")
        demand(fair or i in C or (p <= zero or x[i] == least[i]) and (p >= zero or x[i] == cap[i]), f"{i}: y")
    # What it says to people.
    for i, n in N.items():
        facts, furthest, true = row[i].get("facts", {}), max((fails[j, i] for j in C), default=0), {}
        measure = {3: links.days, 4: links.metres}.get(furthest, lambda c, n: 0)
        if total[i] == size[i]:
            reason = "met"
        elif i in aside:
            reason, true = "set_aside", {"minimum": n["minimum"] * step[i], "reachable": sum(
                cap[j] for j in C if fails[j, i] == 7)}
        elif i not in active:
            reason, nearest = TESTS[furthest], [j for j in C if fails[j, i] == furthest]
            nearest = [j for j in nearest if measure(C[j], n) == min(measure(C[k], n) for k in nearest)]
            for c in (C[j] for j in nearest if j == facts.get("contribution")):
                km = [F(min(metres, 10**9), 1000) for metres in (measure(c, n), links.reach(c, n))]
                bans = {"ban": ban for ban in links.bans(c, n) if ban == facts.get("ban")}
                true = {"contribution": c["id"]} | {
                    3: {"days": measure(c, n)}, 4: dict(km=km[0], reach_km=km[1]), 6: bans}.get(furthest, {})
        elif fair:
            above = "at_minimum" if least[i] else "served_before"
            reason = above if height[i] > pi[i] else "shared_shortage"
        else:
            reason = "at_minimum" if 0 < least[i] == x[i] else "order"
        demand(row[i]["reason"] == reason, f"{i}: the reason is {reason}, not {row[i]['reason']}")
        demand(facts.items() <= true.items(), f"{i}: a fact of its reason is not true")
    unit, units = {r["id"]: r["unit"] for r in t["resources"]}, defaultdict(lambda: [0, 0, 0])
    kilometres = sums({k: q * F(links.metres(C[k[0]], N[k[1]]), 1000) for k, q in lines.items()})
    for i, n in N.items():
        u = unit[n["resource"].split()[0]]
        units[u] = [a + b for a, b in zip(units[u], (size[i], total[i], kilometres[i]))]
    summary = {"needs": len(N), "served": sum(total[i] > 0 for i in N), "set_aside": len(aside),
               "reachable_unserved": sum(total[i] == 0 for i in active & {*N}), "lines": len(lines),
               "lines_km": sum(r["km"] for r in plan["transfers"]),
               "lowest_fill": min((row[i]["fill"] for i in N), default=None), "by_unit": [
                   {"unit": u, "needed": a, "served": b, "unit_km": round(F(c), 6)}
                   for u, (a, b, c) in sorted(units.items())]}
    demand(plan["summary"] == summary, "the summary does not add up")
    minima = plan.get("minima", dict(set_aside=[], kept=0, bound=0, lot=settings["lot"], by_unit=[]))
    said = [(r["need"], r["minimum"]) for r in minima["set_aside"] if (r["returns_with"] or 1) > 0]
    demand(said == [(i, N[i]["minimum"] * step[i]) for i in sorted(aside)], "minima: who is set aside")
    demand(minima["kept"] <= min(minima["bound"], sum(least[i] > 0 for i in active & {*N})), "minima: kept")
    demand(minima["lot"] == settings["lot"] and all(u["met"] < u["needed"] for u in minima["by_unit"]), "lot")
    assumed = {said: 0 for said in links.assumed} | {(r["id"], "default_quantum"): F(
        t["proposal"][t["family"](r["id"])], 10**6) for r in t["resources"] if not t["states"](r["id"])}
    assumed |= {("order", "no_" + k): 0 for k, rows in (("value", t["links"]), ("cost", t["contributions"]))
                if k in order and not any(k in r for r in rows)}
    said = [((r["of"], r["code"]), r.get("proposal", 0)) for r in plan["assumptions"]]
    demand(said == sorted(assumed.items()), "an assumption is missing, invented or out of order")

def main(arguments):
    previous, sha256 = {}, ""
    try:
        if "--previous" in arguments:
            path = arguments.pop(arguments.index("--previous") + 1)
            arguments.remove("--previous")
            previous, sha256 = read_plan(path), hashlib.sha256(Path(path).read_bytes()).hexdigest()
        where, path = arguments
        check(read_territory(where), read_plan(path), previous, sha256)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, AssertionError, IndexError) as problem:
        print(f"The input is wrong: {problem!r}", file=sys.stderr)
        sys.exit(2)
    print("The plan holds.")

if __name__ == "__main__":
    main(sys.argv[1:])
