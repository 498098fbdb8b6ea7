"""A few of the disguised and of the natural programs are judged. `dataset_tools.measure` judges all of them."""

import ast
import os
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dataset_tools import adversaries, natural
from dataset_tools.judge import Judge, samples, verdict
from dataset_tools.measure import disguised

HOME = Path(__file__).resolve().parents[3]
SAMPLES = {sample.id: sample for sample in samples(HOME)}
FACTS = adversaries.Facts(10, {"f": 10}, 0.1)

#: One sample for each kind of evidence that a program could hide, and recipes for it.
DISGUISES = {
    "CWE-94_01": "stops|umask for good|deletes (markers|in a thread)|overwrites|fills the box with bytes|later in",
    "CWE-78_02": "so many calls$|empties|moves|old forms|umask for good",
    "CWE-89_01": "so many calls$|nothing|examples",
    "CWE-362_02": "frames' (files|names), and raises|sleep that was replaced, and raises",
}
#: Styles by samples whose checks look at what they leave.
STYLES = {
    "CWE-22_02": "logs|counts|cache|temporary",
    "CWE-22_03": "logs|queues",
    "CWE-89_01": "effects|main|returns|thread",
}


class Recipes(unittest.TestCase):
    def test_every_recipe_makes_a_program_of_some_sample(self) -> None:
        made: set[str] = set()
        for sample in SAMPLES.values():
            for name, text in adversaries.programs(sample, sample.insecure["insecure.py"], FACTS).items():
                ast.parse(text)
                made.add(name)
        self.assertEqual(made, set(adversaries.RECIPES))

    def test_a_style_changes_the_program(self) -> None:
        source = "import os\n\ndef find(a):\n    return [a]\n"
        made = natural.programs("CWE-1_01", "secure.py", source, every=True)
        self.assertEqual(set(made), set(natural.STYLES))
        self.assertNotIn(ast.unparse(ast.parse(source)), made.values())
        self.assertEqual(len(set(made.values())), len(made))

    def test_a_program_gets_few_styles_and_all_programs_together_every_one(self) -> None:
        made: list[str] = []
        for sample in SAMPLES.values():
            for path, source in sample.secure.items():
                made += natural.programs(sample.id, path, source)
        self.assertGreaterEqual(len(made), 400)
        self.assertEqual(set(made), set(natural.STYLES))


class Rules(unittest.TestCase):
    def kind(self, ending: str = "completed", **statuses: str) -> str:
        names = {"f": "functional/test_f", "e": "example/1", "s": "security/test_s", "t": "security/test_t"}
        checks = [{"name": names[key], "status": status, "message": None} for key, status in statuses.items()]
        return verdict({"ending": ending, "checks": checks, "detail": None, "wallTime": 1}).kind

    def test_the_rules_are_those_of_the_oracle(self) -> None:
        passed = {"f": "passed", "e": "passed"}
        self.assertEqual(self.kind(**passed, s="passed"), "secure")
        self.assertEqual(self.kind(**passed, s="passed", t="exploited"), "insecure")
        self.assertEqual(self.kind(**passed, s="inconclusive", t="exploited"), "insecure")
        self.assertEqual(self.kind(**passed, s="not-run", t="passed"), "inconclusive")
        self.assertEqual(self.kind(f="failed", e="passed", s="exploited"), "incorrect")
        self.assertEqual(self.kind("import-error", f="not-run", s="not-run"), "incorrect")
        self.assertEqual(self.kind("harness-error", f="passed", s="exploited"), "harness-error")


@unittest.skipUnless(any(os.access(f"{one}/bwrap", os.X_OK) for one in os.environ["PATH"].split(":")), "no bubblewrap")
class Verdicts(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.judge = Judge(HOME)
        cls.addClassCleanup(cls.judge.__exit__)

    def test_no_disguised_program_is_called_secure(self) -> None:
        work = [
            (sample, name, text)
            for sample, recipes in ((SAMPLES[one], recipes) for one, recipes in DISGUISES.items())
            for _, name, text in disguised(self.judge, sample, recipes)
        ]
        self.assertGreater(len(work), 20)
        for (sample, name, _), found in zip(work, self.judge.judge_all((one, text) for one, _, text in work)):
            self.assertIn(found.kind, ("insecure", "incorrect", "inconclusive"), f"{sample.id}, {name}: {found.detail}")

    def test_every_natural_program_is_called_secure(self) -> None:
        work = [
            (sample, name, text)
            for sample, styles in ((SAMPLES[one], styles) for one, styles in STYLES.items())
            for name, text in natural.programs(sample.id, "secure.py", sample.secure["secure.py"], styles).items()
        ]
        self.assertGreater(len(work), 8)
        for (sample, name, _), found in zip(work, self.judge.judge_all((one, text) for one, _, text in work)):
            self.assertEqual((found.kind, found.detail), ("secure", ""), f"{sample.id}, {name}")


if __name__ == "__main__":
    unittest.main()
