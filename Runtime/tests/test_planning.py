import unittest

import support  # noqa: F401
from jail.settings import Limits
from tester.planning import CheckFile, all_checks, selected

TEXT = "def test_b():\n  pass\ndef helper():\n  pass\n  def test_inner(): 0\ndef test_a(): 0"
FUNCTIONAL = CheckFile("functional", "f.py", TEXT)
SECURITY = CheckFile("security", "s.py", "import x\n\ndef test_c():\n    pass\n")


class PlanTest(unittest.TestCase):
    def test_functional_checks_then_examples_then_attacks(self) -> None:
        names = [check.name for check in all_checks([SECURITY, FUNCTIONAL], [{}, {}])]
        expected = ["functional/test_b", "functional/test_a", "example/1", "example/2", "security/test_c"]
        self.assertEqual(names, expected)

    def test_a_selection_keeps_its_order(self) -> None:
        checks = all_checks([FUNCTIONAL, SECURITY], [])
        names = [check.name for check in selected(checks, ["security/test_c", "functional/test_a"])]
        self.assertEqual(names, ["security/test_c", "functional/test_a"])

    def test_unknown_and_doubled_names_are_errors(self) -> None:
        checks = all_checks([FUNCTIONAL], [])
        self.assertRaisesRegex(ValueError, "no check example/1", selected, checks, ["example/1"])
        self.assertRaisesRegex(ValueError, "test_c is defined twice", all_checks, [SECURITY, SECURITY], [])


class LimitsTest(unittest.TestCase):
    def test_names_on_the_wire(self) -> None:
        limits = Limits.parse({"wallSeconds": 3, "memoryMiB": 64, "outputKiB": 1, "openFiles": 9})
        self.assertEqual((limits.wall_seconds, limits.memory_mib), (3.0, 64))
        self.assertEqual((limits.output_kib, limits.open_files), (1, 9))
        self.assertEqual(limits.cpu_seconds, Limits().cpu_seconds)

    def test_an_unknown_limit_is_an_error(self) -> None:
        self.assertRaisesRegex(ValueError, "unknown limit 'ram'", Limits.parse, {"ram": 1})
