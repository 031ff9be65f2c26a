"""What recipes and activities add to a territory's canonical form (docs/formats/activities.md)."""
import re


def ids_in(text):  # of a list: sorted, each once
    return " ".join(sorted(set(re.split(r"[\s;,|]+", text.strip()))))


def claim_offers(t, ids):  # what each activity takes and makes gets the id of both
    for activity in t["activities"]:
        for side in ("takes", "makes"):
            for resource in sorted(r["resource"] for r in t["recipes"] if r["recipe"] == activity["recipe"] and side in r):
                base, number = f"{activity['id']}-{resource}", 1
                while (name := base + (f"-{number}" if number > 1 else "")) in ids:
                    number += 1
                ids.add(name)


def recipe_sides(t):  # an object each; none where nobody carries any of them out
    sides = [{"recipe": r["recipe"], "resource": r["resource"], "side": side, "quantity": r[side]}
             | ({"loss": r["loss"]} if r.get("loss") else {})
             for r in t["recipes"] for side in ("takes", "makes") if side in r]
    return sides if t["activities"] else []
