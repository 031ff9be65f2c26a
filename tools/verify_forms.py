#!/usr/bin/env python3
"""Computes the figures of examples/forms without Bocage: slowly, exactly, with the standard library alone.

    tools/verify_forms.py            every form against the figures published with its scenario
    tools/verify_forms.py DIR        the exact and the whole shares of any territory folder where `fair` leads
    tools/verify_forms.py DIR PLAN   whether a plan serves exactly that

An independent second opinion: it shares no line, and not the algorithm, with the engine. Not handled: memory, who is
set aside where minima cannot all be met (a plan's choice is taken as given), criteria after the leading one but `value`.
"""
import csv
import itertools
import json
import math
import sys
import tomllib
from collections import defaultdict, deque
from fractions import Fraction
from pathlib import Path

from verify_assembly import verify_assembly
from verify_programs import verify_programs


def rows(folder, name):
    path = Path(folder) / (name + ".csv")
    if not path.exists():
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{key: (cell or "").strip() for key, cell in row.items()} for row in csv.DictReader(file)]


class Territory:
    def __init__(self, folder):
        folder = Path(folder)
        self.settings = tomllib.loads((folder / "territory.toml").read_text(encoding="utf-8"))
        self.stakeholders = {row["id"]: row for row in rows(folder, "stakeholders")}
        self.resources = {row["id"]: row for row in rows(folder, "resources")}
        self.needs = {row["id"]: row for row in rows(folder, "needs")}
        self.contributions = {row["id"]: row for row in rows(folder, "contributions")}
        self.bans = rows(folder, "bans")
        self.fixed = [row for row in rows(folder, "arranged") if row["kind"] == "fixed"]
        self.listed = {(row["contribution"], row["need"]): row for row in rows(folder, "links")}
        self.centres = communes(row.get("commune") for row in self.stakeholders.values())

    def quantum(self, resource):
        while not self.resources[resource].get("quantum") and self.resources[resource].get("broader"):
            resource = self.resources[resource]["broader"]
        return Fraction(self.resources[resource].get("quantum") or "0.001")

    def quanta(self, row, column):
        count = Fraction(row.get(column) or "0") / self.quantum(row["resource"].split()[0])
        assert count.denominator == 1, f"{row['id']}: {column} is not whole in quanta"
        return int(count)

    def and_wider(self, resource):
        while resource:
            yield resource
            resource = self.resources[resource].get("broader")

    def metres(self, one, other):
        places = []
        for row in (one, other):
            owner = self.stakeholders[row["stakeholder"]]
            if row.get("longitude"):
                places.append((float(row["longitude"]), float(row["latitude"])))
            elif owner.get("longitude"):
                places.append((float(owner["longitude"]), float(owner["latitude"])))
            else:
                places.append(self.centres.get(owner.get("commune")))
        if None in places:
            return None
        (east, north), (east2, north2) = [(math.radians(a), math.radians(b)) for a, b in places]
        half = math.sin((north2 - north) / 2) ** 2 + math.cos(north) * math.cos(north2) * math.sin((east2 - east) / 2) ** 2
        return math.floor(2 * 6371008.8 * math.asin(math.sqrt(half)) * self.settings.get("detour", 1.3) + 0.5)

    def possible(self, contribution, need):
        if self.listed:
            if (contribution["id"], need["id"]) not in self.listed:
                return False
        elif contribution["stakeholder"] == need["stakeholder"]:
            return False
        wanted = set(need["resource"].split())
        if not any(wider in wanted for own in contribution["resource"].split() for wider in self.and_wider(own)):
            return False
        if max(need.get("from") or "0", contribution.get("from") or "0") > \
           min(need.get("until") or "9", contribution.get("until") or "9"):
            return False
        if not self.listed:
            metres = self.metres(contribution, need)
            for reach in (contribution.get("reach_km"), need.get("reach_km")):
                if reach and (metres is None or metres > Fraction(reach) * 1000):
                    return False
        givers, takers = {contribution["id"], contribution["stakeholder"], "*"}, {need["id"], need["stakeholder"], "*"}
        return not any(ban["from"] in givers and ban["to"] in takers for ban in self.bans)

    def links(self):
        return sorted((c, n) for c, one in self.contributions.items() for n, other in self.needs.items()
                      if self.possible(one, other))


