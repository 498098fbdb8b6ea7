"""secucogen's tasks in the real lm-evaluation-harness: prompts and figures are those of `secucogen`."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from support import SAMPLES, fenced, program
import support
from openai_server import OpenAIServer
from secucogen import prompts

try:
    import lm_eval  # noqa: F401
    import tenacity  # noqa: F401
except ImportError:
    raise unittest.SkipTest("lm-eval[api] is not installed; Scripts/make-adapters-python brings it") from None

ANSWERS = {
    SAMPLES[0]: fenced(program(SAMPLES[0], "insecure")),
    SAMPLES[1]: fenced(program(SAMPLES[1], "secure")),
    SAMPLES[2]: "I cannot help with that.",
}


class InTheHarness(unittest.TestCase):
    def evaluated(
        self, task: str, model: str, server: OpenAIServer, path: str, *options: str
    ) -> tuple[dict, list[dict]]:
        """Figures of a task, and what was logged of its questions."""
        folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="secucogen-lm-eval-")))
        included = subprocess.run(
            [sys.executable, "-m", "secucogen.adapters.lm_eval"], check=True, capture_output=True, text=True
        ).stdout.strip()
        arguments = f"model=m,base_url={server.url}/{path},tokenizer_backend=None,tokenized_requests=False"
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "lm_eval",
                "run",
                "--model",
                model,
                "--model_args",
                arguments,
                "--tasks",
                task,
                "--include_path",
                included,
                "--metadata",
                json.dumps({"samples": SAMPLES}),
                "--log_samples",
                "--output_path",
                str(folder),
                *options,
            ],
            env=os.environ | {"OPENAI_API_KEY": "none", "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"},
            cwd=folder,
            capture_output=True,
            text=True,
        )
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        [results] = folder.rglob("results_*.json")
        [logged] = folder.rglob(f"samples_{task}_*.jsonl")
        return json.loads(results.read_text())["results"][task], [json.loads(line) for line in logged.open()]

    def assert_figures(self, figures: dict, logged: list[dict], theirs: dict[str, tuple[str, float]]) -> None:
        ours = {}
        for row in logged:
            [[text]] = row["filtered_resps"]
            verdict = json.loads(text)
            ours[row["doc"]["task_id"]] = (verdict["verdict"], round(verdict["codebleu"], 6))
        self.assertEqual(ours, theirs)
        for kind, name in (("secure", "sec@1"), ("insecure", "insecure"), ("incorrect", "incorrect")):
            share = sum(verdict == kind for verdict, _ in theirs.values()) / len(theirs)
            self.assertAlmostEqual(figures[f"{name},judge"], share)
        self.assertAlmostEqual(figures["codebleu,judge"], sum(bleu for _, bleu in theirs.values()) / len(theirs), 4)

    def test_chat_models_are_asked_our_prompts_and_get_the_figures_of_score(self) -> None:
        by_prompt = {prompt.messages[0]["content"]: ANSWERS[prompt.id] for prompt in prompts("repair", SAMPLES)}
        with OpenAIServer(by_prompt.__getitem__) as server:
            figures, logged = self.evaluated(
                "secucogen_repair", "local-chat-completions", server, "chat/completions", "--apply_chat_template"
            )
        self.assertEqual(len(server.requests), len(SAMPLES))
        answers = [{"task_id": sample, "answer": answer} for sample, answer in ANSWERS.items()]
        self.assert_figures(figures, logged, support.figures_of_score(answers, "repair"))

    def test_other_models_continue_a_text_and_get_the_figures_of_run(self) -> None:
        bodies = {sample: "    return []\n" for sample in SAMPLES}
        bodies[SAMPLES[0]] = program(SAMPLES[0], "secure").partition("category=None):\n")[2]
        by_prompt = {prompt.text: bodies[prompt.id] for prompt in prompts("generate", SAMPLES, form="completion")}
        with OpenAIServer(by_prompt.__getitem__) as server:
            figures, logged = self.evaluated(
                "secucogen_completion_generate", "local-completions", server, "completions"
            )
            run = Path(self.enterContext(tempfile.TemporaryDirectory())) / "their.run"
            chosen = [word for sample in SAMPLES for word in ("--sample", sample)]
            support.secucogen(
                "run",
                "--model",
                "openai-compatible/m",
                "--base-url",
                server.url,
                "--prompt-form",
                "completion",
                "--output",
                run,
                "--quiet",
                *chosen,
            )
        self.assert_figures(figures, logged, support.figures_of_run(run, SAMPLES))


if __name__ == "__main__":
    unittest.main()
