#!/usr/bin/env python3
"""Checks a plan of Bocage without Bocage, for whoever trusts nobody: this one file, Python's standard library alone.
    check_plan.py TERRITORY PLAN [--previous PLAN]
TERRITORY is the canonical JSON the plan was made for (`bocage canonical DIR`); with territory.py beside this file, also a
folder or another JSON. 0: it holds. 1: it does not; the first thing that is wrong is said. 2: the input cannot be read.
All is computed again by docs/formats/checking.md, in whole quanta and exact fractions. N, C: needs and contributions by
id; n, c: one of them; i, j: its id, k: either; lines and flows by pair, (j, i)."""
import hashlib, itertools, json, math, re, sys  # noqa: E401
from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction as F
from pathlib import Path

TESTS = "no_such_resource own_means_only not_listed dates_never_meet out_of_reach no_position banned".split()
TABLES = {"summary", "minima", "transfers", "needs", "contributions", "blocks", "proof", "assumptions"}
CELL, MILLION, FAR = .001, 10**6, math.inf  # of the grid, in radians; millionths of a unit; no reach stated

def demand(holds, wrong):
    if not holds:
        print("The plan does not hold: " + wrong)
        sys.exit(1)
def same(row, true, name):  # key by key, none missing and none too many
    for k in sorted({*row, *true}):
        demand(k in row and k in true and row[k] == true[k], f"{name}: {k} is {row.get(k)}, not {true.get(k)}")
def number(text):  # one spelling for a number, and below for a fraction
    if not re.fullmatch(r"-?(0|[1-9]\d{0,19})(\.\d{0,5}[1-9])?", text) or text == "-0":
        raise ValueError(f"{text[:80]} is no plain number")
    return F(text) if "." in text else int(text)
def fraction(text):
    if not re.fullmatch(r"\d{1,37}(/\d{1,37})?", text) or str(F(text)) != text:
        raise ValueError(f"{text[:80]} is no fraction in lowest terms")
    return F(text)
def distinct(pairs):  # each key once, and no truth where a number belongs
    parts = [x for key, v in pairs if key != "drawn" for x in (v if isinstance(v, list) else [v])]
    if len(dict(pairs)) < len(pairs) or bool in map(type, parts):
        raise ValueError(f"a key stands twice, or is true or false: {pairs}"[:200])
    return dict(pairs)
def read_plan(path):
    data, hooks = Path(path).read_bytes(), {"parse_float": number, "parse_int": number, "parse_constant": number}
    return json.loads(data, object_pairs_hook=distinct, **hooks), hashlib.sha256(data).hexdigest()
def read_territory(path):
    data = Path(path).read_bytes() if Path(path).is_file() else b""
    if not re.search(rb'"detour":\d{7,9},"format":1,"language":"..","lot":\d+,"memory":\d+,"name":', data):
        if not Path(__file__).with_name("territory.py").exists():
            raise ValueError(f"{path} is no canonical JSON: `bocage canonical` writes it, or territory.py beside this file")
        data = __import__("territory").canonical(path)
    return defaultdict(list, json.loads(data)), hashlib.sha256(data).hexdigest()
def closure(start, step):  # all that can be reached
    seen, queue = set(start), list(start)
    while queue:
        queue += (new := set(step(queue.pop())) - seen)
        seen |= new
    return seen
def sums(lines):  # by contribution and by need
    ends = Counter()
    for (j, i), q in lines.items():
        ends[j], ends[i] = ends[j] + q, ends[i] + q
    return ends

