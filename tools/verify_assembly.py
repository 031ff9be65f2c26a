"""What tools/verify_forms.py computes of an assembly, from its tables alone."""
from fractions import Fraction


def verify_assembly(rows, folder, expect):
    """S7: weights times the part for in each college, and the register of capital, from the tables alone."""
    weights = {row["id"]: Fraction(row["weight"]) for row in rows(folder, "colleges")}
    whole = sum(weights.values())
    expect("weights together", whole, 100)
    expect("colleges outside 10 to 50 %", sum(not whole / 10 <= weight <= whole / 2 for weight in weights.values()), 0)
    for resolution, majority, passes in (("budget", Fraction(1, 2), True), ("statutes", Fraction(2, 3), False)):
        shows = [row for row in rows(folder, "hands") if row["resolution"] == resolution]
        yes, no = (sum(int(row[side]) for row in shows) for side in ("yes", "no"))
        by_head = Fraction(yes, yes + no)
        weighted = sum(weights[row["college"]] * Fraction(int(row["yes"]), int(row["yes"]) + int(row["no"])) for row in shows) / whole
        expect(f"{resolution}, by head", 100 * by_head, 61.02, 0.005)
        expect(f"{resolution}, by college", 100 * weighted, 65.37, 0.005)
        expect(f"ways in which {resolution} passes", (by_head > majority) + (weighted > majority), 2 * passes)
    public = {row["id"] for row in rows(folder, "associates") if row["public"] == "yes"}
    held, refused = {}, []
    for row in sorted(rows(folder, "shares"), key=lambda row: row["date"]):
        after = {**held, row["associate"]: held.get(row["associate"], 0) + int(row["shares"])}
        part = Fraction(sum(after[who] for who in after if who in public), sum(after.values()))
        if row["asked"] == "yes" and part > Fraction(1, 2):
            refused.append(part)
        else:
            held = after
    expect("moves of capital refused", len(refused), 1)
    expect("public part it would have been", 100 * refused[0], 52)
    surplus = Fraction(rows(folder, "surpluses")[0]["surplus"])
    expect("least legal reserve", surplus * 15 / 100, 6000)
    expect("least reserves", surplus * Fraction(575, 1000), 23000)
