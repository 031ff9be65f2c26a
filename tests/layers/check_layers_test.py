#!/usr/bin/env python3
"""The guard of the walls is guarded: each kind of fault is built in a small house and must be refused."""
import pathlib
import tempfile
import unittest

import check_layers


class SmallHouse(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.source = pathlib.Path(self.folder.name) / "src"
        for layer in check_layers.BELOW:
            self.write(f"{layer}/thing.h", "#pragma once\n")

    def write(self, name, text):
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def refused(self, name, text, because):
        self.write(name, text)
        wrong, _ = check_layers.faults(self.source)
        self.assertEqual(len(wrong), 1, wrong)
        self.assertIn(because, wrong[0])

    def test_going_down_is_allowed(self):
        self.write("cli/plan.cc", '#include "mechanism/thing.h"\n#include "base/thing.h"\n')
        self.assertEqual(check_layers.faults(self.source), ([], []))

    def test_climbing_is_refused(self):
        self.refused("base/text.cc", '#include "territory/thing.h"\n', "base may not use territory")

    def test_the_checker_never_sees_the_planner(self):
        self.refused("check/check.cc", '#include "mechanism/thing.h"\n', "check may not use mechanism")

    def test_siblings_do_not_meet(self):
        self.refused("exchange/csv.cc", '#include "check/thing.h"\n', "exchange may not use check")

    def test_nobody_includes_the_program(self):
        self.refused("cli/plan.cc", '#include "app/thing.h"\n', "cli may not use app")

    def test_relative_includes_are_refused(self):
        self.refused("base/text.cc", '#include "../territory/thing.h"\n', "relative")

    def test_neighbours_are_named_from_src_too(self):
        self.refused("base/text.cc", '#include "thing.h"\n', "relative")

    def test_spaces_do_not_hide_an_include(self):
        self.refused("base/text.cc", '  #  include "cli/thing.h"\n', "base may not use cli")

    def test_an_unknown_layer_is_refused(self):
        self.refused("base/text.cc", '#include "utils/thing.h"\n', 'no layer "utils"')

    def test_a_folder_without_a_row_is_refused(self):
        self.refused("utils/thing.h", "#pragma once\n", 'no layer "utils"')

    def test_the_own_header_comes_first(self):
        self.write("base/text.h", "#pragma once\n")
        self.refused("base/text.cc", '#include "base/thing.h"\n#include "base/text.h"\n', "own header")

    def test_a_header_needs_its_guard(self):
        self.refused("base/text.h", "int a();\n", "#pragma once")

    def test_a_name_means_one_thing(self):
        self.write("base/map.h", "#pragma once\nnamespace bocage {\nstruct Cell {\n};\n}\n")
        self.refused("base/table.h", "#pragma once\nnamespace bocage {\nclass Cell final {\n};\n}\n", "bocage::Cell")

    def test_long_files_are_warned_about_then_refused(self):
        self.write("base/text.cc", "\n" * 401)
        self.assertEqual(len(check_layers.faults(self.source)[1]), 1)
        self.refused("base/text.cc", "\n" * 601, "601 lines")


if __name__ == "__main__":
    unittest.main()
