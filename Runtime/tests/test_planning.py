import unittest

import support  # noqa: F401
from jail.settings import Limits
from tester.planning import CheckFile, Planned, all_checks, mixed, selected

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


class MixedOrder(unittest.TestCase):
    def plan(self, functional: int, attacks: int) -> list[Planned]:
        names = [(f"functional/test_{i}", False) for i in range(functional)]
        names += [(f"security/test_{i}", True) for i in range(attacks)]
        return [Planned(name, is_security, None, "", 0) for name, is_security in names]

    def test_every_check_runs_once(self) -> None:
        plan = self.plan(7, 5)
        self.assertEqual(sorted(one.name for one in mixed(plan)), sorted(one.name for one in plan))

    def test_a_functional_check_comes_after_the_last_attack_and_half_of_them_before_the_first(self) -> None:
        for functional, attacks in ((2, 1), (3, 9), (12, 4)):
            for _ in range(20):
                order = [one.is_security for one in mixed(self.plan(functional, attacks))]
                self.assertFalse(order[-1])
                self.assertEqual(order[: functional // 2], [False] * (functional // 2))

    def test_the_order_cannot_be_foreseen(self) -> None:
        plan = self.plan(12, 8)
        self.assertGreater(len({tuple(one.name for one in mixed(plan)) for _ in range(10)}), 1)

    def test_a_single_check_or_attacks_alone_stay_as_they_are(self) -> None:
        for plan in (self.plan(1, 0), self.plan(0, 3), self.plan(1, 3)):
            self.assertEqual(mixed(plan), plan)


class LimitsTest(unittest.TestCase):
    def test_names_on_the_wire(self) -> None:
        limits = Limits.parse({"wallSeconds": 3, "memoryMiB": 64, "outputKiB": 1, "openFiles": 9})
        self.assertEqual((limits.wall_seconds, limits.memory_mib), (3.0, 64))
        self.assertEqual((limits.output_kib, limits.open_files), (1, 9))
        self.assertEqual(limits.cpu_seconds, Limits().cpu_seconds)

    def test_an_unknown_limit_is_an_error(self) -> None:
        self.assertRaisesRegex(ValueError, "unknown limit 'ram'", Limits.parse, {"ram": 1})