def communes(codes):
    codes = {code for code in codes if code}
    table = Path(__file__).resolve().parent.parent.parent / "shared/data/territory/communes-fr.csv"
    if not codes or not table.exists():
        return {}
    with open(table, encoding="utf-8-sig", newline="") as file:
        return {row["insee_com"]: (float(row["lng"]), float(row["lat"]))
                for row in csv.DictReader(file) if row["insee_com"] in codes}


def largest_flow(supply, target, links):
    """Shortest augmenting paths. Returns what each need gets, and who can still be reached from unused supply."""
    serves, served_by = defaultdict(list), defaultdict(dict)
    for contribution, need in links:
        serves[contribution].append(need)
    left, got = dict(supply), {need: 0 for need in target}
    while True:
        parent, queue, end = {}, deque(), None
        for contribution, quantity in left.items():
            if quantity:
                parent[("c", contribution)] = None
                queue.append(("c", contribution))
        while queue and end is None:
            side, name = queue.popleft()
            if side == "c":
                for need in serves[name]:
                    if ("n", need) not in parent:
                        parent[("n", need)] = (side, name)
                        queue.append(("n", need))
            elif got[name] < target[name]:
                end = name
            else:
                for contribution, quantity in served_by[name].items():
                    if quantity and ("c", contribution) not in parent:
                        parent[("c", contribution)] = (side, name)
                        queue.append(("c", contribution))
        if end is None:
            return got, {name for side, name in parent if side == "c"}, {name for side, name in parent if side == "n"}
        path, at = [], ("n", end)
        while at is not None:
            path.append(at)
            at = parent[at]
        path.reverse()  # contribution, need, contribution, need, ...
        amount = min([left[path[0][1]], target[end] - got[end]] +
                     [served_by[path[k][1]][path[k + 1][1]] for k in range(1, len(path) - 1, 2)])
        for k in range(0, len(path), 2):
            before = served_by[path[k + 1][1]]
            before[path[k][1]] = before.get(path[k][1], 0) + amount
            if k:
                served_by[path[k - 1][1]][path[k][1]] -= amount
        left[path[0][1]] -= amount
        got[end] += amount


def fair_shares(supply, least, most, weight, before, links):
    """The fair plan by divide and conquer: one common level, who cannot reach it, who has more. Yields the parts."""
    if not most:
        return
    total = sum(supply.values())
    if sum(least.values()) > total:
        raise SystemExit(f"minima cannot all be met among {sorted(most)}")
    share, level = dict(most), None  # None: everybody at the cap
    if sum(most.values()) > total:
        turning = sorted({Fraction(before[n] + bound, weight[n]) for n in most for bound in (least[n], most[n])})
        at = lambda height: {n: min(max(height * weight[n] - before[n], least[n]), most[n]) for n in most}
        low = max(height for height in turning if sum(at(height).values()) <= total)
        rising = sum(weight[n] for n in most if least[n] <= low * weight[n] - before[n] < most[n])
        level = low if not rising else low + Fraction(total - sum(at(low).values())) / rising
        share = at(level)
    got, rich_c, rich_n = largest_flow(supply, share, links)
    if got == share:
        yield share, level, dict(supply), links
        return
    for here_c, here_n in ((set(supply) - rich_c, set(most) - rich_n), (rich_c, rich_n)):
        yield from fair_shares({c: supply[c] for c in here_c}, *({n: table[n] for n in here_n} for table in (least, most, weight, before)),
                               [(c, n) for c, n in links if c in here_c and n in here_n])


