#!/usr/bin/env python3
"""What the documents say of the program is true of it: commands exist, links lead somewhere, files named in
ARCHITECTURE.md are there, figures of S1 are those it prints, and nothing is longer than a newcomer reads.

    check_docs.py BOCAGE
"""
import json
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BOCAGE = None


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def plain(text):
    """Non-breaking spaces, which nobody sees in a document, as spaces."""
    return re.sub("[\u00a0\u202f]", " ", text)


def documents():
    names = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    return names + sorted(str(p.relative_to(ROOT)) for p in (ROOT / "docs").rglob("*.md"))


def bocage(*arguments):
    return subprocess.run([BOCAGE, *arguments], capture_output=True, text=True, cwd=ROOT)


def commands_in_help():
    return set(re.findall(r"^  ([a-z]+)\s{2,}\S", bocage("--lang", "en", "--help").stdout, re.MULTILINE))


class Lengths(unittest.TestCase):
    def at_most(self, name, limit):
        lines = len(read(name).splitlines())
        self.assertLessEqual(lines, limit, f"{name} has {lines} lines")

    def test_a_newcomer_reads_them_to_the_end(self):
        self.at_most("README.md", 120)
        self.at_most("ARCHITECTURE.md", 150)
        for page in (ROOT / "docs/decisions").glob("0*.md"):
            self.at_most(page.relative_to(ROOT), 40)


class Commands(unittest.TestCase):
    def test_every_command_that_is_named_exists(self):
        known = commands_in_help()
        self.assertIn("plan", known)
        for name in documents():
            for command in re.findall(r"(?:`|^ *\$? *)(?:build/release/)?bocage ([a-z]+)\b", read(name), re.MULTILINE):
                self.assertIn(command, known, f"{name} names `bocage {command}`")

    def test_every_option_that_the_readme_shows_exists(self):
        for command, rest in re.findall(r"bocage ([a-z]+)((?: [^\s`|]+)*)", read("README.md")):
            if command not in commands_in_help():
                continue
            told = bocage(command, "--help").stdout
            for option in re.findall(r"--[a-z-]+", rest):
                self.assertIn(option, told, f"bocage {command} {option}")

    def test_every_command_of_dev_exists(self):
        known = set(re.findall(r"^\./dev ([a-z]+)", read("dev"), re.MULTILINE))
        for name in documents():
            for command in re.findall(r"\./dev ([a-z]+)", read(name)):
                self.assertIn(command, known, f"{name} names `./dev {command}`")


class Places(unittest.TestCase):
    def test_links_lead_somewhere(self):
        for name in documents():
            for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", read(name)):
                if "://" not in target:
                    self.assertTrue(((ROOT / name).parent / target).exists(), f"{name} points at {target}")

    def test_files_named_by_their_path_exist(self):
        for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/dependencies.md"):
            for path in re.findall(r"`((?:src|tests|tools|docs|examples|samples|data|cmake)/[\w./-]*)`", read(name)):
                found = (ROOT / path).exists() or list(ROOT.glob(path + "*"))
                self.assertTrue(found, f"{name} names {path}")

    def test_every_decision_is_in_the_index(self):
        index = read("docs/decisions/README.md")
        for page in (ROOT / "docs/decisions").glob("0*.md"):
            self.assertIn(f"({page.name})", index)


class Figures(unittest.TestCase):
    def test_the_figures_of_one_van_are_those_of_its_plan(self):
        answer = bocage("plan", "examples/forms/s1-van", "--json")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        summary = json.loads(answer.stdout)["summary"]
        readme = read("README.md")
        self.assertIn(f"{summary['lowest_fill']:.3f}", readme)
        self.assertEqual((summary["served"], summary["needs"]), (6, 6))

    def test_what_a_quoted_run_prints_is_what_it_prints(self):
        """A block shows lines of the real answer, in order; `...` stands for lines that were cut."""
        readme = read("README.md")
        quoted = re.findall(r"```\n\$ bocage ([^\n]+)\n(.*?)```", readme, re.DOTALL)
        quoted += [("plan examples/valdor; plan examples/drome-ardeche", body)
                   for body in re.findall(r"```\n\$ \./dev run\n(.*?)```", readme, re.DOTALL)]
        self.assertEqual(len(quoted), 2)
        for command, body in quoted:
            answers = [plain(bocage(*one.split()).stdout) for one in command.split("; ")]
            printed = iter("\n".join(answers).splitlines())
            for line in plain(body).splitlines():
                if line != "...":
                    self.assertTrue(line in printed, f"$ bocage {command} does not print (there): {line}")


if __name__ == "__main__":
    BOCAGE = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else ROOT / "build/release/bocage"
    unittest.main()
