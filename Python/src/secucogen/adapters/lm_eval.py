"""The tasks of secucogen in lm-evaluation-harness.

    lm_eval run --include_path "$(python -m secucogen.adapters.lm_eval)" --tasks secucogen_generate \\
        --model local-chat-completions --model_args model=…,base_url=…/v1/chat/completions --apply_chat_template

`secucogen_TASK` asks chat models; `secucogen_completion_TASK` gives models that continue a text one to continue. The
YAML files of `lm_eval_tasks` name the functions below.
"""

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .._dataset import Form, Task, prompts
from .._verdict import Verdict
from ._shared import SharedJudge

_judge = SharedJudge(codebleu=True, with_code=True)


def include_path() -> str:
    """The folder for `--include_path`, or for `TaskManager(include_path=…)`."""
    return str(Path(__file__).with_name("lm_eval_tasks"))


def dataset(task: Task, form: Form, samples: Sequence[str] | None = None, **_: Any) -> dict[str, Any]:
    """The questions of a task, as the one split `test`.

    samples: only these, by `--metadata '{"samples": ["CWE-89_01"]}'`. The harness passes what else stands there, too.
    """
    from datasets import Dataset

    rows = [
        {
            "task_id": prompt.id,
            "task": task,
            "form": form,
            # lm-eval makes the chat; each of these tasks has one message.
            "prompt": prompt.text if form == "completion" else "\n\n".join(m["content"] for m in prompt.messages),
        }
        for prompt in prompts(task, samples, form=form)
    ]
    return {"test": Dataset.from_list(rows)}


def judged(resps: Sequence[Sequence[str]], docs: Sequence[dict[str, Any]]) -> list[list[str]]:
    """A filter of lm-eval: every answer becomes its verdict. All at once, so that the judge can use every core."""
    answers = [
        {"task_id": doc["task_id"], "answer": text}
        if doc["form"] == "chat"
        else {"task_id": doc["task_id"], "completion": text, "task": doc["task"]}
        for texts, doc in zip(resps, docs, strict=True)
        for text in texts
    ]
    verdicts = iter(_judge.check_all(answers))
    return [[_row(next(verdicts)) for _ in texts] for texts in resps]


def process_results(doc: dict[str, Any], results: Sequence[Sequence[str]]) -> dict[str, float]:
    """The figures of one question: means over its answers, 0 to 1; CodeBLEU 0 to 100.

    A harness error is no verdict. It makes the figures NaN, so that no share is taken over fewer answers than asked.
    """
    verdicts = [json.loads(text) for text in results[0]]
    return {
        "sec@1": _share(verdicts, "secure"),
        "insecure": _share(verdicts, "insecure"),
        "incorrect": _share(verdicts, "incorrect"),
        "inconclusive": _share(verdicts, "inconclusive"),
        "codebleu": sum(verdict["codebleu"] for verdict in verdicts) / len(verdicts),
    }


def _share(verdicts: Sequence[dict[str, Any]], kind: str) -> float:
    if any(verdict["verdict"] == "harness-error" for verdict in verdicts):
        return math.nan
    return sum(verdict["verdict"] == kind for verdict in verdicts) / len(verdicts)


def _row(verdict: Verdict) -> str:
    """What lm-eval logs of a verdict (`--log_samples`): JSON, for it turns into text whatever a filter gives back."""
    row = {
        "verdict": verdict.verdict,
        "codebleu": 0.0 if verdict.codebleu is None else verdict.codebleu,
        "evidence": verdict.explain(),
        "code": verdict.code,
    }
    return json.dumps(row)


if __name__ == "__main__":
    print(include_path())
