"""A territory for tools/check_plan.py: its canonical form (docs/formats/canonical.md), its possible links,
what past cycles left. Written apart from the engine, with Python's standard library alone."""
import csv
import functools
import hashlib
import json
import math
import re
import sys
import tomllib
import unicodedata
from collections import Counter
from datetime import date
from fractions import Fraction as F
from pathlib import Path

TESTS = "no_such_resource own_means_only not_listed dates_never_meet out_of_reach no_position banned".split()
DATA = Path(__file__).resolve().parents[1] / "data"
TESTS = "no_such_resource own_means_only not_listed dates_never_meet out_of_reach no_position banned".split()

# column:kind, a digit for decimals (`q`: 6, in the end quanta); in the order that numbers derived ids.
TABLES = {
    "stakeholders": "id name kind:kind longitude:7 latitude:7 commune:commune people:0 siret",
    "resources": "id name unit quantum:6 broader",
    "problems": "id title theme place raised_by:stakeholder shared_by:stakeholder",
    "needs": "id quantity:q minimum:q resource:resource people:0 from until longitude:7 latitude:7 "
             "reach_km:3 price:6 intensity:0 problem:problem stakeholder:stakeholder",
    "contributions": "id quantity:q resource:resource from until longitude:7 latitude:7 reach_km:3 cost:6 "
                     "problem:problem stakeholder:stakeholder",
    "links": "contribution need km:3 value:6", "bans": "from:side to:side reason",
    "arranged": "contribution need quantity:q kind",
    "received": "stakeholder:stakeholder resource:resource cycle needed:q quantity:q set_aside:yes"}

def text_of(path):
    try:
        return path.read_bytes().decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        return path.read_bytes().decode("cp1252", "replace").strip()

def rows_of(path):  # of a CSV table, as texts
    text = text_of(path)
    comma = max(",;\t", key=text.split("\n")[0].count)
    lines = [[cell.strip() for cell in line] for line in csv.reader(text.splitlines(True), delimiter=comma)]
    return [dict(zip([fold(c, "_") for c in lines[0]], line)) for line in lines[1:] if any(line)]

@functools.cache
def data(name):  # a table that comes with Bocage
    return rows_of(DATA / name)

def fold(text, gap=" "):  # for comparing names: small letters without accents, one gap between words
    text = re.sub("[œæß]", lambda found: {"œ": "oe", "æ": "ae", "ß": "ss"}[found[0]], text.lower())
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", gap, text).strip(gap)

def integer(text, decimals):  # a decimal as a whole number of 10^-decimals, half away from zero
    number = F(text.replace(",", ".")) * 10**decimals
    assert number.denominator == 1 or decimals in (3, 7), f"{text}: too many decimals"
    return math.floor(abs(number) + F(1, 2)) * (-1 if number < 0 else 1)

def find(rows, text):  # the ids a text stands for: an id, a name, or a list of either
    if text in [row.get("id") for row in rows]:
        return [text]
    name = {id(row): row.get("name", row.get("title")) for row in rows}
    named = [r for r in rows if name[id(r)] == text] or [r for r in rows if fold(name[id(r)]) == fold(text)]
    parts = re.split(r"\s*[;|,]\s*" if re.search("[;|,]", text) else r"\s+", text)
    assert len(named) == 1 or len(parts) > 1 and not named, f"{text}: which one?"
    return [named[0]["id"]] if named else sorted({one for part in parts for one in find(rows, part)})

def cell(t, kind, text):
    if kind == "kind":
        return next((row["kind"] for row in data("kinds.csv") if row["word"] == fold(text)), text)
    if kind == "commune":
        codes = [row["code"] for row in t["communes"].values() if row["code"] in (text, "0" + text)]
        return (codes or [code for code, row in t["communes"].items() if fold(row["name"]) == fold(text)])[0]
    if kind == "yes":
        return fold(text) in ("true", "yes", "oui", "vrai", "1", "x", "o")
    if kind == "side":
        known = text == "*" or text in [row["id"] for row in t["needs"] + t["contributions"]]
        return text if known else find(t["stakeholders"], text)[0]
    if kind in ("stakeholder", "resource", "problem"):
        return " ".join(find(t[kind + "s"], text)) if kind != "problem" or t.get("problems") else text
    return text if kind == "text" else integer(text, 6 if kind == "q" else int(kind))

