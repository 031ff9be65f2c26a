#!/usr/bin/env python3
"""Reads a territory apart from the engine and writes its canonical form (docs/formats/canonical.md), byte for byte what
`bocage canonical` writes; Python's standard library alone.
    tools/checking/territory.py DIR_OR_JSON > canonical.json
The tables that come with Bocage, communes and kinds, are looked for in ../../data."""
import csv
import functools
import json
import math
import re
import sys
import tomllib
import unicodedata
from collections import Counter
from fractions import Fraction as F
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from checking import activities

DATA = Path(__file__).resolve().parents[2] / "data"

# column:kind, a digit for decimals (`q`: 6, in the end quanta); in the order that numbers derived ids.
TABLES = {
    "stakeholders": "id name kind:kind longitude:7 latitude:7 commune:commune people:0 siret",
    "resources": "id name unit quantum:6 broader work_hours:6 work_skill",
    "problems": "id title theme place raised_by:stakeholder shared_by:stakeholder",
    "recipes": "recipe resource:resource takes:6 makes:6 loss:6",
    "activities": "id capacity:6 batch:6 from until longitude:7 latitude:7 reach_km:3 recipe depends_on:ids "
                  "stakeholder:stakeholder",
    "needs": "id quantity:q minimum:q resource:resource people:0 from until longitude:7 latitude:7 "
             "reach_km:3 price:6 intensity:0 problem:problem lot_size:q smallest_delivery:q depends_on:ids "
             "stakeholder:stakeholder",
    "contributions": "id quantity:q resource:resource from until longitude:7 latitude:7 reach_km:3 cost:6 "
                     "problem:problem lot_size:q smallest_delivery:q depends_on:ids stakeholder:stakeholder",
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

@functools.cache
def communes(keeps_article):  # codes by name
    codes = {}
    for row in data("communes.csv"):
        codes.setdefault(commune_key(row["name"], keeps_article), []).append(row["code"])
    return codes

def commune_key(name, keeps_article):
    words = fold(name).split()
    words = words[not keeps_article and len(words) > 1 and words[0] in ("l", "le", "la", "les"):]
    return " ".join({"st": "saint", "ste": "sainte"}.get(word, word) for word in words)

def fold(text, gap=" "):  # for comparing names: small letters without accents, one gap between words
    text = re.sub("[œæß]", lambda found: {"œ": "oe", "æ": "ae", "ß": "ss"}[found[0]], text.lower())
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", gap, text).strip(gap)

def integer(text, decimals):  # a decimal as a whole number of 10^-decimals, half away from zero
    assert len(text) < 99 and len(text.lower().partition("e")[2]) < 4, f"{text[:99]}: too many digits"
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
        codes = [code for code in (text, "0" + text) if code in t["communes"]]
        return (codes or next(filter(None, (communes(kept).get(commune_key(text, kept)) for kept in (True, False)))))[0]
    if kind == "ids":
        return activities.ids_in(text)
    if kind == "yes":
        return fold(text) in ("true", "yes", "oui", "vrai", "1", "x", "o")
    if kind == "side":
        known = text == "*" or text in [row["id"] for row in t["needs"] + t["contributions"]]
        return text if known else find(t["stakeholders"], text)[0]
    if kind in ("stakeholder", "resource", "problem"):
        return " ".join(find(t[kind + "s"], text)) if kind != "problem" or t.get("problems") else text
    return text if kind == "text" else integer(text, 6 if kind == "q" else int(kind))

def canonical(path):  # the canonical form of a folder, of a JSON file, or of standard input ("-"), as bytes
    if path != "-" and Path(path).is_dir():
        settings = tomllib.loads(text_of(Path(path, "territory.toml")), parse_float=str)
        raw = {name: rows_of(file) for name in TABLES if (file := Path(path, name + ".csv")).exists()}
    else:
        text = sys.stdin.read() if path == "-" else text_of(Path(path))
        raw = json.loads(text, parse_float=str, parse_int=str)
        settings = raw.pop("territory")
    t = {"territory": settings_of(settings), "communes": {}}
    if any(row.get("commune") for row in raw.get("stakeholders", [])):
        t["communes"] = {row["code"]: row for row in data("communes.csv")}
    ids = {row.get("id") for table in ("stakeholders", "activities", "needs", "contributions") for row in raw.get(table, [])}
    for table, columns in TABLES.items():
        t[table] = read_rows(t, table, columns, raw.get(table, []), ids)
        if table == "activities":
            t["offers"] = activities.claim_offers(t, ids)
    t["recipes"] = activities.recipe_sides(t)
    return in_quanta(t, {table for table in TABLES if t[table]} | {"links"} & set(raw))

def settings_of(written):  # all of them, defaults filled in
    defaults = {"below_minimum": "set_aside", "currency": "EUR", "language": "en", "name": ""}
    order = written.get("order", "minimum fair distance")
    settings = defaults | written | {
        "order": re.findall(r"\w+", order) if isinstance(order, str) else order, "format": 1,
        "detour": integer(str(written.get("detour", "1.3")), 6), "memory": int(written.get("memory", 0)),
        "lot": int(written.get("lot", 0))}
    keys = "below_minimum currency detour format language lot memory name order rule".split()
    return {key: settings[key] for key in keys if settings[key] != ""}

def read_rows(t, table, columns, raw, ids):  # names become ids, and who has none gets one
    kinds = dict((column + ":text").split(":")[:2] for column in columns.split())
    rows = [{k: " ".join(v) if isinstance(v, list) else str(v).strip() for k, v in row.items()
             if k in kinds and v not in (None, "")} for row in raw]
    rows = [{k: value for k, v in row.items() if (value := cell(t, kinds[k], v)) is not False} for row in rows]
    taken = {row.get("id") for row in rows} if table in ("resources", "problems") else ids
    naming = lambda r: r.get("name") or r.get("title") or f"{r['stakeholder']}-{r.get('resource') or r['recipe']}"
    base = {id(r): fold(naming(r), "-") or table for r in rows if "id" in kinds and "id" not in r}
    content = lambda row: [((k in row) != (k == "until"), row.get(k, "")) for k in kinds]
    for row in sorted((r for r in rows if id(r) in base), key=lambda r: (base[id(r)], content(r))):
        names = (base[id(row)] + (f"-{n}" if n > 1 else "") for n in range(1, len(taken) + 2))
        row["id"] = next(name for name in names if name not in taken)
        taken.add(row["id"])
    return sorted(rows, key=lambda row: row.get("id", ""))

def in_quanta(t, tables):  # quantities in the steps of their resources, and all of it as one text
    joined = {r["id"]: r["id"] for r in t["resources"]}
    root = lambda r: r if joined[r] == r else root(joined[r])
    for row in t["resources"]:
        row |= {key: find(t["resources"], row[key])[0] for key in ("broader", "work_skill") if key in row}
        joined[root(row["id"])] = root(row.get("broader", row["id"]))
    for row in t["needs"] + t["contributions"]:
        for other in row["resource"].split():
            joined[root(other)] = root(row["resource"].split()[0])
    stated = {root(row["id"]): row["quantum"] for row in t["resources"] if "quantum" in row}
    resource = {row["id"]: row["resource"] for row in t["needs"]} | t["offers"]
    for row in t["needs"] + t["contributions"] + t["received"] + t["arranged"]:
        of = (row.get("resource") or resource[row["need"]]).split()[0]
        for key in {"quantity", "minimum", "needed", "lot_size", "smallest_delivery"} & set(row):
            row[key], rest = divmod(row[key], stated.get(root(of), 1000))
            assert rest == 0, f"{row}: {key} is not whole in quanta"
    for row in t["resources"]:
        row |= {"quantum": stated[root(row["id"])]} if root(row["id"]) in stated else {}
    plain = lambda value: json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    form = {"territory": t["territory"], "communes": centres(t)} if centres(t) else {"territory": t["territory"]}
    for table in tables:
        rows = [{k: v for k, v in row.items() if (k, v) != ("minimum", 0)} for row in t[table]]
        form[table] = rows if rows and "id" in rows[0] else sorted(rows, key=plain)
    return plain(form)

def centres(t):  # of the communes that place a stakeholder
    codes = sorted({row["commune"] for row in t["stakeholders"] if "commune" in row and "latitude" not in row})
    return [{"code": code} | {axis: integer(t["communes"][code][axis], 7) for axis in ("latitude", "longitude")}
            for code in codes]

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        sys.stdout.buffer.write(canonical(sys.argv[1]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, AssertionError) as problem:
        print(f"The input is wrong: {problem!r}", file=sys.stderr)
        sys.exit(2)
