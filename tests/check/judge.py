"""Runs tools/check_plan.py over a folder of cases: NAME.territory.json with NAME.plan.json, which must hold, and
NAME.tampered-N.json, which must not (or not be readable). Prints what went otherwise."""
import contextlib
import io
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
import check_plan  # noqa: E402


def verdict(*arguments):
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            check_plan.main([str(argument) for argument in arguments])
        return 0, said.getvalue()
    except SystemExit as stop:
        return stop.code, said.getvalue()


judged = 0
for territory in sorted(Path(sys.argv[2]).glob("*.territory.json")):
    name = territory.name.removesuffix(".territory.json")
    for plan in sorted(territory.parent.glob(name + ".*.json")):
        if plan == territory or plan.name.endswith(".previous.json"):
            continue
        previous = territory.parent / (name + ".previous.json")
        status, said = verdict(territory, plan, *(["--previous", previous] if previous.exists() else []))
        judged += 1
        if (status == 0) != plan.name.endswith(".plan.json") or status == 2 and plan.name.endswith(".plan.json"):
            print(f"{plan.name}: {status}: {said.strip()}")
print(f"judged {judged}")