def read_territory(path):  # the canonical form as Python values, and beside it what the checks need
    if path != "-" and Path(path).is_dir():
        settings = tomllib.loads(text_of(Path(path, "territory.toml")), parse_float=str)
        raw = {name: rows_of(file) for name in TABLES if (file := Path(path, name + ".csv")).exists()}
    else:
        text = sys.stdin.read() if path == "-" else text_of(Path(path))
        raw = json.loads(text, parse_float=str, parse_int=str)
        settings = raw.pop("territory")
    order = settings.get("order", "minimum fair distance")
    defaults = {"below_minimum": "set_aside", "currency": "EUR", "language": "en", "name": ""}
    t = {"territory": defaults | settings | {
        "order": re.findall(r"\w+", order) if isinstance(order, str) else order, "format": 1,
        "detour": integer(str(settings.get("detour", "1.3")), 6), "memory": int(settings.get("memory", 0)),
        "lot": int(settings.get("lot", 0))}, 
         "communes": {}}
    if any(row.get("commune") for row in raw["stakeholders"]):
        t["communes"] = {row["code"]: row for row in data("communes.csv")}
    ids = {row.get("id") for table in ("stakeholders", "needs", "contributions") for row in raw[table]}
    for table, columns in TABLES.items():
        kinds = dict((column + ":text").split(":")[:2] for column in columns.split())
        rows = [{k: " ".join(v) if isinstance(v, list) else str(v).strip() for k, v in row.items()
                 if k in kinds and v not in (None, "")} for row in raw.get(table, [])]
        rows = [{k: value for k, v in row.items() if (value := cell(t, kinds[k], v)) is not False}
                for row in rows]
        taken = {row.get("id") for row in rows} if table in ("resources", "problems") else ids
        naming = lambda r: r.get("name") or r.get("title") or f"{r['stakeholder']}-{r['resource']}"
        base = {id(r): fold(naming(r), "-") or table for r in rows if "id" in kinds and "id" not in r}
        content = lambda row: [((k in row) != (k == "until"), row.get(k, "")) for k in kinds]
        for row in sorted((r for r in rows if id(r) in base), key=lambda r: (base[id(r)], content(r))):
            names = (base[id(row)] + (f"-{n}" if n > 1 else "") for n in range(1, len(taken) + 2))
            row["id"] = next(name for name in names if name not in taken)
            taken.add(row["id"])
        t[table] = sorted(rows, key=lambda row: row.get("id", ""))
    return in_quanta(t, {table for table in TABLES if t[table]} | {"links"} & set(raw))

def in_quanta(t, tables):  # quantities in the steps of their resources; then the hash
    joined = {r["id"]: r["id"] for r in t["resources"]}
    root = lambda r: r if joined[r] == r else root(joined[r])
    for row in t["resources"]:
        row |= {"broader": find(t["resources"], row["broader"])[0]} if "broader" in row else {}
        joined[root(row["id"])] = root(row.get("broader", row["id"]))
    for row in t["needs"] + t["contributions"]:
        for other in row["resource"].split():
            joined[root(other)] = root(row["resource"].split()[0])
    stated = {root(row["id"]): row["quantum"] for row in t["resources"] if "quantum" in row}
    resource = {row["id"]: row["resource"] for row in t["needs"]}
    t["states"] = lambda r: root(r) in stated
    t["family"], t["step"], t["proposal"] = root, lambda r: stated.get(root(r.split()[0]), 1000), Counter()
    for row in t["needs"] + t["contributions"] + t["received"] + t["arranged"]:
        of = (row.get("resource") or resource[row["need"]]).split()[0]
        for key in {"quantity", "minimum", "needed"} & set(row):
            t["proposal"][root(of)] = math.gcd(t["proposal"][root(of)], row[key])
            assert row[key] % t["step"](of) == 0, f"{row}: {key} is not whole in quanta"
            row[key] //= t["step"](of)
    keys = "below_minimum currency detour format language lot memory name order rule".split()
    canonical = {"territory": {key: t["territory"][key] for key in keys}}
    plain = lambda value: json.dumps(value, sort_keys=True, separators=(",", ":"),
                                     ensure_ascii=False).encode()
    for table in tables:
        rows = [{k: v for k, v in row.items() if (k, v) != ("minimum", 0)} for row in t[table]]
        if table == "resources":
            quantum = lambda r: {"quantum": stated[root(r)]} if t["states"](r) else {}
            rows = [row | quantum(row["id"]) for row in rows]
        canonical[table] = rows if rows and "id" in rows[0] else sorted(rows, key=plain)
    for code in {row["commune"] for row in t["stakeholders"] if "commune" in row}:
        place = t["communes"][code]
        t["communes"][code] = {axis: integer(place[axis], 7) for axis in ("longitude", "latitude")}
    t["sha256"], t["lists"] = hashlib.sha256(plain(canonical)).hexdigest(), "links" in tables
    return t

def closure(start, step):
    seen, queue = set(start), list(start)
    while queue:
        new = set(step(queue.pop())) - seen
        seen, queue = seen | new, queue + list(new)
    return seen

