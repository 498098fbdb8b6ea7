"""`secucogen dataset export`, loaded by Hugging Face `datasets`."""

import json
import re
import tempfile
import unittest
from pathlib import Path

import support

try:
    import datasets
except ImportError:
    datasets = None

CANARY = "secucogen-canary-7d1f0c52-9b3e-4a86-b1c4-2f5e8a906d37"


class Export(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.work = tempfile.TemporaryDirectory(prefix="secucogen-test-")
        cls.folder = Path(cls.work.name) / "set"
        support.secucogen("dataset", "export", "--output", cls.folder)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.work.cleanup()

    def load(self, name: str) -> list[dict]:
        if datasets is None:
            self.skipTest("datasets is not installed")
        datasets.disable_progress_bars()
        # Nothing of it is looked for elsewhere, and nothing is left in the user's cache.
        return datasets.load_dataset(str(self.folder), name, split="test", cache_dir=f"{self.work.name}/cache").to_list()

    def test_samples_are_loaded_as_they_are(self) -> None:
        rows = self.load("samples")
        listed = json.loads(support.secucogen("dataset", "list", "--format", "json"))
        self.assertEqual([row["id"] for row in rows], [sample["id"] for sample in listed])
        for row in rows[::17]:
            [shown] = json.loads(support.secucogen("dataset", "show", row["id"], "--format", "json"))
            self.assertEqual(row["problem"], shown["texts"]["problem"])
            self.assertEqual(row["problem_cwe_aware"], shown["texts"]["problemAware"])
            self.assertEqual(row["insecure_code"], shown["texts"]["insecureCode"])
            self.assertEqual(row["insecure_code_explanation"], shown["texts"]["insecureCodeExplanation"])
            self.assertEqual(row["secure_code"], shown["texts"]["secureCode"])
            self.assertEqual(row["weaknesses"], shown["weaknesses"])
            self.assertEqual(row["difficulty"], shown["difficulty"])
        self.assertEqual({row["canary"] for row in rows}, {CANARY})

    def test_prompts_are_those_that_a_run_asks(self) -> None:
        rows = self.load("prompts")
        self.assertEqual(len({(row["id"], row["task"], row["subject"]) for row in rows}), len(rows))
        self.assertEqual(len({row["task"] for row in rows}), 7)
        for task in ("generate", "repair-explained"):
            [row] = [row for row in rows if (row["id"], row["task"]) == ("CWE-89_01", task)]
            [shown] = json.loads(
                support.secucogen("dataset", "show", "CWE-89_01", "--task", task, "--format", "json"))
            self.assertEqual(row["messages"], shown["messages"])
        self.assertEqual({row["canary"] for row in rows}, {CANARY})

    def test_no_hidden_check_is_in_it(self) -> None:
        text = "".join(file.read_text() for file in self.folder.rglob("*") if file.is_file())
        for name in re.findall(r"def (test_\w{24,})", (support.ROOT / "Dataset/Samples/CWE-89/CWE-89_01/checks/security.py").read_text()):
            self.assertNotIn(name, text)
        self.assertNotIn("from probes", text)

    def test_card_and_licence_come_along(self) -> None:
        self.assertTrue((self.folder / "README.md").read_text().startswith("---\npretty_name: secucogen\nlicense: apache-2.0\n"))
        self.assertIn("Apache License", (self.folder / "LICENSE").read_text())

    def test_nothing_is_written_over(self) -> None:
        with self.assertRaisesRegex(AssertionError, "not empty"):
            support.secucogen("dataset", "export", "--output", self.folder)

    def test_every_sample_carries_the_canary(self) -> None:
        for file in (support.ROOT / "Dataset/Samples").glob("*/*/sample.yaml"):
            self.assertIn(CANARY, file.read_text().splitlines()[0], file)


if __name__ == "__main__":
    unittest.main()