def whole_shares(share, level, supply, links):
    """Every share its floor or its ceiling; ceilings by largest remainder, then id, as long as a whole flow exists."""
    whole = {need: math.floor(quantity) for need, quantity in share.items()}
    for need in sorted(share, key=lambda n: (-(share[n] - whole[n]), n)):
        if share[need] == whole[need]:
            continue
        more = dict(whole)
        more[need] += 1
        if largest_flow(supply, more, links)[0] == more:
            whole = more
    if level is not None:
        assert sum(whole.values()) == sum(supply.values())
    return whole


def fair_plan(territory, set_aside=()):
    """Served quantities in quanta, exact and whole, of every need; and the common level of its part."""
    assert not territory.settings.get("memory"), "memory is not handled"
    least = {n: territory.quanta(row, "minimum") if "minimum" in territory.settings["order"] else 0
             for n, row in territory.needs.items()}
    most = {n: territory.quanta(row, "quantity") for n, row in territory.needs.items()}
    supply = {c: territory.quanta(row, "quantity") for c, row in territory.contributions.items()}
    people = territory.settings["rule"] == "people"
    weight = {n: int(row.get("people") or territory.stakeholders[row["stakeholder"]]["people"]) if people else most[n]
              for n, row in territory.needs.items()}
    before = {n: 0 for n in most}
    for line in territory.fixed:  # counted as received, planned around
        quantity = territory.quanta({**territory.needs[line["need"]], "quantity": line["quantity"]}, "quantity")
        supply[line["contribution"]] -= quantity
        most[line["need"]] -= quantity
        before[line["need"]] += quantity
    least = {n: max(0, least[n] - before[n]) for n in least}
    exact, whole = {n: Fraction(quantity) for n, quantity in before.items()}, dict(before)
    levels, links = {}, [(c, n) for c, n in territory.links() if n not in set_aside]
    for family in families(links):
        here = [(c, n) for c, n in links if n in family]
        for share, level, stock, inside in fair_shares(
                {c: supply[c] for c, _ in here}, *({n: table[n] for n in family} for table in (least, most, weight, before)), here):
            levels.update({n: level for n in share})
            exact.update({n: before[n] + quantity for n, quantity in share.items()})
            whole.update({n: before[n] + quantity for n, quantity in whole_shares(share, level, stock, inside).items()})
    return exact, whole, levels


def families(links):
    """The needs of each connected part."""
    beside, seen = defaultdict(set), set()
    for contribution, need in links:
        beside[("c", contribution)].add(("n", need))
        beside[("n", need)].add(("c", contribution))
    for start in sorted(beside):
        part, queue = set(), [start] if start not in seen else []
        while queue:
            at = queue.pop()
            if at not in seen:
                seen.add(at)
                part.add(at)
                queue.extend(beside[at])
        if part:
            yield {name for side, name in part if side == "n"}


def most_of(territory):
    """`total` or `value` in the lead: the cheapest flow by successive shortest paths. Returns tonnes and value."""
    order = territory.settings["order"]
    value = {pair: Fraction(row["value"] or "0") for pair, row in territory.listed.items() if pair in set(territory.links())}
    gain = {pair: tuple({"total": Fraction(1), "value": worth}[criterion] for criterion in order) for pair, worth in value.items()}
    left = {c: territory.quanta(row, "quantity") for c, row in territory.contributions.items()}
    room = {n: territory.quanta(row, "quantity") for n, row in territory.needs.items()}
    flow = defaultdict(int)
    add = lambda one, other, sign: tuple(a + sign * b for a, b in zip(one, other))
    nothing = tuple(Fraction(0) for _ in order)
    while True:
        best = {("c", c): (nothing, None) for c in left if left[c]}
        for _ in range(len(left) + len(room)):  # Bellman-Ford, for the largest gain
            for (c, n), step in gain.items():
                for tail, head, sign, open_ in ((("c", c), ("n", n), 1, True), (("n", n), ("c", c), -1, flow[c, n] > 0)):
                    if open_ and tail in best and (head not in best or add(best[tail][0], step, sign) > best[head][0]):
                        best[head] = (add(best[tail][0], step, sign), tail)
        ends = [(best["n", n][0], n) for n in room if room[n] and ("n", n) in best]
        if not ends or max(ends)[0] <= nothing:
            return sum(flow.values()), sum(quantity * value[pair] for pair, quantity in flow.items())
        path, at = [], ("n", max(ends)[1])
        while at is not None:
            path.append(at)
            at = best[at][1]
        steps = list(zip(path[1:], path))
        amount = min([left[path[-1][1]], room[path[0][1]]] + [flow[head[1], tail[1]] for tail, head in steps if tail[0] == "n"])
        for tail, head in steps:
            if tail[0] == "c":
                flow[tail[1], head[1]] += amount
            else:
                flow[head[1], tail[1]] -= amount
        left[path[-1][1]] -= amount
        room[path[0][1]] -= amount


