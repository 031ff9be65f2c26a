"""What a plan says to people, besides what it proves: the spelling of its numbers, the reason of every need and the
facts told with it, the summary, the account of the minima, the assumptions. By docs/formats/checking.md."""
import json
import math
import re
from collections import Counter, defaultdict
from fractions import Fraction as F

from checking import programs
from checking.links import TESTS, closure

NUMBER = re.compile(r"-?(0|[1-9]\d{0,19})(\.\d{0,5}[1-9])?")
FRACTION = re.compile(r"\d{1,37}(/\d{1,37})?")

def number(text):
    if not NUMBER.fullmatch(text) or text == "-0":
        raise ValueError(f"{text[:80]} is no plain number")
    return F(text) if "." in text else int(text)

def fraction(text):
    if not FRACTION.fullmatch(text) or str(F(text)) != text:
        raise ValueError(f"{text[:80]} is no fraction in lowest terms")
    return F(text)

def row_of(pairs):
    """An object of the document: each key once, some key, and no truth where a number belongs."""
    values = [x for key, v in pairs if key not in ("drawn", "nothing_left") for x in (v if isinstance(v, list) else [v])]
    if len(dict(pairs)) < len(pairs) or not pairs or bool in map(type, values):
        raise ValueError(f"a key stands twice, or is true or false, or there is none: {pairs}"[:200])
    return dict(pairs)

def document(data):
    """JSON as the plan is written: one spelling for every number."""
    return json.loads(data, object_pairs_hook=row_of, parse_float=number, parse_int=number, parse_constant=number)

def facts_of_no_link(m, n, said):
    """Why nobody can supply it: the test that stops those who come nearest to supplying it. Of several equally near,
    the plan may name any."""
    links, C = m.links, m.C
    tried = {c["id"]: links.fails(c, n) for r in n["has"] for cs in links.grid.get(r, {}).values() for c in cs}
    last = max(tried.values(), default=0)
    measure = {3: links.apart, 4: links.metres}.get(last, lambda c, n: 0)
    far, j = min(((measure(C[j], n), j) for j in tried if tried[j] == last), default=(0, ""))
    named = said.get("contribution")
    if tried.get(named) == last and measure(C[named], n) == far:
        j = named
    if not j:
        return TESTS[last], {}
    facts = {"contribution": j}
    if last == 3:
        facts["days"] = far
    if last == 4:
        facts |= {"km": F(far, 1000), "reach_km": F(min(C[j]["reach"], n["reach"]), 1000)}
    if last == 6:
        bans = links.forbids(C[j], n)
        ban = said["ban"] if said.get("ban") in bans else bans[0]
        facts |= {"ban": ban} if ban else {}
    return TESTS[last], facts

def reason(m, i, n):
    """Why it gets what it gets, and the facts told with that."""
    if m.total[i] == m.size[i]:
        return "met", {}
    if i in m.decided:
        return programs.reason(m, i, n)
    if i in m.aside:
        reachable = sum(m.cap[j] for j in m.near[i])
        return "set_aside", {"minimum": m.units(i, n["minimum"]), "reachable": m.units(i, reachable)}
    if i not in m.active:
        return facts_of_no_link(m, n, m.row[i].get("facts", {}))
    if not m.fair:
        return ("at_minimum" if 0 < m.least[i] == m.flow_of[i] else "order"), {}
    if m.height[i] > m.threshold[i]:
        return ("at_minimum" if m.least[i] else "served_before"), {}
    return "shared_shortage", {}

def rows(m):
    for i, n in m.N.items():
        why, facts = reason(m, i, n)
        true = {"id": i, "served": m.units(i, m.total[i]), "fill": round(F(m.total[i]) / m.size[i], 6),
                "block": m.block[i], "reason": why, "potential": m.row[i]["potential"]}
        m.same(m.row[i], true | ({"facts": facts} if facts else {}), i)
    for j in m.C:
        m.same(m.row[j], {"id": j, "given": m.units(j, m.total[j]), "left": m.units(j, m.size[j] - m.total[j]),
                          "block": m.block[j], "potential": m.row[j]["potential"]}, j)

