"""What recipes and activities add to a territory's canonical form (docs/formats/activities.md)."""
import re


def ids_in(text):  # of a list: sorted, each once
    return " ".join(sorted(set(re.split(r"[\s;,|]+", text.strip()))))


def claim_offers(t, ids):  # what each activity takes and makes gets the id of both; resources by id
    resources = {}
    for activity in t["activities"]:
        for side in ("takes", "makes"):
            for resource in sorted(r["resource"] for r in t["recipes"] if r["recipe"] == activity["recipe"] and side in r):
                base, number = f"{activity['id']}-{resource}", 1
                while (name := base + (f"-{number}" if number > 1 else "")) in ids:
                    number += 1
                ids.add(name)
                resources[name] = resource
    return resources


def add_offers(t):
    """From the canonical form: what activities take among the needs, what they make among the contributions."""
    quantum = {r["id"]: r.get("quantum", 1000) for r in t["resources"]}
    ids = {r["id"] for table in ("stakeholders", "activities", "needs", "contributions") for r in t[table]}
    shared = "from until latitude longitude reach_km stakeholder".split()
    for a in sorted(t["activities"], key=lambda a: a["id"]):
        a["takes"], a["makes"] = {}, {}
        for side, table in (("takes", "needs"), ("makes", "contributions")):
            parts = (r for r in t["recipes"] if (r["recipe"], r["side"]) == (a["recipe"], side))
            for part in sorted(parts, key=lambda r: r["resource"]):
                base, number = f"{a['id']}-{part['resource']}", 1
                while (name := base + (f"-{number}" if number > 1 else "")) in ids:
                    number += 1
                ids.add(name)
                kept, step = 10**6 - part.get("loss", 0), quantum[part["resource"]] * 10**6
                whole = a["capacity"] * part["quantity"]
                quanta = -(-whole // (kept * quantum[part["resource"]])) if side == "takes" else whole * kept // (step * 10**6)
                waits = {"depends_on": a["depends_on"]} if side == "makes" and "depends_on" in a else {}
                t[table].append({k: a[k] for k in shared if k in a} | waits
                                | {"id": name, "resource": part["resource"], "quantity": quanta, "activity": a["id"]})
                a[side][name] = part


def recipe_sides(t):  # an object each; none where nobody carries any of them out
    sides = [{"recipe": r["recipe"], "resource": r["resource"], "side": side, "quantity": r[side]}
             | ({"loss": r["loss"]} if r.get("loss") else {})
             for r in t["recipes"] for side in ("takes", "makes") if side in r]
    return sides if t["activities"] else []