def gini(values):
    values = sorted(values)
    count = len(values)
    return float(sum((2 * place - count - 1) * x for place, x in enumerate(values, 1)) / (count * sum(values)))


def common_cost(folder):  # the members of its one shared cost, what all pay, and what every coalition would
    members = [row["stakeholder"] for row in rows(folder, "shared_cost_members")]
    costs = {frozenset([row["stakeholder"]]): Fraction(row["alone"]) for row in rows(folder, "shared_cost_members")}
    costs |= {frozenset(row["members"].split()): Fraction(row["cost"]) for row in rows(folder, "coalition_costs")}
    return members, Fraction(rows(folder, "shared_costs")[0]["cost"]), costs


def who_would_leave(shares, costs):
    return {"".join(sorted(group)) for group, cost in costs.items() if sum(shares[member] for member in group) > cost}


def verify_split(folder, expect):
    members, whole, costs = common_cost(folder)
    costs_of_all = costs | {frozenset(members): whole, frozenset(): Fraction(0)}
    orders = list(itertools.permutations(members))
    shapley = {m: sum(costs_of_all[frozenset(order[:order.index(m) + 1])] - costs_of_all[frozenset(order[:order.index(m)])]
                      for order in orders) / len(orders) for m in members}
    alone = {m: costs[frozenset([m])] for m in members}
    equal_profit = {m: whole * alone[m] / sum(alone.values()) for m in members}
    by_head = {m: whole / len(members) for m in members}
    core = dict(zip(members, (22000, 18000, 12000, 8000)))
    for key, shares, leave in (("Shapley", shapley, {"ABC", "ACD"}), ("equal profit", equal_profit, {"ACD", "BCD"}),
                               ("by head", by_head, {"D", "CD", "ACD", "BCD"}), ("core", core, set())):
        expect(f"what all pay ({key})", sum(shares.values()), whole)
        expect(f"groups that would leave ({key}), besides the published ones", len(who_would_leave(shares, costs) ^ leave), 0)
    # The others pay at most their own cost, so each pays at least the rest; and these rests make the whole.
    rests = sum(whole - costs[frozenset(members) - {m}] for m in members)
    expect("the least that members must pay, together: nothing is left to divide", rests, whole)


def subsets(items):
    return itertools.chain.from_iterable(itertools.combinations(items, size) for size in range(len(items) + 1))


def verify_members_and_days(folder, expect):  # every set of projects, within the budget and the days
    projects = {row["id"]: row for row in rows(folder, "projects")}
    days = {row["project"]: int(row["quantity"]) for row in rows(folder, "project_uses")}
    members = defaultdict(set)
    for row in rows(folder, "project_members"):
        members[row["project"]].add(row["stakeholder"])
    budget, most_days = int(rows(folder, "funders")[0]["budget"]), int(rows(folder, "project_limits")[0]["quantity"])
    possible = []
    for chosen in subsets(projects):
        cost = sum(int(projects[p]["cost"]) for p in chosen)
        if cost <= budget and sum(days[p] for p in chosen) <= most_days:
            covered = len(set().union(*(members[p] for p in chosen)))
            possible.append((covered, sum(Fraction(projects[p]["benefit"]) for p in chosen), -cost, chosen))
    benefit, cost, covered = max((b, c, n) for n, b, c, _ in possible)
    expect("most FTE", benefit, Fraction("6.4"))
    expect("its cost", -cost, 159000)
    expect("members it reaches", covered, 10)
    covered, benefit, cost, _ = max(possible)
    expect("members that can be reached", covered, 12)
    expect("FTE with everybody", benefit, Fraction("5.9"))
    expect("its cost", -cost, 151000)


