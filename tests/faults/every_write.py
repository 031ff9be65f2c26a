"""A cycle of S1's van, each act struck at every call that changes something on the disk: the program killed there, the call
failing, the disk full from there on. Afterwards the folder is as before the act or as after it, to the byte, nothing is left
lying about, and the cycle goes on. every_write.py BOCAGE FAULTS.so"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM, FAULTS = map(os.path.abspath, sys.argv[1:3])
LINE = ["--contribution", "c1", "--need"]
MEMBERS = ["commune", "recyclerie", "menuiserie", "banque_alimentaire", "entraide_demenagement", "maraicher", "theatre"]
ALL_SAY_YES = [["yes", "--as", who] for who in MEMBERS]
STORY = [
    ["open", "--cycle", "w1"],
    ["propose"],
    ["objection", "--as", "menuiserie", *LINE, "n2", "--kind", "limits", "--because", "no driver", "--change", "less", "--value", "8"],
    ["replan", "--share"],
    ["propose"],
    *ALL_SAY_YES,
    ["adopt"],
    ["deliver", *LINE, "n5", "--side", "giver", "--outcome", "failed"],
    ["repair", "--keep"],
    ["propose"],
    *ALL_SAY_YES,
    ["adopt"],
    ["close"],
]
# Acts alike are struck once.
STRUCK = [i for i, act in enumerate(STORY) if act[0] != "yes" or act[2] == "commune"]


def content(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def run(folder, act, i, fault=""):
    environment = dict(os.environ)
    if fault:
        environment |= {"LD_PRELOAD": FAULTS, "FAULT": fault, "FAULT_COUNT": str(folder.parent / "count")}
    words = [PROGRAM, "round", str(folder), *act, "--at", f"2026-11-23T{9 + i // 60:02}:{i % 60:02}"]
    return subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60)


def strike(place, before, after, act, i, fault):
    """One act struck; the faults found."""
    folder = place / "struck"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(before, folder)
    struck = run(folder, act, i, fault)
    where = f"{i} {act[0]} {fault}"
    found = []
    if not fault.startswith("kill"):
        if struck.returncode not in (0, 3):
            found.append(f"{where}: ended with {struck.returncode}: {struck.stderr}")
        if struck.returncode == 3 and "cannot be written: " not in struck.stderr:
            found.append(f"{where}: no sentence: {struck.stderr!r}")
    looked = subprocess.run([PROGRAM, "round", str(folder)], capture_output=True, text=True, timeout=60)
    if looked.returncode != 0:
        found.append(f"{where}: the folder does not open: {looked.stderr}")
    left = [path.name for path in folder.iterdir() if path.name.startswith(".")]
    if left:
        found.append(f"{where}: left lying about: {left}")
    now = content(folder)
    was, done = content(before), content(after)
    if now not in (was, done):
        found.append(f"{where}: neither before nor after: {[name for name in now if now[name] not in (was.get(name), done.get(name))] or sorted(now)}")
    elif not fault.startswith("kill") and now != (was if struck.returncode else done):
        found.append(f"{where}: said {struck.returncode}, and it is not so: {struck.stderr}")
    if now == was:
        again = run(folder, act, i)
        if again.returncode != 0 or content(folder) != done:
            found.append(f"{where}: cannot be done again: {again.stderr}")
    return found


def read_only(place, folder_mode, file_mode):
    """A folder, or its tables, that may not be written: as somebody who is not root."""
    folder = place / "shown"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "examples/forms/s1-van", folder)
    run(folder, ["open", "--cycle", "w1"], 0)
    for path in folder.iterdir():
        path.chmod(file_mode)
    folder.chmod(folder_mode)
    was = content(folder)
    nobody = 65534
    user = {"user": nobody, "group": nobody, "extra_groups": []} if os.getuid() == 0 else {}
    found = []
    for words, status in ((["propose"], 2), ([], 0)):
        done = subprocess.run([PROGRAM, "round", str(folder), *words], capture_output=True, text=True, cwd="/", **user)
        if done.returncode != status or (status and "cannot be written: Permission denied" not in done.stderr):
            found.append(f"{folder_mode:o} {file_mode:o} {words}: {done.returncode} {done.stderr}")
    if content(folder) != was:
        found.append(f"{folder_mode:o} {file_mode:o}: it was written")
    folder.chmod(0o755)
    return found


def main():
    found, strikes = [], 0
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        place.chmod(0o755)
        found += read_only(place, 0o555, 0o444) + read_only(place, 0o777, 0o444)
        before, after = place / "before", place / "after"
        shutil.copytree(ROOT / "examples/forms/s1-van", after)
        for i, act in enumerate(STORY):
            shutil.rmtree(before, ignore_errors=True)
            shutil.copytree(after, before)
            counted = run(after, act, i, "count")
            if counted.returncode != 0:
                found.append(f"{i} {act}: {counted.stderr}")
            calls = int((place / "count").read_text())
            for kind in ("kill", "fail", "full"):
                for call in range(1, calls + 1) if i in STRUCK else ():
                    found += strike(place, before, after, act, i, f"{kind}:{call}")
                    strikes += 1
    for fault in found:
        print(fault)
    print(f"{len(STORY)} acts, struck {strikes} times, {len(found)} faults")
    return 1 if found or strikes < 300 else 0


sys.exit(main())