class Rules:  # which pairs are possible, by the design: a test for a pair, and a grid of those worth the test
    def __init__(self, t):
        self.lists, self.detour, self.assumed, self.longest = "links" in t, t["territory"]["detour"] / 1e6, {}, Counter()
        self.listed, self.bans = {(r["contribution"], r["need"]): r for r in t["links"]}, defaultdict(list)
        self.listed_by, self.grid = defaultdict(list), defaultdict(lambda: defaultdict(list))
        owner, centre = ({r[k]: r for r in t[name]} for name, k in (("stakeholders", "id"), ("communes", "code")))
        broader = {r["id"]: [r["broader"]] if "broader" in r else [] for r in t["resources"]}
        self.above = {r: closure([r], broader.get) for r in broader}
        for r in t["bans"]:
            self.bans[r["from"], r["to"]].append(r.get("reason", ""))
        for r in t["needs"] + t["contributions"]:
            own = r, (s := owner[r["stakeholder"]])
            at = next((x for x in (*own, centre.get(s.get("commune"), {})) if "latitude" in x), None)
            if at not in own:
                self.assumed[(s["id"], "commune_position") if at else (r["id"], "no_position")] = 0
            r["at"] = at and [at[axis] / 1e7 * (math.pi / 180) for axis in ("latitude", "longitude")]
            r["has"], r["reach"], r["owner"] = {*r["resource"].split()}, r.get("reach_km", FAR), s
        for c in t["contributions"]:
            for r in (above := set().union(*(self.above[r] for r in c["has"]))):
                self.longest[r] = max(self.longest[r], c["reach"])
                self.grid[r][c["at"] and (*(x // CELL for x in c["at"]),)].append(c)
            c["has"], self.listed_by[c["id"]] = above, c
        for j, i in self.listed:
            self.listed_by[i].append(self.listed_by[j])
    def around(self, n):  # who has what it asks, and is listed or in the cells within reach
        for r in () if self.lists else n["has"] & {*self.grid}:
            cells, high, at = self.grid[r], (min(n["reach"], self.longest[r]) + 1) / self.detour / 6371008 + 1e-6, n["at"]
            if at and abs(at[0]) + high < 1.5 and abs(at[1]) + (wide := high / math.cos(abs(at[0]) + high)) < math.pi:
                cells = itertools.product(*(range(int((x - d) // CELL), int((x + d) // CELL) + 1)
                                            for x, d in zip(at, (high, wide))))
            yield from (c for cell in cells for c in self.grid[r].get(cell, ()))
        yield from self.listed_by[n["id"]]
    def metres(self, c, n):
        pair = self.listed.get((c["id"], n["id"]), {})
        if "km" in pair or not (c["at"] and n["at"]):
            return pair.get("km", 0)
        (y, x), (v, u) = c["at"], n["at"]
        high, wide = math.sin((v - y) / 2), math.sin((u - x) / 2)
        h = high * high + math.cos(y) * math.cos(v) * (wide * wide)
        return math.floor(2 * 6371008.8 * math.asin(math.sqrt(min(1, h))) * self.detour + .5)
    def forbids(self, c, n):
        return [reason for giver in ("*", c["stakeholder"], c["id"]) for taker in ("*", n["stakeholder"], n["id"])
                for reason in self.bans.get((giver, taker), ())]
    def apart(self, c, n):  # days from the end of one window to the beginning of the other
        return max([(date.fromisoformat(b["from"]) - date.fromisoformat(a["until"])).days
                    for a, b in ((c, n), (n, c)) if "until" in a and "from" in b], default=0)
    def fails(self, c, n):  # the first test a pair fails, as a place in TESTS; 7 where it is possible
        new, near, placed = (c["id"], n["id"]) not in self.listed, min(c["reach"], n["reach"]), c["at"] and n["at"]
        wrong = (not c["has"] & n["has"], new and c["owner"] is n["owner"], new and self.lists, self.apart(c, n) > 0,
                 new and placed and near < FAR and near < self.metres(c, n), new and not placed and near < FAR,
                 self.bans and self.forbids(c, n), True)
        return next(k for k, failed in enumerate(wrong) if failed)

def memory(t, N, above):  # what past cycles left with each need, in quanta: needed, received
    natural = lambda name: ([(48, int(c)) if c.isdigit() else (ord(c), 0) for c in re.findall("[0-9]+|.", name)], name)
    cycles, past = sorted({r["cycle"] for r in t["received"]}, key=natural), {i: [0, 0] for i in N}
    for r in (r for r in t["received"] if r["cycle"] in cycles[max(0, len(cycles) - t["territory"]["memory"]):]):
        claims = {i: n["quantity"] for i, n in N.items()
                  if n["stakeholder"] == r["stakeholder"] and n["has"] & above[r["resource"]]}
        for which, of in enumerate(("needed", "quantity") if claims else ()):
            part = {i: divmod(r[of] * q, sum(claims.values())) for i, q in claims.items()}
            rest = r[of] - sum(floor for floor, _ in part.values())
            for k, i in enumerate(sorted(claims, key=lambda i: (-part[i][1], i))):
                past[i][which] += part[i][0] + (k < rest)
    return past

def check(t, sha256, plan, previous, previous_sha256):
    settings, links, rule, order, answer = t["territory"], Rules(t), plan["rule"], plan["order"], plan.get("answer")
    N, C = ({r["id"]: r for r in t[name]} for name in ("needs", "contributions"))
    row, size = {r["id"]: r for r in plan["needs"] + plan["contributions"]}, {k: x["quantity"] for k, x in (N | C).items()}
    counts = order[:1] == ["minimum"]
    fair = order[counts:counts + 1] == ["fair"]
    criteria, zero = order[counts + fair:], [0] * len(order[counts + fair:])
    # What the plan was made for, and whom it names.
    head = {"format": "bocage-plan/1", "engine": f"{plan['engine']}", "territory": settings["name"], "input_sha256": sha256,
            "previous_sha256": previous_sha256, "rule": rule, "order": order, "answer": answer}
    same({k: v for k, v in plan.items() if k not in TABLES}, {k: v for k, v in head.items() if v is not None}, "the plan")
    demand((fair or criteria[:1] in (["total"], ["value"])) and len({*order}) == len(order) and rule in ("people", "need")
           and {*criteria} <= {"total", "value", "stability", "distance", "cost"} and answer in (None, "keep", "share")
           and not (answer == "share" and fair and criteria[:1] != ["stability"]) and ("proof" in plan) == fair,
           f"{rule}, {order}, {answer}: not allowed")
    for name, known in (("needs", N), ("contributions", C)):
        demand([r["id"] for r in plan[name]] == sorted(known), f"{name}: not each once, in order")
    near, part, claims = defaultdict(set), {}, defaultdict(list)
    for i, n in N.items():
        near[i] = {c["id"] for c in links.around(n) if links.fails(c, n) == 7}
        for j in near[i]:
            near[j].add(i)
    for i, n in N.items():
        part |= {} if i in part else dict.fromkeys(closure([i], near.get), i)
        claims[part[i], n["stakeholder"]].append(n.get("people"))
        n["people"] = n.get("people", n["owner"].get("people"))
        demand(rule == "need" or n["people"], f"{i} does not say for how many people")
    for (_, s), own in claims.items() if rule == "people" else ():
        demand(len(own) == 1 or all(own) and sum(own) <= next(x for x in t["stakeholders"] if x["id"] == s).get("people", FAR), f"{s}: its people count twice")
    # Lines, what stands before, and sums.
    quantum = {r["id"]: r.get("quantum", 1000) for r in t["resources"]}
    step = {k: quantum[x["resource"].split()[0]] for k, x in (N | C).items()}
    units = lambda k, q: F(q * step[k], MILLION)
    def pairs(name, read):  # the quantities, in quanta
        keys = [(r["contribution"], r["need"]) for r in plan.get(name, ())]
        demand(keys == sorted({*keys}) and all(j in C and i in N for j, i in keys), f"{name}: out of order, or of nobody")
        quanta = [read(r["quantity"]) * MILLION / F(step[r["need"]]) for r in plan.get(name, ())]
        return {k: int(q) if q.denominator == 1 else q for k, q in zip(keys, quanta)}
    lines, proof, arranged = pairs("transfers", F), pairs("proof", fraction), defaultdict(Counter)
    for r in t["arranged"]:
        arranged[r["kind"]][r["contribution"], r["need"]] += r["quantity"]
    stands, earlier = arranged["fixed"], Counter(arranged["agreed"])
    demand(answer is None or earlier or previous_sha256, "it answers a change, and there is nothing before it")
    for r in previous.get("transfers", ()) if not earlier else ():
        if r["contribution"] in C and r["need"] in N:
            k = r["contribution"], r["need"]
            earlier[k] += max(0, r["quantity"] * MILLION // step[k[1]] - stands[k])
    if answer == "keep":
        held = Counter({(j, i): q for (j, i), q in earlier.items() if (j, i) in arranged["agreed"] or j in near[i]})
        asked, fixed = sums(held), sums(stands)
        held = Counter({k: q for k, q in held.items() if all(asked[x] + fixed[x] <= size[x] for x in k)})
        stands, earlier = stands + held, {k: q for k, q in earlier.items() if k not in held}
    for ((j, i), q), r in zip(lines.items(), plan["transfers"]):
        demand(q > 0 and q.denominator == 1, f"{j} to {i}: {r['quantity']} is no number of steps")
        demand(j in near[i] or q <= stands[j, i], f"{j} cannot supply {i}: {TESTS[links.fails(C[j], N[i]) % 7]}")
        same(r, {"contribution": j, "need": i, "quantity": units(i, q), "km": F(links.metres(C[j], N[i]), 1000)}, f"{j}, {i}")
    demand(all(len(r) == 3 for r in plan.get("proof", ())), "proof: a key too many")
    demand(all(lines.get(k, 0) >= q for k, q in stands.items()), "what stands already is not in the plan")
    total, standing = sums(lines), sums(stands)
    cap = {k: size[k] - standing[k] for k in size}
    demand(all(total[k] <= size[k] for k in size), "somebody gets more than it asked, or gives more than it has")
    aside, may_set_aside = {i for i in N if row[i]["reason"] == "set_aside"}, settings["below_minimum"] == "set_aside"
    least = {i: max(0, n.get("minimum", 0) * counts - standing[i]) for i, n in N.items()}
    demand(all(near[i] and least[i] and total[i] == standing[i] and may_set_aside for i in aside), "some set aside cannot be")
    # Blocks: everybody with a possible link to a need that is not set aside has one, by rising level.
    play = [(j, i) for i in N if i not in aside for j in near[i]]
    active, block, members = {k for pair in play for k in pair}, {k: r["block"] for k, r in row.items()}, defaultdict(list)
    together = lambda k: (m for m in near[k] if block[m] == block[k])
    for k in sorted(row):
        demand((block[k] is not None) == (fair and k in active) and len(row[k]["potential"]) == len(criteria) * (k in active),
               f"{k}: its block or its potentials are missing, or too many")
        members[block[k]].append(k)
    level = {b["id"]: FAR if b["level"] is None else fraction(b["level"]) for b in plan["blocks"]}
    ranked = sorted((level[b], ks[0], b) for b, ks in members.items() if b is not None)
    demand([b for *_, b in ranked] == [*level] == [*range(1, len(level) + 1)], "the blocks are not numbered by their levels")
    for b in plan["blocks"]:
        ks = members[b["id"]]
        same(b, b | {"needs": sum(k in N for k in ks), "contributions": sum(k in C for k in ks)}, f"block {b['id']}")
        demand(len(b) == 4 and len(closure(ks[:1], together)) == len(ks), f"block {b['id']} is not connected")
    # The exact flow is the fair plan, and what is served is its rounding.
    flow = {k: q - stands[k] for k, q in lines.items() if q != stands[k]}
    exact = {k: q - stands[k] for k, q in (lines | proof).items() if q != stands[k]}
    demand(all(q != lines.get(k, 0) for k, q in proof.items()), "a proof nobody needs")
    demand(all(q > 0 and j in near[i] and i not in aside and block[j] == block[i] for (j, i), q in (flow | exact).items()),
           "something flows where nothing can, or between blocks")
    y, x, past, givers, asking = sums(exact), sums(flow), memory(t, N, links.above), defaultdict(set), set()
    short = {part[i] for i in N if i in aside or not may_set_aside and i in active and (y if fair else x)[i] < least[i]}
    minima = {i: least[i] for i in N if part[i] in short}
    least |= {} if may_set_aside else dict.fromkeys(minima, 0)
    pi = {k: level[block[k]] * (F(MILLION, step[k]) if rule == "people" else 1) for k in active if fair}  # quanta a weight
    height = {i: F(past[i][1] + standing[i] + y[i]) / (n["people"] if rule == "people" else past[i][0] + size[i])
              for i, n in N.items()}
    for i in N.keys() & active:
        demand(least[i] <= x[i], f"{i} gets less than its minimum")
        demand(not fair or least[i] <= y[i] <= cap[i] and abs(x[i] - y[i]) < 1, f"{i}: its exact share cannot be {y[i]}")
        demand(not fair or (height[i] <= pi[i] or y[i] == least[i]) and (height[i] >= pi[i] or y[i] == cap[i]),
               f"{i} gets more or less than those who share its shortage")
    for j in C.keys() & active if fair else ():
        demand(y[j] <= cap[j] and (pi[j] == FAR or y[j] == x[j] == cap[j]), f"{j} is not used up")
    for j, i in play if fair else ():
        demand(block[j] == block[i] or level[block[j]] < level[block[i]], f"{j} could supply {i}, who is shorter")
    for j, i in exact:
        givers[i].add(j)
    asking = {k for k in pi if pi[k] == 0 or (y[k] < cap[k] if k in C else height[k] == pi[k] and y[k] > least[k])}
    asking = closure(asking, lambda k: givers[k] if k in N else together(k))
    demand(asking >= pi.keys(), "a threshold is higher than it must be")
    # The criteria after that: costs and potentials, compared one criterion after the other.
    price = {"total": lambda j, i, kept: -MILLION, "stability": lambda j, i, kept: -MILLION * kept,
             "value": lambda j, i, kept: -links.listed.get((j, i), {}).get("value", 0),
             "distance": lambda j, i, kept: 1000 * links.metres(C[j], N[i]), "cost": lambda j, i, kept: C[j].get("cost", 0)}
    potential = {k: [p * MILLION for p in row[k]["potential"]] for k in active}
    for j, i in (pair for pair in play if block[pair[0]] == block[pair[1]]):
        q, old = flow.get((j, i), 0), earlier.get((j, i), 0)
        more, less = ([price[name](j, i, kept) + a - b for name, a, b in zip(criteria, potential[j], potential[i])]
                      for kept in (q < old, q <= old))
        demand(more >= zero and (not q or less <= zero), f"{j} to {i}: another quantity would be better")
    for k, p in potential.items():
        up, down = (fair or p >= zero or x[k] == cap[k], fair or p <= zero or x[k] == least[k]) if k in N else (
            p >= zero, p <= zero or x[k] == cap[k])
        demand(up and down, f"{k}: its potential is wrong")
    # What it says to people.
    for i, n in N.items():
        facts, tried, said = {}, {}, row[i].get("facts", {})
        if total[i] == size[i]:
            reason = "met"
        elif i in aside:
            reason, facts = "set_aside", {"minimum": units(i, n["minimum"]), "reachable": units(i, sum(cap[j] for j in near[i]))}
        elif i in active:
            above = "at_minimum" if least[i] else "served_before"
            reason = (above if height[i] > pi[i] else "shared_shortage") if fair else (
                "at_minimum" if 0 < least[i] == x[i] else "order")
        else:
            tried = {c["id"]: links.fails(c, n) for r in n["has"] for cs in links.grid.get(r, {}).values() for c in cs}
            last = max(tried.values(), default=0)
            measure = {3: links.apart, 4: links.metres}.get(last, lambda c, n: 0)
            reason, (far, j) = TESTS[last], min(((measure(C[j], n), j) for j in tried if tried[j] == last), default=(0, ""))
            j = said["contribution"] if tried.get(said.get("contribution")) == last and measure(C[said["contribution"]], n) == far else j
            bans, reach = links.forbids(C[j], n) if j else [""], min(C[j]["reach"], n["reach"]) if last == 4 else 0
            ban = said["ban"] if said.get("ban") in bans else bans[0] if bans else ""
            facts = {} if not j else {"contribution": j} | {3: {"days": far}, 4: {
                "km": F(far, 1000), "reach_km": F(reach, 1000)}, 6: {"ban": ban} if ban else {}}.get(last, {})
        true = {"id": i, "served": units(i, total[i]), "fill": round(F(total[i]) / size[i], 6), "block": block[i], "reason": reason}
        same(row[i], true | {"potential": row[i]["potential"]} | ({"facts": facts} if facts else {}), i)
    for j in C:
        same(row[j], {"id": j, "given": units(j, total[j]), "left": units(j, size[j] - total[j]), "block": block[j],
                      "potential": row[j]["potential"]}, j)
    unit, by_unit, wanting = {r["id"]: r["unit"] for r in t["resources"]}, {}, {}
    kilometres = sums({k: q * r["km"] for (k, q), r in zip(lines.items(), plan["transfers"])})
    for i, n in N.items():
        u = unit[n["resource"].split()[0]]
        by_unit[u] = [a + units(i, b) for a, b in zip(by_unit.get(u, (0, 0, 0)), (size[i], total[i], kilometres[i]))]
        if i in minima:
            kept = minima[i] * (i not in aside and may_set_aside)
            wanting[u] = [a + units(i, b) for a, b in zip(wanting.get(u, (0, 0)), (minima[i], kept))]
    same(plan["summary"], {
        "needs": len(N), "served": sum(total[i] > 0 for i in N), "set_aside": len(aside), "lines": len(lines),
        "reachable_unserved": sum(not total[i] for i in N.keys() & active), "lines_km": sum(r["km"] for r in plan["transfers"]),
        "lowest_fill": min((row[i]["fill"] for i in N), default=None), "by_unit": [
            {"unit": u, "needed": a, "served": b, "unit_km": round(F(c), 6)} for u, (a, b, c) in sorted(by_unit.items())]}, "summary")
    said = plan.get("minima", {})
    demand(("minima" in plan) == bool(short), "minima are short, or they are not")
    for said in [plan["minima"]] if short else ():
        kept = sum(q > 0 and i not in aside for i, q in minima.items()) if may_set_aside else said["kept"]
        same(said, {"kept": kept, "bound": said["bound"], "drawn": said["drawn"] is True, "lot": settings["lot"], "by_unit": [
            {"unit": u, "needed": a, "met": r["met"]} for (u, (a, _)), r in zip(sorted(wanting.items()), said["by_unit"])],
            "set_aside": [{"need": i, "minimum": units(i, N[i]["minimum"]), "returns_with": r["returns_with"]}
                          for i, r in zip(sorted(aside), said["set_aside"])]}, "minima")
        demand(kept <= said["bound"] <= len([q for q in minima.values() if q]) and all((r["returns_with"] or 1) > 0 for r in said["set_aside"])
               and all(wanting[r["unit"]][1] <= r["met"] < r["needed"] for r in said["by_unit"]), "minima: no such bound")
    joined, gcd = defaultdict(set), Counter()
    for rs in [[r["id"], r.get("broader", r["id"])] for r in t["resources"]] + [x["resource"].split() for x in (N | C).values()]:
        for r in rs:
            joined[r] |= {*rs}
    for x in t["needs"] + t["contributions"] + t["received"] + t["arranged"]:
        for r in closure((x.get("resource") or N[x["need"]]["resource"]).split()[:1], joined.get):
            gcd[r] = math.gcd(gcd[r], *(x[k] for k in ("quantity", "minimum", "needed") if k in x))
    assumed = links.assumed | {(r["id"], "default_quantum"): F(gcd[r["id"]], 1000) for r in t["resources"] if "quantum" not in r}
    assumed |= {("order", "no_" + k): 0 for k, rs in (("value", t["links"]), ("cost", t["contributions"]))
                if k in order and not any(k in r for r in rs)}
    demand(plan["assumptions"] == [{"code": code, "of": of} | ({"proposal": p} if p else {}) for (of, code), p in sorted(
        assumed.items())], "an assumption is missing, invented or out of order")

def main(arguments):
    previous, previous_sha256 = {}, None
    try:
        if "--previous" in arguments:
            previous, previous_sha256 = read_plan(arguments.pop(arguments.index("--previous") + 1))
            arguments.remove("--previous")
        where, path = arguments
        check(*read_territory(where), read_plan(path)[0], previous, previous_sha256)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as problem:
        print(f"The input is wrong: {problem!r}", file=sys.stderr)
        sys.exit(2)
    print("The plan holds.")

if __name__ == "__main__":
    main(sys.argv[1:])