def verify_contract(folder, expect):  # every set of firms: batches first, then the cheapest
    project = rows(folder, "projects")[0]
    whole, most = Fraction(project["quantity"]), Fraction(project["quantity"]) * Fraction(project["most_share"])
    firms = [[Fraction(row[key]) for key in ("cost", "minimum", "capacity")] for row in rows(folder, "project_members")]
    cheapest = {}
    for chosen in subsets(range(len(firms))):
        left, cost = whole - sum(firms[f][1] for f in chosen), Fraction(project["cost"]) + sum(firms[f][0] * firms[f][1] for f in chosen)
        for price, batch, capacity in sorted(firms[f] for f in chosen):
            more = max(Fraction(0), min(left, min(capacity, most) - batch))
            left, cost = left - more, cost + price * more
        if left == 0:
            cheapest[len(chosen)] = min(cost, cheapest.get(len(chosen), cost))
    expect("cheapest", min(cheapest.values()), 134160)
    expect("with at least five firms", min(cost for count, cost in cheapest.items() if count >= 5), 134460)
    expect("with all seven", cheapest[7], 135420)


def verify_funders(folder, expect):  # every set of projects: what only some may fund fits their budgets together
    budgets = {row["stakeholder"]: int(row["budget"]) for row in rows(folder, "funders")}
    projects = {row["id"]: row for row in rows(folder, "projects")}
    needed = {p: int(row["cost"]) - int(row["own_funds"]) for p, row in projects.items()}
    below = {p for p, row in projects.items() if needed[p] <= Fraction(row["public_ceiling"]) * int(row["cost"])}
    most = max((chosen for chosen in subsets(sorted(below))
                if all(sum(needed[p] for p in chosen if set(projects[p]["funders"].split()) <= set(some)) <= sum(budgets[f] for f in some)
                       for some in subsets(budgets))), key=len)
    expect("projects that open", len(most), 4)
    expect("public money", sum(needed[p] for p in most), 176000)
    expect("the crèche over its ceiling", needed["creche"] - 56000, 2000)


