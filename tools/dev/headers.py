#!/usr/bin/env python3
"""Every header of ours compiles alone.

A header that some source of its layer includes before anything else is shown to by compiling that source, which the
other steps do. Only the rest is compiled here."""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMPILER = ["clang++-14", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-Wno-pragma-once-outside-header",
            "-Wno-missing-field-initializers", "-DFMT_SHARED", "-x", "c++"]
INCLUDE = re.compile(r"^\s*#\s*include\s*(.*)$", re.M)


def shown_by_its_source(sources):
    """Headers that stand first in a source, as they are named there."""
    shown = set()
    for source in sources:
        first = INCLUDE.search(source.read_text())
        if first and first[1].startswith('"'):
            shown.add(first[1].strip().strip('"'))
    return shown


def compile_alone(folder, header):
    return subprocess.run([*COMPILER, "-I", str(folder), str(header)], capture_output=True, text=True).stderr


def check(folder):
    headers = sorted(folder.rglob("*.h"))
    shown = shown_by_its_source(folder.rglob("*.cc"))
    alone = [header for header in headers if header.relative_to(folder).as_posix() not in shown]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        said = [text for text in pool.map(lambda header: compile_alone(folder, header), alone) if text]
    return headers, alone, said


def main():
    headers, alone, said = check(ROOT / "src")
    sys.stdout.write("".join(said))
    print(f"{len(headers)} headers, {len(alone)} of them compiled alone here, {len(said)} do not compile")
    return 1 if said or not headers else 0


if __name__ == "__main__":
    sys.exit(main())