class Links:  # the rule for a pair, and what it measures
    def __init__(self, t):
        self.t, owner = t, {s["id"]: s for s in t["stakeholders"]}
        broader = {r["id"]: [r["broader"]] if "broader" in r else [] for r in t["resources"]}
        self.above = {r: closure([r], broader.get) for r in broader}
        self.listed = {(row["contribution"], row["need"]): row for row in t["links"]}
        self.place, self.assumed = {}, set()
        for row in t["needs"] + t["contributions"]:
            s = owner[row["stakeholder"]]
            commune = t["communes"].get(s.get("commune"), {})
            sources = [(row, None), (s, None), (commune, (s["id"], "commune_position"))]
            places = [(p, said) for p, said in sources if "latitude" in p]
            places.append((None, (row["id"], "no_position")))
            self.place[row["id"]] = places[0][0] and (places[0][0]["longitude"], places[0][0]["latitude"])
            self.assumed |= {places[0][1]} - {None}
    def serves(self, resources, n):
        return any(self.above[r] & set(n["resource"].split()) for r in resources.split())
    def metres(self, c, n):
        (a, b), listed = (self.place[c["id"]], self.place[n["id"]]), self.listed.get((c["id"], n["id"]), {})
        if "km" in listed or not (a and b):
            return listed.get("km", 0)
        (x, y), (u, v) = [[degrees / 1e7 * (math.pi / 180) for degrees in place] for place in (a, b)]
        high, wide = math.sin((v - y) / 2), math.sin((u - x) / 2)
        h = high * high + math.cos(y) * math.cos(v) * (wide * wide)
        metres = 2 * 6371008.8 * math.asin(math.sqrt(min(1, h))) * (self.t["territory"]["detour"] / 1e6)
        return math.floor(metres + .5)
    def bans(self, c, n):
        return [row.get("reason", "") for row in self.t["bans"] if row["from"] in (
            "*", c["stakeholder"], c["id"]) and row["to"] in ("*", n["stakeholder"], n["id"])]
    def days(self, c, n):  # from the end of one window to the beginning of the other
        ends = [[date.fromisoformat(row.get(k, open_end)).toordinal() for k, open_end in (
            ("from", "0001-01-01"), ("until", "9999-12-31"))] for row in (c, n)]
        return max(ends[0][0] - ends[1][1], ends[1][0] - ends[0][1])
    def fails(self, c, n):  # the first test a pair fails, as a place in TESTS; 7 where it is possible
        listed, reach = (c["id"], n["id"]) in self.listed, self.reach(c, n)
        nowhere = not (self.place[c["id"]] and self.place[n["id"]])
        return [not self.serves(c["resource"], n), not listed and c["stakeholder"] == n["stakeholder"],
                not listed and self.t["lists"], self.days(c, n) > 0,
                not listed and not nowhere and self.metres(c, n) > reach,
                not listed and nowhere and reach < math.inf, bool(self.bans(c, n)), True].index(True)
    def reach(self, c, n):
        return min(c.get("reach_km", math.inf), n.get("reach_km", math.inf))

def memory(t, links, needs):  # what past cycles left with each need, in quanta: needed, received
    natural = lambda name: ([(48, int(c)) if c.isdigit() else (ord(c), 0)
                             for c in re.findall(r"[0-9]+|.", name)], name)
    cycles, past = sorted({row["cycle"] for row in t["received"]}, key=natural), {i: [0, 0] for i in needs}
    counting = cycles[len(cycles) - min(len(cycles), t["territory"]["memory"]):]
    for row in (row for row in t["received"] if row["cycle"] in counting):
        claims = [i for i, n in needs.items()
                  if n["stakeholder"] == row["stakeholder"] and links.serves(row["resource"], n)]
        total = sum(needs[i]["quantity"] for i in claims)
        for which, of in enumerate(("needed", "quantity") if claims else ()):
            part = {i: divmod(row[of] * needs[i]["quantity"], total) for i in claims}
            rest = row[of] - sum(floor for floor, remainder in part.values())
            for k, i in enumerate(sorted(claims, key=lambda i: (-part[i][1], i))):
                past[i][which] += part[i][0] + (k < rest)
    return past

def people(t, n):
    return n.get("people") or next(s for s in t["stakeholders"] if s["id"] == n["stakeholder"]).get("people")

def read_plan(path):
    plan = json.loads(Path(path).read_text("utf-8"), parse_float=F, parse_int=F)
    assert plan["format"] == "bocage-plan/1", "not a plan of this format"
    return plan

def sums(lines):  # by contribution and by need
    ends = Counter()
    for (j, i), q in lines.items():
        ends[j] += q
        ends[i] += q
    return ends
