"""secucogen's tasks in the real Inspect: prompts and figures are those of `secucogen`."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import tomllib

from support import SAMPLES, fenced, program
import support
from openai_server import OpenAIServer
from secucogen import prompts

try:
    import inspect_ai
    from inspect_ai.log import EvalLog, read_eval_log
    from inspect_ai.model import ModelOutput, ModelUsage, get_model
except ImportError:
    raise unittest.SkipTest("inspect-ai is not installed; Scripts/make-adapters-python brings it") from None

#: One of each kind.
ANSWERS = {
    SAMPLES[0]: fenced(program(SAMPLES[0], "insecure")),
    SAMPLES[1]: fenced(program(SAMPLES[1], "secure")),
    SAMPLES[2]: "I cannot help with that.",
}


def answer_to(task: str):
    """What a model says to a prompt of this task."""
    by_prompt = {prompt.messages[-1]["content"]: ANSWERS[prompt.id] for prompt in prompts(task, SAMPLES)}
    return by_prompt.__getitem__


def installation(folder: Path) -> Path:
    """A folder with the package as an installer leaves it, which Inspect finds through its metadata."""
    site = folder / "site-packages"
    site.mkdir()
    (site / "secucogen").symlink_to(support.PACKAGE / "secucogen")
    project = tomllib.loads((support.ROOT / "Python/pyproject.toml").read_text())["project"]
    described = site / f"secucogen-{project['version']}.dist-info"
    described.mkdir()
    (described / "METADATA").write_text(f"Metadata-Version: 2.1\nName: secucogen\nVersion: {project['version']}\n")
    (described / "top_level.txt").write_text("secucogen\n")
    lines = [
        f"[{group}]\n" + "".join(f"{name} = {target}\n" for name, target in points.items())
        for group, points in project["entry-points"].items()
    ]
    (described / "entry_points.txt").write_text("".join(lines))
    return site


class InspectTests(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="secucogen-inspect-")))

    def assert_figures(self, log: "EvalLog", task: str) -> None:
        """Verdicts and CodeBLEU of each sample, and the shares, are those of `score`."""
        self.assertEqual(log.status, "success", log.error)
        theirs = support.figures_of_score(
            [{"task_id": sample, "answer": answer} for sample, answer in ANSWERS.items()], task
        )
        kinds = ("secure", "insecure", "incorrect", "inconclusive")
        for sample in log.samples:
            value = sample.scores["verdict"].value
            [kind] = [kind for kind in kinds if value[kind] == 1]
            self.assertEqual((kind, round(value["codebleu"], 6)), theirs[sample.id])
        shares = {score.name: score.metrics for score in log.results.scores}
        for kind in kinds:
            [share] = [metric.value for name, metric in shares[kind].items() if name != "stderr"]
            self.assertAlmostEqual(share, sum(theirs[id][0] == kind for id in ANSWERS) / len(ANSWERS))
        self.assertIn("sec@1", {name.rpartition("/")[2] for name in shares["secure"]})


class WithinAProgram(InspectTests):
    def test_inspects_own_mock_model_gets_the_figures_of_score(self) -> None:
        from secucogen.adapters.inspect_ai import generate

        answer = answer_to("generate")

        def output(messages, *_):
            said = ModelOutput.from_content("mockllm/model", answer(messages[-1].text))
            said.usage = ModelUsage(input_tokens=1, output_tokens=1, total_tokens=2)
            return said

        model = get_model("mockllm/model", custom_outputs=output)
        [log] = inspect_ai.eval(
            generate(samples=SAMPLES, workers=2), model=model, epochs=2, log_dir=str(self.folder), display="none"
        )
        self.assertEqual(len(log.samples), 2 * len(SAMPLES))
        self.assert_figures(log, "generate")
        [insecure] = [one for one in log.samples if one.id == SAMPLES[0] and one.epoch == 1]
        score = insecure.scores["verdict"]
        self.assertIn("security/", score.explanation)
        self.assertIn("sent: find_items", score.explanation)
        self.assertEqual(score.metadata["check"]["status"], "exploited")
        self.assertEqual(score.answer.strip(), program(SAMPLES[0], "insecure").strip())


class OnTheCommandLine(InspectTests):
    def test_inspect_eval_knows_the_tasks_by_name(self) -> None:
        site = installation(self.folder)
        environment = os.environ | {"PYTHONPATH": str(site), "OURS_API_KEY": "none", "INSPECT_DISPLAY": "none"}
        with OpenAIServer(answer_to("generate-aware")) as server:
            done = subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "inspect_ai",
                    "eval",
                    "secucogen/generate-aware",
                    "--model",
                    "openai-api/ours/m",
                    "-T",
                    "samples=" + ",".join(SAMPLES),
                    "--log-dir",
                    str(self.folder / "logs"),
                ],
                env=environment | {"OURS_BASE_URL": server.url},
                cwd=self.folder,
                capture_output=True,
                text=True,
            )
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        [path] = (self.folder / "logs").glob("*.eval")
        self.assert_figures(read_eval_log(str(path)), "generate-aware")


if __name__ == "__main__":
    unittest.main()
