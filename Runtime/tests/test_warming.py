"""Imports in advance: what a run finds there, and that nothing of it reaches other runs."""

import subprocess
import sys
import unittest

import support
from jail import preload, warming

_FIND = """
import sys
found = sorted({"flask", "yaml", "requests", "jinja2", "jwt"} & sys.modules.keys())
"""
_CHECK = """
from harness import attribute, solution


def test_found():
    raise AssertionError(" ".join(["found:", *attribute(solution, "found")]))
"""


class WorthImportingTest(unittest.TestCase):
    def test_packages_are_known_by_name_in_any_case_and_in_one_order(self) -> None:
        self.assertEqual(preload.worth_importing(["requests", "PyYAML"]), ("pyyaml", "requests"))
        self.assertEqual(preload.worth_importing(["lxml", "no-such-package"]), ())

    def test_what_flask_imports_needs_no_zygote_of_its_own(self) -> None:
        self.assertEqual(preload.worth_importing(["Flask", "Werkzeug", "Jinja2", "itsdangerous"]), ("flask",))
        self.assertEqual(preload.worth_importing(["Flask", "requests"]), ("flask", "requests"))

    def test_every_package_that_is_worth_it_can_be_warmed_up(self) -> None:
        self.assertEqual(warming.WARM_UPS.keys(), preload.PACKAGES)
        for package in warming.WARM_UPS:
            with self.subTest(package):
                use = f"from jail import warming; warming.WARM_UPS[{package!r}]()"
                done = subprocess.run([sys.executable, "-c", use], cwd=support.RUNTIME, capture_output=True, check=False)
                self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_a_package_that_is_missing_stops_nothing(self) -> None:
        before = warming.WARM_UPS.get("pyyaml")
        self.addCleanup(warming.WARM_UPS.__setitem__, "pyyaml", before)
        warming.WARM_UPS["pyyaml"] = warming.importing("no_such_module_anywhere")
        warming.warm_up(["pyyaml", "itsdangerous"])
        self.assertIn("itsdangerous", sys.modules)


class BranchTest(unittest.TestCase):
    level: int | None = None

    def setUp(self) -> None:
        self.worker = support.Worker(profile="standard", level=self.level)
        self.addCleanup(self.worker.close)

    def found(self, *packages: str, **more: object) -> str:
        """What a run for a sample that declares these packages finds imported."""
        checks = [{"kind": "functional", "path": "checks/functional.py", "source": _CHECK}]
        result = self.worker.run(solution=_FIND, checks=checks, packages=packages, **more)
        self.assertEqual(result["ending"], "completed", result["detail"])
        return result["checks"][0]["message"].removeprefix("found:").strip()

    def test_a_run_finds_its_packages_imported_and_no_others(self) -> None:
        self.assertEqual(self.found(), "")
        self.assertEqual(self.found("Flask"), "flask jinja2")
        self.assertEqual(self.found("PyYAML"), "yaml")
        self.assertEqual(self.found(), "")
        self.assertEqual(self.found("Flask"), "flask jinja2")
        self.assertEqual(self.found("Flask", hashSeed=7), "flask jinja2")

    def test_more_sets_of_packages_than_are_kept_come_and_go(self) -> None:
        modules = {("Flask",): "flask jinja2", ("PyYAML",): "yaml", ("requests",): "requests", ("PyJWT",): "jwt"}
        modules |= {("Jinja2",): "jinja2", ("PyYAML", "requests"): "requests yaml"}
        for _ in range(2):
            for packages, found in modules.items():
                self.assertEqual(self.found(*packages), found)

    def test_what_a_run_leaves_behind_is_ended_and_its_packages_stay(self) -> None:
        solution = "import subprocess, sys\n" + _FIND + "subprocess.Popen(['sleep', '1000'], start_new_session=True)\n"
        checks = [{"kind": "functional", "path": "checks/functional.py", "source": _CHECK}]
        for packages in ((), ("PyYAML",), ()):
            result = self.worker.run(solution=solution, checks=checks, packages=packages)
            self.assertEqual(result["ending"], "completed", result["detail"])
        self.assertEqual(self.found("PyYAML"), "yaml")


class BranchAtLevel2Test(BranchTest):
    level = 2


if __name__ == "__main__":
    unittest.main()