def verify(forms):
    wrong = []

    def expect(what, found, figure, tolerance=0):
        good = abs(found - figure) <= tolerance
        print(f"  {'ok   ' if good else 'WRONG'} {what}: {float(found):g}" + ("" if good else f", expected {figure:g}"))
        if not good:
            wrong.append(what)

    def served(name):
        territory = Territory(forms / name)
        exact, whole, _ = fair_plan(territory)
        step = {n: territory.quantum(row["resource"].split()[0]) for n, row in territory.needs.items()}
        print(name)
        return territory, {n: whole[n] * step[n] for n in whole}, {n: exact[n] * step[n] for n in exact}

    # ../shared/scenarios/expected.json and domain.md F1, F4, F9, F15; research/platforms.md 3.12 for the last two.
    van, hours, _ = served("s1-van")
    for need, figure in zip(("n1", "n2", "n3", "n4", "n5", "n6"), (6.26, 8.35, 5.22, 6, 10, 4.17)):
        expect(f"hours of {need}", hours[need], figure, 0.005)
    fills = [hours[n] / Fraction(row["quantity"]) for n, row in van.needs.items()]
    expect("lowest fill", min(fills), 0.522, 0.0005)
    expect("Gini of fills", gini(fills), 0.130, 0.0005)
    expect("Atkinson 1 of fills", 1 - math.prod(fills) ** (1 / 6) / float(sum(fills) / 6), 0.033, 0.0005)
    expect("money value", sum(hours[n] * Fraction(row["price"]) for n, row in van.needs.items()), 557, 0.5)
    gap = sum(hours[n] * (6 - Fraction(row["price"])) for n, row in van.needs.items() if Fraction(row["price"]) < 6)
    expect("solidarity gap", gap, 39.66, 0.01)

    place, slots, exact = served("s3-third-place")
    expect("slots used", sum(slots.values()), 30)
    expect("needs below their minimum", sum(slots[n] < int(row["minimum"]) for n, row in place.needs.items()), 0)
    expect("lowest fill", min(slots[n] / Fraction(row["quantity"]) for n, row in place.needs.items()), 0.5)
    expect("lowest exact fill", min(exact[n] / Fraction(row["quantity"]) for n, row in place.needs.items()), 0.59, 0.005)

    for name, figure in (("s8-employment-without", 315), ("s8-employment-with", 322.5)):
        work, hours, _ = served(name)
        expect("hours wanted", sum(Fraction(row["quantity"]) for row in work.needs.values()), 322.5)
        expect("hours found", sum(hours.values()), figure)
        vetoed = {ban["from"] for ban in work.bans}
        expect("possible links from vetoed activities", sum(c in vetoed for c, _ in work.links()), 0)

    for name, tonnes, euros in (("s11-ecology", 1170, 35680), ("s11-ecology-value", 1080, 36220)):
        print(name)
        found = most_of(Territory(forms / name))
        expect("tonnes", found[0], tonnes)
        expect("euros", found[1], euros)

    _, one, _ = served("carrots")
    _, other, _ = served("carrots-other-closing")
    expect("orders with nothing", sum(quantity == 0 for quantity in one.values()), 0)
    expect("kilograms shared out", sum(one.values()), 10)
    expect("orders that the closing days change", sum(one[n] != other[n] for n in one), 0)

    _, packs, _ = served("clinics")
    for need, figure in zip(("request_a", "request_b", "request_c"), (6, 13, 31)):
        expect(f"packs of {need}", packs[need], figure)

    print("s2-meta-organisation")
    verify_split(forms / "s2-meta-organisation", expect)
    print("s7-multi-stakeholder-coop")
    verify_assembly(rows, forms / "s7-multi-stakeholder-coop", expect)
    print("s4-shared-projects")
    verify_members_and_days(forms / "s4-shared-projects", expect)
    print("s5-supply-chain")
    verify_contract(forms / "s5-supply-chain", expect)
    print("s13-co-funding")
    verify_funders(forms / "s13-co-funding", expect)
    verify_programs(rows, forms, expect)
    return wrong


def main():
    if len(sys.argv) == 1:
        wrong = verify(Path(__file__).resolve().parent.parent / "examples/forms")
        print("all figures hold" if not wrong else f"{len(wrong)} figures do not hold")
        return 1 if wrong else 0
    territory = Territory(sys.argv[1])
    plan = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"), parse_float=Fraction) if len(sys.argv) > 2 else {"needs": []}
    exact, whole, levels = fair_plan(territory, {need["id"] for need in plan["needs"] if need["reason"] == "set_aside"})
    steps = {n: territory.quantum(row["resource"].split()[0]) for n, row in territory.needs.items()}
    if len(sys.argv) == 2:
        for need in sorted(whole):
            print(f"{need}: {float(whole[need] * steps[need]):g} of {territory.needs[need]['quantity']}, exactly {exact[need] * steps[need]}",
                  f"level {levels[need] and levels[need] * (steps[need] if territory.settings['rule'] == 'people' else 1)}" if need in levels
                  else "no link")
        return 0
    other = [need["id"] for need in plan["needs"] if need["served"] != whole[need["id"]] * steps[need["id"]]]
    print(f"{len(whole) - len(other)} of {len(whole)} needs are served exactly the same" + "".join(f"\n  not: {need}" for need in other))
    return 1 if other else 0


if __name__ == "__main__":
    sys.exit(main())
