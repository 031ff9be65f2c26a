#!/usr/bin/env python3
"""clang-tidy over the sources, each finding an error. A file that was clean is looked at again only
when it, something it includes, its command or the rules have changed: the stamp is a hash of all that."""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys

TIDY = "clang-tidy-14"
ROOT = pathlib.Path(__file__).resolve().parents[2]


def command_without_output(entry):
    """The compiler's own words for one file: no launcher, no -c, no -o."""
    words = shlex.split(entry["command"])
    if "ccache" in words[0]:
        words = words[1:]
    kept, skip = [], False
    for word in words:
        if skip or word in ("-c", "-o"):
            skip = word == "-o"
            continue
        kept.append(word)
    return kept


def fingerprint(entry, rules):
    command = command_without_output(entry)
    listing = subprocess.run(command + ["-MM"], cwd=entry["directory"], capture_output=True, text=True)
    if listing.returncode != 0:
        return None  # clang-tidy will say why
    hashed = hashlib.sha256(rules + " ".join(command).encode())
    for name in listing.stdout.replace("\\\n", " ").split()[1:]:
        hashed.update((pathlib.Path(entry["directory"]) / name).read_bytes())
    return hashed.hexdigest()


def look_at(entry, rules, stamps, database):
    stamp = fingerprint(entry, rules)
    if stamp and (stamps / stamp).exists():
        return True, ""
    run = subprocess.run([TIDY, "-p", database, "--quiet", entry["file"]], capture_output=True, text=True)
    if run.returncode == 0:
        if stamp:
            (stamps / stamp).touch()
        return True, ""
    return False, run.stdout + "".join(line + "\n" for line in run.stderr.splitlines() if "error:" in line)


def main():
    database = sys.argv[1]
    named = [word for word in sys.argv[2:] if not word.startswith("--")]
    folders = named or ["src", "samples"] + (["tests", "bench"] if "--all" in sys.argv else [])
    stamps = ROOT / database / "tidy-stamps"
    stamps.mkdir(exist_ok=True)
    version = subprocess.run([TIDY, "--version"], capture_output=True).stdout
    rules = version + b"".join(p.read_bytes() for p in sorted(ROOT.glob("**/.clang-tidy")) if "build" not in p.parts)
    entries = [e for e in json.loads((ROOT / database / "compile_commands.json").read_text())
               if e["file"].endswith(".cc") and pathlib.Path(e["file"]).is_relative_to(ROOT)
               and any(pathlib.Path(e["file"]).is_relative_to(ROOT / folder) for folder in folders)]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for clean, text in pool.map(lambda e: look_at(e, rules, stamps, database), entries):
            failed += not clean
            sys.stdout.write(text)
    print(f"{len(entries)} files, {failed} with findings")
    return 1 if failed or not entries else 0


if __name__ == "__main__":
    sys.exit(main())
