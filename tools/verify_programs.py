"""The figures of the forms that lots, conditions and recipes decide, without Bocage: every plan is tried."""
import itertools
from fractions import Fraction as F


def soup(rows, folder, expect):
    """What each thing the kitchen takes allows, and the same share of it for everybody."""
    has = {row["id"]: F(row["quantity"]) for row in rows(folder, "contributions")}
    recipe = [row for row in rows(folder, "recipes") if row["recipe"] == "soup"]
    stock = {"carrots": has["carrots"], "kitchen": has["own-kitchen"], "cooking": has["hours"]}
    takes = {row["resource"]: F(row["takes"]) / (1 - F(row["loss"] or 0)) for row in recipe if row["takes"]}
    made = next(row for row in recipe if row["makes"])
    litres = min(stock[name] / takes[name] for name in takes) * F(made["makes"]) * (1 - F(made["loss"]))
    expect("litres, in whole ones", litres // 1, 78)
    wanted = {row["id"]: F(row["quantity"]) for row in rows(folder, "needs") if row["resource"] == "soup"}
    for need, figure in (("soup-school", 39), ("soup-home", 26), ("soup-shelter", 13)):
        expect(need, litres // 1 * wanted[need] / sum(wanted.values()), figure)


def bread(rows, folder, expect):
    """The least brought in from town, over all numbers of ovenfuls."""
    oven = next(row for row in rows(folder, "activities") if row["id"] == "oven")
    flour = next(F(row["quantity"]) for row in rows(folder, "contributions") if row["id"] == "flour")
    rate = next(F(row["takes"]) for row in rows(folder, "recipes") if row["recipe"] == "bread" and row["takes"])
    wanted = sum(F(row["quantity"]) for row in rows(folder, "needs") if row["resource"] == "bread")
    batch = F(oven["batch"])
    made = max(k * batch for k in range(int(F(oven["capacity"]) / batch) + 1) if k * batch * rate <= flour)
    expect("kilograms from the oven", min(made, wanted), 45)
    expect("flour it takes", made * rate, 36)


def outing(rows, folder, expect):
    """Every way to say yes or no to the eight needs; apples in whole pallets, and no small delivery."""
    asked = {row["id"]: set(row["depends_on"].split()) for row in rows(folder, "needs") if "apples" not in row["id"]}
    minimum = {row["id"] for row in rows(folder, "needs") if row["minimum"]}
    possible = []
    for yes in itertools.product((0, 1), repeat=len(asked)):
        on = {need for need, answer in zip(asked, yes) if answer}
        fits = all(asked[need] <= on for need in on) and len(on & {"scouts-room", "choir-room"}) <= 1
        if fits and (not on & {"scouts-van", "choir-van"} or "club-driver" in on):
            possible.append((len(on & minimum), sorted(need in on for need in asked), sorted(on)))
    best = max(possible)
    expect("needs met", len(best[2]), 4)
    expect("of the choir", sum(need.startswith("choir") for need in best[2]), 0)
    apples = []
    for pallets in range(3):  # to the pantry; the others to the school
        for crates in range(31):
            for others in range(31 - crates):
                pantry, school = 48 * pallets + crates, 48 * (2 - pallets) + others
                if pantry <= 90 and school <= 60 and (crates == 0 or crates >= 15) and (others == 0 or others >= 20):
                    apples.append((sorted((F(pantry, 90), F(school, 60))), pantry, school))
    expect("apples for the pantry", max(apples)[1], 78)
    expect("apples for the school", max(apples)[2], 48)


def two_sectors(rows, folder, expect):
    """Cramer's rule on (I - A) x = f."""
    a = {(row["resource"], row["recipe"]): F(row["takes"]) for row in rows(folder, "recipes")}
    f = [F(row["quantity"]) for row in rows(folder, "needs")]
    m = [[1 - a["g1", "one"], -a["g1", "two"]], [-a["g2", "one"], 1 - a["g2", "two"]]]
    determinant = m[0][0] * m[1][1] - m[0][1] * m[1][0]
    expect("first output", (f[0] * m[1][1] - m[0][1] * f[1]) / determinant, 1247.52, 0.005)
    expect("second output", (m[0][0] * f[1] - f[0] * m[1][0]) / determinant, 1841.58, 0.005)


def verify_programs(rows, forms, expect):
    for name, checks in (("kitchen", (soup, bread)), ("outing", (outing,)), ("two-sectors", (two_sectors,))):
        print(name)
        for check in checks:
            check(rows, forms / name, expect)
