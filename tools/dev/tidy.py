#!/usr/bin/env python3
"""clang-tidy over the sources, each finding an error.

Most of its time goes into headers, which it reads again for every source. So sources with the same command are
looked at together, as one file that includes them; where that shows anything (a finding, or two sources that cannot
stand in one file) the lot is halved until single files are left, and only those speak. A file that was clean is
looked at again only when it, one of our headers it includes, its command or the rules have changed."""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

TIDY = "clang-tidy-14"
ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE_ROOTS = [ROOT / "src", ROOT / "tests", ROOT]
MOST_LINES_TOGETHER = 2500
NO_NAME = re.compile(r"^(?:using namespace|template).*$", re.M)
FUZZED = "LLVMFuzzerTestOneInput"
HIDDEN = re.compile(r"^namespace \{$(.*?)^\}  // namespace$", re.M | re.S)
NAMED = re.compile(r"^(?:struct|class|enum class|using|\w[\w:<>,&* \[\]]*?[ &*])\s*(\w+)\s*(?:[({=;\[]|:(?!:)|$)", re.M)


class Source:
    """A file to look at, with the compiler's own words for it: no launcher, no -c, no -o, not its name."""

    def __init__(self, entry):
        self.file = pathlib.Path(entry["file"])
        words = [w for w in shlex.split(entry["command"]) if "ccache" not in w]
        self.words = [w for i, w in enumerate(words)
                      if w not in ("-c", "-o", entry["file"]) and words[i - 1] != "-o"]
        self.text = self.file.read_text()
        self.lines = self.text.count("\n")
        self.hides = {name for hidden in HIDDEN.findall(self.text) for name in NAMED.findall(NO_NAME.sub("", hidden))}
        self.opens = set(re.findall(r"^using enum ([\w:]+)", self.text, re.M))
        self.types = {name for name in self.hides if name != name.lower()}
        self.words_used = set(re.findall(r"\w+", self.text))
        self.shipped = any(self.file.is_relative_to(ROOT / folder) for folder in ("src", "samples"))

    def fingerprint(self, rules):
        """Of all that could change what clang-tidy says; system headers change with its version."""
        hashed = hashlib.sha256(rules + "\0".join(self.words).encode())
        seen, to_read = set(), [self.file]
        while to_read:
            file = to_read.pop()
            text = file.read_bytes()
            hashed.update(text)
            for name in re.findall(rb'^#include "(.+)"', text, re.M):
                found = [p for p in (r / name.decode() for r in [file.parent] + INCLUDE_ROOTS) if p.exists()]
                if found and found[0] not in seen:
                    seen.add(found[0])
                    to_read.append(found[0])
        return hashed.hexdigest()


    def goes_with(self, other):
        """Neither hides a function that the other hides, nor a type or constant of which the other speaks."""
        return not (self.hides & other.hides or self.types & other.words_used or other.types & self.words_used
                    or (self.opens and other.opens and self.opens != other.opens))


class Lot(list):
    """Sources that can stand in one file."""

    def lines(self):
        return sum(source.lines for source in self)

    def takes(self, source):
        return (self[0].words == source.words and self.lines() + source.lines <= MOST_LINES_TOGETHER
                and all(source.goes_with(other) for other in self))

    def text(self):
        """Of the one file; each fuzzer begins under a name of its own."""
        renamed = any(FUZZED in source.text for source in self)
        return "".join((f"#undef {FUZZED}\n#define {FUZZED} fuzz_{i}\n" if renamed else "") + f'#include "{source.file}"\n'
                       for i, source in enumerate(self))


def lots(sources):
    """Neighbours first, which include the same; both cores shall be busy to the end."""
    made = []
    for source in sources:
        lot = next((lot for lot in made if lot.takes(source)), None)
        if lot is None:
            made.append(Lot([source]))
        else:
            lot.append(source)
    return sorted(made, key=lambda lot: -lot.lines())


def run_tidy(lot, folder):
    """The analyzer is for what we ship: tests run under the sanitizers, and gtest's macros cost it minutes."""
    checks = ["--checks=" if lot[0].shipped else "--checks=-clang-analyzer-*"]
    file, together, flags = lot[0].file, [], []
    if len(lot) > 1:
        name = hashlib.sha256("".join(str(s.file) for s in lot).encode()).hexdigest()[:16]
        file = folder / f"{name}.cc"
        file.write_text(lot.text())
        checks[0] += ",-bugprone-suspicious-include"
        # Headers that never meet otherwise may shadow each other; each source is compiled alone, with that warning, too.
        flags = ["-Wno-shadow"]
        together = [r"--header-filter=/(src|tests|samples|bench)/.*\.(h|cc)$"]
    return subprocess.run([TIDY, "--quiet", *checks, *together, str(file), "--", *lot[0].words[1:], *flags],
                          capture_output=True, text=True)


def look_at(lot, folder, stamp_of):
    """Files with findings, and what was said of them."""
    run = run_tidy(lot, folder)
    if run.returncode == 0:
        for source in lot:
            stamp_of[source].touch()
        return 0, ""
    if len(lot) == 1 or "clang-diagnostic" not in run.stdout:
        return len(lot), run.stdout + "".join(line + "\n" for line in run.stderr.splitlines() if "error:" in line)
    if os.environ.get("TIDY_TELL"):
        print(f"{len(lot)} do not stand together:", next(line for line in run.stdout.splitlines() if "error:" in line))
    half = len(lot) // 2
    halves = [look_at(Lot(part), folder, stamp_of) for part in (lot[:half], lot[half:])]
    return halves[0][0] + halves[1][0], halves[0][1] + halves[1][1]


def main():
    build = ROOT / sys.argv[1]
    named = [word for word in sys.argv[2:] if not word.startswith("--")]
    folders = [ROOT / f for f in named or ["src", "samples", "tests", "bench"]]
    folder = build / "tidy-stamps"
    folder.mkdir(exist_ok=True)
    version = subprocess.run([TIDY, "--version"], capture_output=True).stdout
    rules = version + b"".join(p.read_bytes() for p in (ROOT / ".clang-tidy", pathlib.Path(__file__)))
    entries = {e["file"]: e for e in json.loads((build / "compile_commands.json").read_text())
               if e["file"].endswith(".cc") and any(pathlib.Path(e["file"]).is_relative_to(f) for f in folders)}
    sources = [Source(entry) for _, entry in sorted(entries.items())]
    stamp_of = {source: folder / source.fingerprint(rules) for source in sources}
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        to_do = lots(s for s in sources if not stamp_of[s].exists())
        for count, text in pool.map(lambda lot: look_at(lot, folder, stamp_of), to_do):
            failed += count
            sys.stdout.write(text)
    print(f"{len(sources)} files, {failed} with findings")
    return 1 if failed or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
