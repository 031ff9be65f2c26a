"""A territory and a plan of it: for what the plan was made, whom it names, which lines it has and what stands before
them. Each step says the first thing that is wrong; later steps build on what earlier ones found to be so. N, C: needs
and contributions by id; n, c: one of them; i, j: its id, k: either; lines by pair, (j, i)."""
import sys
from collections import Counter, defaultdict
from fractions import Fraction as F

from checking.activities import add_offers
from checking.links import FAR, POSSIBLE, TESTS, Links, closure
from checking.said import fraction

TABLES = {"summary", "minima", "transfers", "needs", "contributions", "blocks", "proof", "assumptions",
          "programs", "activities"}
MILLION = 10**6  # quanta are in millionths of a unit

def demand(holds, wrong):
    if not holds:
        print("The plan does not hold: " + wrong)
        sys.exit(1)

def same(row, true, name):
    """Key by key, none missing and none too many."""
    for k in sorted({*row, *true}):
        demand(k in row and k in true and row[k] == true[k], f"{name}: {k} is {row.get(k)}, not {true.get(k)}")

def sums(lines):
    """By contribution and by need."""
    ends = Counter()
    for (j, i), q in lines.items():
        ends[j], ends[i] = ends[j] + q, ends[i] + q
    return ends

class Matter:
    demand, same = staticmethod(demand), staticmethod(same)

    def __init__(self, t, plan):
        add_offers(t)
        self.t, self.plan, self.links = t, plan, Links(t)
        self.N, self.C = ({r["id"]: r for r in t[name]} for name in ("needs", "contributions"))
        everybody = self.N | self.C
        self.size = {k: x["quantity"] for k, x in everybody.items()}
        self.row = {r["id"]: r for r in plan["needs"] + plan["contributions"]}
        quantum = {r["id"]: r.get("quantum", 1000) for r in t["resources"]}
        self.step = {k: quantum[x["resource"].split()[0]] for k, x in everybody.items()}
        self.rule, order = plan["rule"], plan["order"]
        self.counts = order[:1] == ["minimum"]
        self.fair = order[self.counts:self.counts + 1] == ["fair"]
        self.criteria = order[self.counts + self.fair:]
        self.sets_aside = t["territory"]["below_minimum"] == "set_aside"

    def units(self, k, quanta):
        return F(quanta * self.step[k], MILLION)

    def check_head(self, sha256, previous_sha256):
        """What the plan was made for."""
        plan, order, answer = self.plan, self.plan["order"], self.plan.get("answer")
        true = {"format": "bocage-plan/1", "engine": f"{plan['engine']}", "territory": self.t["territory"]["name"],
                "input_sha256": sha256, "previous_sha256": previous_sha256, "rule": self.rule, "order": order,
                "answer": answer}
        said = {k: v for k, v in plan.items() if k not in TABLES}
        same(said, {k: v for k, v in true.items() if v is not None}, "the plan")
        demand((self.fair or self.criteria[:1] in (["total"], ["value"])) and len({*order}) == len(order)
               and self.rule in ("people", "need") and answer in (None, "keep", "share")
               and ("proof" in plan) == self.fair
               and {*self.criteria} <= {"total", "value", "stability", "distance", "cost"}
               and not (answer == "share" and self.fair and self.criteria[:1] != ["stability"]),
               f"{self.rule}, {order}, {answer}: not allowed")

    def check_everybody(self):
        """Each once, with the partners it could have; under rule people, nobody's people twice in a connected part."""
        for name, known in (("needs", self.N), ("contributions", self.C)):
            demand([r["id"] for r in self.plan[name]] == sorted(known), f"{name}: not each once, in order")
        self.near, self.part, claims = defaultdict(set), {}, defaultdict(list)
        for i, n in self.N.items():
            self.near[i] = {c["id"] for c in self.links.around(n) if self.links.fails(c, n) == POSSIBLE}
            for j in self.near[i]:
                self.near[j].add(i)
        for i, n in self.N.items():
            self.part |= {} if i in self.part else dict.fromkeys(closure([i], self.near.get), i)
            if "activity" not in n:
                claims[self.part[i], n["stakeholder"]].append(n)
        for (_, s), own in claims.items() if self.rule == "people" else ():
            most, stated = own[0]["owner"].get("people", FAR), [n.get("people") for n in own]
            demand(len(own) == 1 or all(stated) and sum(stated) <= most, f"{s}: its people count twice")
        for i, n in self.N.items() if self.rule == "people" else ():
            n["people"] = n.get("people", n["owner"].get("people"))
            demand(n["people"] or "activity" in n, f"{i} does not say for how many people")

    def pairs(self, name, read):
        """The quantities of a table, in quanta."""
        table = self.plan.get(name, ())
        keys = [(r["contribution"], r["need"]) for r in table]
        demand(keys == sorted({*keys}) and all(j in self.C and i in self.N for j, i in keys),
               f"{name}: out of order, or of nobody")
        quanta = [read(r["quantity"]) * MILLION / F(self.step[r["need"]]) for r in table]
        return {k: int(q) if q.denominator == 1 else q for k, q in zip(keys, quanta)}

    def check_before(self, previous, previous_sha256):
        """What stands already, and the earlier lines that may move."""
        answer, arranged = self.plan.get("answer"), defaultdict(Counter)
        for r in self.t["arranged"]:
            arranged[r["kind"]][r["contribution"], r["need"]] += r["quantity"]
        self.stands, self.earlier = arranged["fixed"], Counter(arranged["agreed"])
        demand(answer is None or self.earlier or previous_sha256, "it answers a change, and there is nothing before it")
        for r in previous.get("transfers", ()) if not self.earlier else ():
            if r["contribution"] in self.C and r["need"] in self.N:
                k = r["contribution"], r["need"]
                self.earlier[k] += max(0, r["quantity"] * MILLION // self.step[k[1]] - self.stands[k])
        if answer == "keep":
            held = Counter({(j, i): q for (j, i), q in self.earlier.items()
                            if (j, i) in arranged["agreed"] or j in self.near[i]})
            asked, fixed = sums(held), sums(self.stands)
            held = Counter({k: q for k, q in held.items() if all(asked[x] + fixed[x] <= self.size[x] for x in k)})
            self.stands, self.earlier = self.stands + held, {k: q for k, q in self.earlier.items() if k not in held}

    def check_transfers(self):
        """Lines that are possible, with nobody above what it asked or has."""
        self.lines, self.proof = self.pairs("transfers", F), self.pairs("proof", fraction)
        for ((j, i), q), r in zip(self.lines.items(), self.plan["transfers"]):
            c, n = self.C[j], self.N[i]
            demand(q > 0 and q.denominator == 1, f"{j} to {i}: {r['quantity']} is no number of steps")
            demand(j in self.near[i] or q <= self.stands[j, i],
                   f"{j} cannot supply {i}: {TESTS[self.links.fails(c, n) % POSSIBLE]}")
            km = F(self.links.metres(c, n), 1000)
            same(r, {"contribution": j, "need": i, "quantity": self.units(i, q), "km": km}, f"{j}, {i}")
        demand(all(len(r) == 3 for r in self.plan.get("proof", ())), "proof: a key too many")
        demand(all(q != self.lines.get(k, 0) for k, q in self.proof.items()), "a proof nobody needs")
        demand(all(self.lines.get(k, 0) >= q for k, q in self.stands.items()), "what stands already is not in the plan")
        self.total, self.standing = sums(self.lines), sums(self.stands)
        self.cap = {k: self.size[k] - self.standing[k] for k in self.size}
        demand(all(self.total[k] <= self.size[k] for k in self.size),
               "somebody gets more than it asked, or gives more than it has")
