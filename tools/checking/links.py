"""Which pairs of a contribution and a need are possible, and what earlier cycles left with each need: computed by
docs/formats/checking.md from the canonical form. c: a contribution, n: a need, j and i: their ids."""
import itertools
import math
import re
from collections import Counter, defaultdict
from datetime import date

# The first that a pair fails, as a place in this list, tells a need why nobody can supply it.
TESTS = "no_such_resource own_means_only not_listed dates_never_meet out_of_reach no_position banned".split()
POSSIBLE = len(TESTS)
CELL = .001  # of the grid, in radians
FAR = math.inf  # no reach stated
EARTH = 6371008.8  # metres

def closure(start, step):
    """All that can be reached from `start`."""
    seen, queue = set(start), list(start)
    while queue:
        queue += (new := set(step(queue.pop())) - seen)
        seen |= new
    return seen

class Links:
    """A test for a pair, and a grid of the pairs that are worth the test."""

    def __init__(self, t):
        self.lists, self.detour, self.positions_assumed = "links" in t, t["territory"]["detour"] / 1e6, set()
        self.listed = {(r["contribution"], r["need"]): r for r in t["links"]}
        broader = {r["id"]: [r["broader"]] if "broader" in r else [] for r in t["resources"]}
        self.above = {r: closure([r], broader.get) for r in broader}
        self.bans = defaultdict(list)
        for r in t["bans"]:
            self.bans[r["from"], r["to"]].append(r.get("reason", ""))
        self.place(t)
        self.longest, self.grid = Counter(), defaultdict(lambda: defaultdict(list))
        for c in t["contributions"]:
            c["has"] = set().union(*(self.above[r] for r in c["has"]))
            for r in c["has"]:
                self.longest[r] = max(self.longest[r], c["reach"])
                self.grid[r][c["at"] and tuple(x // CELL for x in c["at"])].append(c)
        self.listed_by, by_id = defaultdict(list), {c["id"]: c for c in t["contributions"]}
        for j, i in self.listed:
            self.listed_by[i].append(by_id[j])

    def place(self, t):
        """Gives needs and contributions their owner, their position in radians and their reach."""
        owner = {r["id"]: r for r in t["stakeholders"]}
        centre = {r["code"]: r for r in t["communes"]}
        for r in t["needs"] + t["contributions"]:
            own = r, (s := owner[r["stakeholder"]])
            at = next((x for x in (*own, centre.get(s.get("commune"), {})) if "latitude" in x), None)
            if at not in own:
                self.positions_assumed.add((s["id"], "commune_position") if at else (r["id"], "no_position"))
            r["at"] = at and [at[axis] / 1e7 * (math.pi / 180) for axis in ("latitude", "longitude")]
            r["has"], r["reach"], r["owner"] = {*r["resource"].split()}, r.get("reach_km", FAR), s

    def cells(self, n, r):
        """Of the grid of a resource, those within reach, or all where that would be more."""
        grid, at = self.grid[r], n["at"]
        high = (min(n["reach"], self.longest[r]) + 1) / self.detour / 6371008 + 1e-6
        if not at or abs(at[0]) + high > 1.5:
            return grid
        wide = high / math.cos(abs(at[0]) + high)
        if abs(at[1]) + wide > math.pi or 4 * (high / CELL + 1) * (wide / CELL + 1) > len(grid):
            return grid
        spans = (range(int((x - d) // CELL), int((x + d) // CELL) + 1) for x, d in zip(at, (high, wide)))
        return itertools.product(*spans)

    def around(self, n):
        """Who has what the need asks, and is listed or near enough for a closer look."""
        for r in () if self.lists else n["has"] & {*self.grid}:
            yield from (c for cell in self.cells(n, r) for c in self.grid[r].get(cell, ()))
        yield from self.listed_by[n["id"]]

    def metres(self, c, n):
        pair = self.listed.get((c["id"], n["id"]), {})
        if "km" in pair or not (c["at"] and n["at"]):
            return pair.get("km", 0)
        (y, x), (v, u) = c["at"], n["at"]
        high, wide = math.sin((v - y) / 2), math.sin((u - x) / 2)
        h = high * high + math.cos(y) * math.cos(v) * (wide * wide)
        return math.floor(2 * EARTH * math.asin(math.sqrt(min(1, h))) * self.detour + .5)

    def forbids(self, c, n):
        return [reason for giver in ("*", c["stakeholder"], c["id"]) for taker in ("*", n["stakeholder"], n["id"])
                for reason in self.bans.get((giver, taker), ())]

    def apart(self, c, n):
        """Days from the end of one window to the beginning of the other."""
        return max([(date.fromisoformat(b["from"]) - date.fromisoformat(a["until"])).days
                    for a, b in ((c, n), (n, c)) if "until" in a and "from" in b], default=0)

    def fails(self, c, n):
        """The first test the pair fails, as a place in TESTS; POSSIBLE if none."""
        new, near, placed = (c["id"], n["id"]) not in self.listed, min(c["reach"], n["reach"]), c["at"] and n["at"]
        wrong = (not c["has"] & n["has"], new and c["owner"] is n["owner"] and "activity" not in n, new and self.lists, self.apart(c, n) > 0,
                 new and placed and near < FAR and near < self.metres(c, n), new and not placed and near < FAR,
                 self.bans and self.forbids(c, n), True)
        return next(k for k, failed in enumerate(wrong) if failed)

def cycles_that_count(t):
    natural = lambda name: ([(48, int(c)) if c.isdigit() else (ord(c), 0) for c in re.findall("[0-9]+|.", name)], name)
    cycles = sorted({r["cycle"] for r in t["received"]}, key=natural)
    return cycles[max(0, len(cycles) - t["territory"]["memory"]):]

def memory(t, needs, above):
    """What past cycles left with each need, in quanta: [needed, received]. A stakeholder's row is divided among its
    needs of that resource in proportion to their quantities, by largest remainder, then by id."""
    cycles, past = cycles_that_count(t), {i: [0, 0] for i in needs}
    for r in (r for r in t["received"] if r["cycle"] in cycles):
        claims = {i: n["quantity"] for i, n in needs.items()
                  if "activity" not in n and n["stakeholder"] == r["stakeholder"] and n["has"] & above[r["resource"]]}
        for which, of in enumerate(("needed", "quantity") if claims else ()):
            part = {i: divmod(r[of] * q, sum(claims.values())) for i, q in claims.items()}
            rest = r[of] - sum(floor for floor, _ in part.values())
            for k, i in enumerate(sorted(claims, key=lambda i: (-part[i][1], i))):
                past[i][which] += part[i][0] + (k < rest)
    return past
