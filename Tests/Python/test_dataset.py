"""`samples` and `prompts` are what the dataset has and what `secucogen run` asks."""

import re
import tempfile
import unittest
from pathlib import Path

import support
from openai_server import OpenAIServer
from secucogen import SecucogenError, prompts, samples
from secucogen._dataset import TASKS

IDS = ["CWE-89_01", "CWE-Aur_02"]


def texts(messages) -> list[tuple[str, str]]:
    return [(message["role"], message["content"]) for message in messages]


class Samples(unittest.TestCase):
    def test_a_sample_has_the_texts_of_its_files(self) -> None:
        for sample in samples(IDS):
            folder = support.ROOT / "Dataset/Samples" / sample.type / sample.id
            self.assertEqual(sample.secure_code, (folder / "secure.py").read_text())
            self.assertEqual(sample.insecure_code, (folder / "insecure.py").read_text())
            self.assertTrue(sample.problem.startswith((folder / "problem.md").read_text().strip()[:200]))
            for paragraph in (folder / "problem-cwe-aware.md").read_text().strip().split("\n\n"):
                self.assertIn(paragraph, sample.problem_aware)
                self.assertNotIn(paragraph, sample.problem)
            explanation = (folder / "insecure-explanation.md").read_text()
            self.assertEqual(sample.insecure_code_explanation.strip(), explanation.strip())

    def test_a_sample_says_what_has_to_be_defined_and_what_may_be_imported(self) -> None:
        [sample] = samples(["CWE-Aur_02"])
        self.assertEqual(sample.type, "CWE-Aur")
        self.assertEqual(sample.weaknesses, ("CWE-287",))
        self.assertEqual(sample.entry_points, ("def pass_holder(token, keys, area)",))
        self.assertEqual(sample.packages, ("PyJWT",))

    def test_hidden_checks_stay_hidden(self) -> None:
        [sample] = samples(["CWE-89_01"])
        for check in (support.ROOT / "Dataset/Samples/CWE-89/CWE-89_01/checks").glob("*.py"):
            names = re.findall(r"^def (test_\w+)", check.read_text(), re.MULTILINE)
            self.assertTrue(names)
            for name in names:
                self.assertNotIn(name, repr(sample))

    def test_without_a_choice_all_samples_come_in_the_datasets_order(self) -> None:
        listed = [line.partition("\t")[0] for line in support.secucogen("dataset", "list").splitlines()]
        self.assertEqual([sample.id for sample in samples()], listed)

    def test_an_unknown_sample_is_an_error_in_the_programs_words(self) -> None:
        with self.assertRaisesRegex(SecucogenError, "CWE-0_99"):
            samples(["CWE-0_99"])

    def test_no_samples_may_be_asked_for(self) -> None:
        self.assertEqual(samples([]), [])


class Prompts(unittest.TestCase):
    def asked_by_run(self, *options: str) -> list[dict]:
        with OpenAIServer(lambda prompt: "nothing") as server, tempfile.TemporaryDirectory() as folder:
            support.secucogen(
                "run",
                "--model",
                "openai-compatible/m",
                "--base-url",
                server.url,
                "--output",
                Path(folder) / "a.run",
                "--no-score",
                "--quiet",
                *options,
                *(word for id in IDS for word in ("--sample", id)),
            )
        return server.requests

    def test_they_are_word_for_word_those_of_run(self) -> None:
        requests = self.asked_by_run(*(word for task in TASKS for word in ("--task", task)))
        asked = sorted(texts(request["messages"]) for request in requests)
        ours = sorted(texts(prompt.messages) for task in TASKS for prompt in prompts(task, IDS))
        self.assertEqual(len(ours), len(TASKS) * len(IDS))
        self.assertEqual(ours, asked)

    def test_so_are_the_texts_that_a_model_continues(self) -> None:
        requests = self.asked_by_run("--prompt-form", "completion", "--task", "repair")
        ours = [prompt.text for prompt in prompts("repair", IDS, form="completion")]
        self.assertEqual(sorted(ours), sorted(request["prompt"] for request in requests))

    def test_a_prompt_names_its_sample_and_task(self) -> None:
        for id, prompt in zip(IDS, prompts("generate-aware", IDS), strict=True):
            self.assertEqual((prompt.id, prompt.task, prompt.form, prompt.text), (id, "generate-aware", "chat", None))

    def test_a_task_that_asks_for_a_word_is_refused(self) -> None:
        with self.assertRaisesRegex(ValueError, "does not ask for code"):
            prompts("detect")


if __name__ == "__main__":
    unittest.main()