def summary(m):
    unit, by_unit, kilometres = {r["id"]: r["unit"] for r in m.t["resources"]}, {}, Counter()
    for ((_, i), q), r in zip(m.lines.items(), m.plan["transfers"]):
        kilometres[i] += q * r["km"]
    asking = {i for i, n in m.N.items() if "activity" not in n}
    for i, n in m.N.items():
        u = unit[n["resource"].split()[0]]
        row = by_unit.get(u, (0, 0, 0))
        by_unit[u] = [a + m.units(i, b) for a, b in zip(row, (*((m.size[i], m.total[i]) if i in asking else (0, 0)),
                                                              kilometres[i]))]
    m.same(m.plan["summary"], {
        "needs": len(asking), "served": sum(m.total[i] > 0 for i in asking), "set_aside": len(m.aside), "lines": len(m.lines),
        "reachable_unserved": sum(not m.total[i] for i in asking & (m.active | m.decided)),
        "lines_km": sum(r["km"] for r in m.plan["transfers"]),
        "lowest_fill": min((m.row[i]["fill"] for i in asking), default=None),
        "by_unit": [{"unit": u, "needed": a, "served": b, "unit_km": round(F(c), 6)}
                    for u, (a, b, c) in sorted(by_unit.items())]}, "summary")

def minima(m):
    """`bound`, `drawn`, `met` and `returns_with` are the engine's word, within what they can be."""
    m.demand(("minima" in m.plan) == bool(m.minima), "minima are short, or they are not")
    if not m.minima:
        return
    said, unit, wanting = m.plan["minima"], {r["id"]: r["unit"] for r in m.t["resources"]}, {}
    for i, least in m.minima.items():
        u = unit[m.N[i]["resource"].split()[0]]
        kept = least * (i not in m.aside and m.sets_aside)
        wanting[u] = [a + m.units(i, b) for a, b in zip(wanting.get(u, (0, 0)), (least, kept))]
    kept = sum(q > 0 and i not in m.aside for i, q in m.minima.items()) if m.sets_aside else said["kept"]
    m.demand(len(said["by_unit"]) == len(wanting) and len(said["set_aside"]) == len(m.aside), "minima: a row each")
    m.same(said, {
        "kept": kept, "bound": int(said["bound"]), "drawn": said["drawn"] is True, "lot": m.t["territory"]["lot"],
        "by_unit": [{"unit": u, "needed": a, "met": r["met"]}
                    for (u, (a, _)), r in zip(sorted(wanting.items()), said["by_unit"])],
        "set_aside": [{"need": i, "minimum": m.units(i, m.N[i]["minimum"]), "returns_with": r["returns_with"]}
                      for i, r in zip(sorted(m.aside), said["set_aside"])]}, "minima")
    m.demand(kept <= said["bound"] <= sum(q > 0 for q in m.minima.values())
             and all((r["returns_with"] or 1) > 0 for r in said["set_aside"])
             and all(wanting[r["unit"]][1] <= r["met"] < r["needed"] for r in said["by_unit"]), "minima: no such bound")

def assumptions(m):
    """A position taken from a commune or unknown, a quantum proposed, a criterion on which nothing is known."""
    t, joined, gcd = m.t, defaultdict(set), Counter()
    together = [[r["id"], r.get("broader", r["id"])] for r in t["resources"]]
    for resources in together + [x["resource"].split() for x in (m.N | m.C).values()]:
        for r in resources:
            joined[r] |= {*resources}
    for x in t["needs"] + t["contributions"] + t["received"] + t["arranged"]:
        for r in closure((x.get("resource") or m.N[x["need"]]["resource"]).split()[:1], joined.get):
            stated = "quantity minimum needed lot_size smallest_delivery".split() if "activity" not in x else ()
            gcd[r] = math.gcd(gcd[r], *(x[k] for k in stated if k in x))
    assumed = {of: 0 for of in m.links.positions_assumed}
    assumed |= {(r["id"], "default_quantum"): F(gcd[r["id"]], 1000) for r in t["resources"] if "quantum" not in r}
    assumed |= {("order", "no_" + k): 0 for k, table in (("value", t["links"]), ("cost", t["contributions"]))
                if k in m.plan["order"] and not any(k in r for r in table)}
    true = [{"code": code, "of": of} | ({"proposal": p} if p else {}) for (of, code), p in sorted(assumed.items())]
    m.demand(m.plan["assumptions"] == true, "an assumption is missing, invented or out of order")

def check(m):
    rows(m)
    summary(m)
    minima(m)
    assumptions(m)
