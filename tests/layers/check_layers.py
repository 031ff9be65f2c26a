#!/usr/bin/env python3
"""The walls of the house: an include may only go down, a file stays small enough to read, a name means one thing.

Includes are written from src/ ("layer/file.h"); a relative one would escape this reading and is refused.
"""
import pathlib
import re
import sys

# What a layer may include besides itself (design section 7). Siblings do not see one another.
BELOW = {
    "base": set(),
    "territory": {"base"},
    "mechanism": {"base", "territory"},
    "check": {"base", "territory"},
    "compare": {"base", "territory", "mechanism"},
    "agree": {"base", "territory"},
    "exchange": {"base", "territory"},
    "service": {"base", "territory", "mechanism", "check", "compare", "agree", "exchange"},
    "http": {"base", "territory", "exchange", "agree", "service"},
    "cli": {"base", "territory", "mechanism", "check", "compare", "agree", "exchange", "service", "http"},
    "app": {"base", "territory", "mechanism", "check", "compare", "agree", "exchange", "service", "http", "cli"},
}
LINES_WARN, LINES_STOP = 400, 600
TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)[^;]*\{", re.MULTILINE)
NAMESPACE = re.compile(r"^namespace ([\w:]+)", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')


def include_fault(layer, included, exists):
    """Why `layer` may not include "included", or None."""
    if included.startswith(".") or "/../" in included or "/" not in included:
        return f'"{included}" is relative: write it from src/, as "layer/file.h"'
    target = included.split("/")[0]
    if target not in BELOW:
        return f'"{included}": there is no layer "{target}"'
    if target != layer and target not in BELOW[layer]:
        return f'"{included}": {layer} may not use {target}'
    if not exists:
        return f'"{included}": there is no such file'
    return None


def namesakes(source):
    """Types of one name in one namespace: the linker keeps one of their functions, and says nothing."""
    homes = {}
    for path in sorted(source.rglob("*.h")):
        text = path.read_text(encoding="utf-8")
        namespace = NAMESPACE.search(text)
        for name in TYPE.findall(text):
            homes.setdefault((namespace[1] if namespace else "", name), set()).add(path.relative_to(source.parent))
    return [f"{namespace}::{name} is defined in {' and '.join(map(str, sorted(paths)))}"
            for (namespace, name), paths in homes.items() if len(paths) > 1]


def faults(source):
    """Every fault under the folder `source`, as lines of text, and the warnings apart."""
    wrong, warnings = [], []
    for path in sorted(p for p in source.rglob("*") if p.suffix in (".h", ".cc")):
        name = path.relative_to(source.parent)
        layer = path.relative_to(source).parts[0]
        if layer not in BELOW:
            wrong.append(f"{name}: there is no layer \"{layer}\"")
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            match = INCLUDE.match(line)
            fault = match and include_fault(layer, match[1], (source / match[1]).is_file())
            if fault:
                wrong.append(f"{name}:{number}: {fault}")
        if path.suffix == ".h" and "#pragma once" not in lines:
            wrong.append(f"{name}: a header begins with #pragma once")
        own = path.with_suffix(".h")
        first = next((m[1] for m in map(INCLUDE.match, lines) if m), None)
        if path.suffix == ".cc" and own.is_file() and first != str(own.relative_to(source)):
            wrong.append(f"{name}: includes its own header first")
        if len(lines) > LINES_STOP:
            wrong.append(f"{name}: {len(lines)} lines, {LINES_STOP} at the most")
        elif len(lines) > LINES_WARN:
            warnings.append(f"{name}: {len(lines)} lines, {LINES_WARN} would be better")
    return wrong + namesakes(source), warnings


def main():
    source = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2] / "src")
    wrong, warnings = faults(source)
    for line in warnings:
        print("warning:", line)
    for line in wrong:
        print(line)
    print("the walls hold" if not wrong else f"{len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
