#!/usr/bin/env python3
"""A header that needs another and does not say so is found, and only where no source shows that it stands alone."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools/dev"))
import headers

NEEDY = "#pragma once\nstd::string name();\n"


class SmallHouse(unittest.TestCase):
    def checked(self, files):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for path, text in files.items():
                (folder / path).parent.mkdir(exist_ok=True)
                (folder / path).write_text(text, encoding="utf-8")
            _, alone, said = headers.check(folder)
        return [header.name for header in alone], said

    def test_one_that_leans_on_others_is_refused(self):
        alone, said = self.checked({"base/name.h": NEEDY, "base/name.cc": '#include <string>\n#include "base/name.h"\n'})
        self.assertEqual(alone, ["name.h"])
        self.assertIn("std", said[0])

    def test_one_that_stands_alone_is_taken(self):
        self.assertEqual(self.checked({"base/name.h": "#pragma once\n#include <string>\nstd::string name();\n"}), (["name.h"], []))

    def test_one_that_stands_first_is_its_source_s_affair(self):
        self.assertEqual(self.checked({"base/name.h": NEEDY, "base/name.cc": '#include "base/name.h"\n#include <string>\n'}), ([], []))


if __name__ == "__main__":
    unittest.main()
