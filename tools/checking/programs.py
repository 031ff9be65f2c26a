"""The parts of a plan that lots, conditions and activities decide: each written again as a program in whole numbers by
docs/formats/programs.md; every row kept, every level what the lines reach, every proof added up. Nothing is solved."""
import hashlib
import math
from collections import defaultdict
from fractions import Fraction as F

from checking.links import closure, cycles_that_count, memory
from checking.matter import MILLION, demand, same

KEPT = ("minimum", "set_aside_before", "people", "lot")

def lowest(row):  # a row of factors and what their sum is at most, in lowest terms; none without factors
    factors, most = {x: f for x, f in row[0].items() if f}, row[1]
    by = math.gcd(*factors.values()) if factors else 0
    return ({x: f // by for x, f in factors.items()}, most // by) if by else None

def total(factors, at):
    return sum(f * at.get(x, 0) for x, f in factors.items())

def shown(columns, rows, objective, proof, reached):
    """What a tree shows the objective cannot exceed."""
    step, worst, left, turns = math.gcd(*objective.values()) or 1, reached, {}, []
    for place, leaf in enumerate(proof):
        demand(turns or not place, "a proof goes on after its end")
        if turns:
            x, (low, high), at, turn = turns[-1]
            left[x], turns[-1][3] = ((low, at), (at + 1, high))[turn], turn + 1
        if "question" in leaf:
            x, at = leaf["question"], leaf.get("at", 0)
            demand(x in columns and columns[x][1], f"{x}: no question")
            low, high = left.get(x, (0, columns[x][0]))
            demand(low <= at < high, f"{x}: not open at {at}")
            turns.append([x, (low, high), at, 0])
            continue
        rest, most, one = defaultdict(int), 0, 1 << leaf["scale"]
        for x, f in () if leaf["nothing_left"] else objective.items():
            rest[x] += f // step * one
        for w in leaf["weights"]:
            demand(w["row"] in rows and w["weight"] >= 0, f"{w['row']}: no such row")
            factors, bound = rows[w["row"]]
            most += w["weight"] * bound
            for x, f in factors.items():
                rest[x] -= w["weight"] * f
        most += sum(f * left.get(x, (0, columns[x][0]))[f > 0] for x, f in rest.items())
        demand(most < 0 or not leaf["nothing_left"], "a proof does not add up")
        worst = worst if leaf["nothing_left"] else max(worst, most // one * step)
        while turns and turns[-1][3] == 2:
            x, before, *_ = turns.pop()
            left[x] = before
    demand(proof and not turns, "a proof ends too early")
    return worst

class Part:
    def __init__(self, m, members, told):
        self.m, self.told, self.next, self.held, self.thresholds, self.counts = m, told, 0, [], [], True
        self.N, self.C = ([k for k in sorted(members) if k in of] for of in (m.N, m.C))
        self.A = sorted({m.C[j]["activity"] for j in self.C if "activity" in m.C[j]})
        self.asking = [i for i in self.N if "activity" not in m.N[i]]
        self.by_people = m.rule == "people" and len({m.family(i) for i in self.asking}) < 2
        same({k: v for k, v in told.items() if k != "levels"}, {
            "rule": "people" if self.by_people else "need", "needs": self.N, "contributions": self.C,
            "activities": self.A}, "a part")

    def weight(self, i):  # the level of a need is (received + quanta) / weight
        n, m = self.m.N[i], self.m
        return F(n["people"] * MILLION, m.step[i]) if self.by_people else m.past[i][0] + m.size[i]

    def had(self, i):
        return self.m.past[i][1] + self.m.standing[i]

    def least(self, i):  # the minimum that counts, beyond what stands
        n, m = self.m.N[i], self.m
        return max(0, n.get("minimum", 0) * m.counts - m.standing[i]) if "activity" not in n else 0

    def write(self):
        """Columns: how high, whether asked about; where the lines put them; rows."""
        m, self.columns, self.at, rows = self.m, {}, {}, defaultdict(lambda: [defaultdict(int), 0])
        self.of, self.above = defaultdict(dict), [{} for _ in self.thresholds]
        for i in self.N:
            for j in sorted(m.near[i]):
                self.line(j, i, rows)
        targets = {k for x in self.N + self.C for k in m.waits(x) if not m.standing[k]}
        for k in self.N + self.C:
            self.offer(k, targets, rows)
        for a in self.A:
            self.activity(m.activities[a], rows)
        for i in self.asking if self.thresholds else ():
            self.levels(i, rows)
        self.rows = {name: low for name, row in rows.items() if (low := lowest(row))}

    def column(self, name, high, asks, at):
        self.columns[name], self.at[name] = (high, asks), at

    def line(self, j, i, rows):
        m, x, pair = self.m, f"line {j} {i}", f"{j} {i}"
        step = math.lcm(*(e.get("lot_size", 1) for e in (m.C[j], m.N[i])))
        moves = m.lines.get((j, i), 0) - m.stands[j, i]
        demand(moves % step == 0, f"{pair}: no whole number of lots")
        if not (high := min(m.cap[j], m.cap[i]) // step):
            return
        self.column(x, high, True, moves // step)
        self.of[j][x] = self.of[i][x] = step
        smallest = max(e.get("smallest_delivery", 1) for e in (m.C[j], m.N[i]))
        if smallest > step and not m.stands[j, i]:
            self.column(f"uses {pair}", 1, True, int(moves > 0))
            rows[f"smallest {pair}"][0] |= {f"uses {pair}": smallest, x: -step}
            rows[f"uses {pair}"][0] |= {x: 1, f"uses {pair}": -high}
        if (old := m.earlier.get((j, i), 0)) > 0:
            self.column(f"kept {pair}", min(old, high * step), False, min(old, moves))
            rows[f"kept {pair}"][0] |= {f"kept {pair}": 1, x: -step}

    def offer(self, k, targets, rows):
        m, is_need = self.m, k in self.m.N
        most, word = rows[f"{'quantity' if is_need else 'supply'} {k}"], f"{'served' if is_need else 'gives'} {k}"
        most[0] |= self.of[k]
        least = self.least(k) * self.counts if is_need else 0
        if not (least or k in targets or m.waits(k)):
            most[1] = m.cap[k]
            return
        self.column(word, 1, True, int(m.total[k] > m.standing[k]))
        most[0][word] = -m.cap[k]
        if least := max(least, int(k in targets)):
            rows[f"least {k}"][0] |= {x: -s for x, s in self.of[k].items()} | {word: least}
        for other in m.waits(k):
            if other in targets:
                rows[f"depends {k} {other}"][0] |= {word: 1, f"{'served' if other in m.N else 'gives'} {other}": -1}

    def activity(self, a, rows):
        m, batch, begun = self.m, a.get("batch", 0), 0
        rate = lambda q, x: (q // math.gcd(q, x), x // math.gcd(q, x))  # quanta × first are amounts × second
        takes = {i: rate(m.step[i] * (MILLION - r.get("loss", 0)), r["quantity"]) for i, r in a["takes"].items()}
        makes = {j: rate(m.step[j] * MILLION**2, r["quantity"] * (MILLION - r.get("loss", 0))) for j, r in a["makes"].items()}
        for j, (q, x) in makes.items():
            for i, (p, y) in () if batch else takes.items():
                row = rows[f"balance {j} {i}"][0]
                for name, s in self.of[j].items():
                    row[name] += s * q * y
                for name, s in self.of[i].items():
                    row[name] -= s * p * x
            if batch:
                rows[f"made {j}"][0] |= {n: s * q for n, s in self.of[j].items()} | {f"batches {a['id']}": -x * batch}
                begun = max(begun, -(-(m.total[j] - m.standing[j]) * q // (x * batch)))
        for i, (p, y) in takes.items() if batch else ():
            rows[f"taken {i}"][0] |= {n: -s * p for n, s in self.of[i].items()} | {f"batches {a['id']}": y * batch}
        if batch:
            self.column(f"batches {a['id']}", a["capacity"] // batch, True, begun)

    def levels(self, i, rows):
        w, had, got = self.weight(i), self.had(i), self.m.total[i] - self.m.standing[i]
        below = least = max(0, math.ceil(self.thresholds[0] * w) - had)
        row, chain = {x: -s for x, s in self.of[i].items()}, None
        for k, at in enumerate(self.thresholds):
            last = k + 1 == len(self.thresholds)
            reach = math.floor(at * w) + 1 if last else math.ceil(self.thresholds[k + 1] * w)
            if (quanta := max(below, reach - had)) > self.m.cap[i]:
                break
            x = f"above {k + 1} {i}"
            self.column(x, 1, True, int(got >= quanta))
            self.above[k][x], row[x] = 1, quanta - below
            if chain:
                rows[f"chain {k + 1} {i}"][0] |= {x: 1, chain: -1}
            chain, below = x, quanta
        rows[f"above {i}"][0] |= row
        rows[f"above {i}"][1] = -least

    def objective(self, level, threshold):
        m, what, unit = self.m, level["objective"], level.get("unit", "")
        if what == "above":
            return self.above[threshold]
        if what in KEPT:
            worth = {"minimum": lambda i: 1, "set_aside_before": lambda i: int(m.past_aside[i]),
                     "people": lambda i: m.N[i]["people"], "lot": m.drawn}[what]
            return {f"served {i}": worth(i) for i in self.asking if self.least(i)}
        found = {}
        for i in self.N:
            for j in m.near[i]:
                taken, x = "activity" in m.N[i], f"{'kept' if what == 'stability' else 'line'} {j} {i}"
                each = {"total": int(not taken), "taken": -int(taken), "stability": 1,
                        "distance": -m.links.metres(m.C[j], m.N[i]), "cost": -m.C[j].get("cost", 0),
                        "value": m.links.listed.get((j, i), {}).get("value", 0)}[what]
                each *= (what in ("cost", "value") or m.unit(i) == unit) * m.step[i]
                each *= 1 if what == "stability" else self.of[i].get(x, 0)
                if x in self.columns and each:
                    found[x] = each
        return found

    def level(self, what, unit="", threshold=None, most=None):
        """The next question must be this one; what it reaches, shows, and holds from then on."""
        demand(self.next < len(self.told["levels"]), f"{what}: not asked")
        level, k = self.told["levels"][self.next], max(0, len(self.thresholds) - 1)
        name = {"objective": what} | ({"unit": unit} if unit else {}) | ({} if threshold is None else {"threshold": f"{threshold}"})
        same({x: v for x, v in level.items() if x not in ("reached", "bound", "proof")}, name, "a question")
        self.write()
        reached, bound = int(level["reached"]), int(level["bound"])
        goal = self.objective(level, k)
        dropped = most is not None and reached < most and not self.m.sets_aside
        demand(dropped or total(goal, self.at) == reached, f"{name}: the lines do not reach {reached}")
        rows = dict(self.rows)
        for number, old, place in self.held:
            by = {x: -f for x, f in self.objective(old, place).items()}
            rows[f"level {number}"] = lowest((by, -int(old["reached"]))) or (by, -int(old["reached"]))
        demand(shown(self.columns, rows, goal, level["proof"], reached) == bound and (not dropped or bound < most),
               f"{name}: its proof does not show {bound}")
        self.next += 1
        self.held += [] if dropped else [(self.next, level, k)]
        self.counts = self.counts and not dropped
        return reached, dropped

    def check(self):
        m = self.m
        if most := sum(self.least(i) > 0 for i in self.asking):
            reached, dropped = self.level("minimum", most=most)
            for what in KEPT[1:] if reached < most and not dropped else ():
                if what != "people" or m.rule == "people":
                    self.level(what)
        standing = sorted(F(self.had(i) + m.total[i] - m.standing[i]) / self.weight(i) for i in self.asking)
        above = len(standing) * m.fair
        while above:
            self.thresholds.append(standing[-above])
            above, _ = self.level("above", threshold=standing[-above])
        for what in m.criteria:
            for unit in [""] if what in ("cost", "value") else sorted({m.unit(i) for i in self.N}):
                self.level(what, unit)
        for unit in sorted({m.unit(i) for i in self.N if "activity" in m.N[i]}):
            self.level("taken", unit)
        demand(self.next == len(self.told["levels"]), "a question too many")
        self.write()
        for name, (factors, most) in self.rows.items():
            demand(total(factors, self.at) <= most, f"the row {name} is not kept")
        demand(all(0 <= v <= self.columns[x][0] for x, v in self.at.items()), "a column is out of its bounds")

def amount(m, a):  # of an activity, in units of its recipe: what its lines ask for
    most = max(F(m.total[j] * m.step[j] * MILLION, r["quantity"] * (MILLION - r.get("loss", 0)))
               for j, r in a["makes"].items())
    batch = F(a.get("batch", 0), MILLION)
    return math.ceil(most / batch) * batch if batch else most

def check(m):
    """Finds the parts, and takes their links out of what follows."""
    unit, quantum = {r["id"]: r["unit"] for r in m.t["resources"]}, m.step
    m.unit = lambda i: unit[m.N[i]["resource"].split()[0]]
    m.past = memory(m.t, m.N, m.links.above)
    m.past_aside = past_aside(m)
    m.drawn = lambda i: int(hashlib.sha256(f"{m.t['territory']['lot']} {i}".encode()).hexdigest()[:5], 16) + 1
    joined = defaultdict(set)
    for x in [r.get("broader", r["id"]) + " " + r["id"] for r in m.t["resources"]] + [x["resource"] for x in (m.N | m.C).values()]:
        for r in x.split():
            joined[r] |= {*x.split()}
    m.family = lambda i: min(closure(m.N[i]["resource"].split()[:1], joined.get))
    m.waits = lambda k: (m.N.get(k) or m.C[k]).get("depends_on", "").split()
    m.activities = {a["id"]: a for a in m.t["activities"]}
    near = defaultdict(set, {k: {*x} for k, x in m.near.items()})
    for k in [*m.N, *m.C]:
        for other in m.waits(k):
            near[k].add(other), near[other].add(k)
    for a in m.activities.values():
        for k in [*a["takes"], *a["makes"]]:
            near[k] |= {*a["takes"], *a["makes"]} - {k}
    everybody = m.N | m.C
    starts = [k for k, x in everybody.items() if "activity" in x or x.get("depends_on")
              or max(x.get("lot_size", 1), x.get("smallest_delivery", 1)) > 1]
    parts, seen = [], set()
    for k in starts:
        if k not in seen:
            seen |= (members := closure([k], lambda x: near[x]))
            parts += [members] if any(m.near[x] for x in members & m.N.keys()) else []
    parts.sort(key=lambda members: min(members & m.N.keys()))
    told = m.plan.get("programs", [])
    demand(len(told) == len(parts), "a part that programs decide is missing, or invented")
    for members, program in zip(parts, told):
        Part(m, members, program).check()
    demand(m.plan.get("activities", []) == [{"id": k, "amount": f"{amount(m, m.activities[k])}"} for k in sorted(m.activities)],
           "an activity does another amount than its lines ask for")
    m.decided = {i for members in parts for i in members & m.N.keys() if m.near[i]}
    for i in m.decided:
        for j in m.near[i]:
            m.near[j] = m.near[j] - {i}
        m.near[i] = set()

def past_aside(m):  # who was set aside in a cycle that counts
    t, N = m.t, m.N
    aside = defaultdict(bool)
    for r in (r for r in t["received"] if r.get("set_aside") and r["cycle"] in cycles_that_count(t)):
        for i, n in N.items():
            if n["stakeholder"] == r["stakeholder"] and "activity" not in n and n["has"] & m.links.above[r["resource"]]:
                aside[i] = True
    return aside

def reason(m, i, n):
    for other in sorted(m.waits(i), key=lambda k: (k in m.N, k)):  # contributions first
        if m.total[i] == m.standing[i] and not m.total[other]:
            return "condition", {"condition": other}
    return ("activity" if "activity" in n else "program"), {}
