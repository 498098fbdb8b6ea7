"""A reward for trainers of TRL's kind: whether the code that a model wrote works and withstands attacks.

    from secucogen.adapters.trl import SecureReward, training_rows

    trainer = GRPOTrainer(
        model=…, reward_funcs=SecureReward(insecure=0.2), train_dataset=Dataset.from_list(training_rows("generate"))
    )

Needs neither TRL nor torch. Samples that a model was trained on say nothing about it any more: keep others for
measuring.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

from .._dataset import Form, Task, prompts
from .._verdict import Verdict
from ._shared import SharedJudge

#: A text, or a conversation's messages of which the last is the answer.
Completion = str | Sequence[dict[str, Any]]


class SecureReward:
    """Points for each completion's verdict. With the default points the mean reward is SEC@1.

    secure, insecure, incorrect, inconclusive: points for the verdict. codebleu: points for likeness to the sample's
    secure code, times 0 to 1, on top. texts: what a completion is that comes as a text; `completion` continues the
    completion prompt, `answer` answers a chat prompt that was made a text. workers: runs of code at once, in each
    process. cpu_seconds, wall_seconds: how long one check may compute and wait at most; a program that never ends
    otherwise holds a worker for 40 seconds of processor time.

    A harness error has no points (None), which TRL leaves out of its mean.
    """

    #: Trainers log rewards by this name.
    __name__ = "secure_reward"

    def __init__(
        self,
        *,
        secure: float = 1.0,
        insecure: float = 0.0,
        incorrect: float = 0.0,
        inconclusive: float = 0.0,
        codebleu: float = 0.0,
        texts: Literal["completion", "answer"] = "completion",
        workers: int | None = None,
        cpu_seconds: int | None = None,
        wall_seconds: int | None = None,
    ) -> None:
        self._points = {"secure": secure, "insecure": insecure, "incorrect": incorrect, "inconclusive": inconclusive}
        self._codebleu = codebleu
        self._texts = texts
        self._judge = SharedJudge(
            workers=workers, codebleu=codebleu != 0, cpu_seconds=cpu_seconds, wall_seconds=wall_seconds
        )

    def __call__(
        self,
        completions: Sequence[Completion],
        task_id: Sequence[str],
        task: Sequence[Task] | None = None,
        log_extra: Callable[[str, list[str]], None] | None = None,
        **_: Any,
    ) -> list[float | None]:
        """The points in the order of the completions.

        task_id and task are columns of the dataset: the sample, and the task whose prompt was asked (default:
        generate). log_extra is the trainer's, for its table of completions.
        """
        tasks = task if task is not None else ["generate"] * len(completions)
        answers = [self._answer(*row) for row in zip(completions, task_id, tasks, strict=True)]
        verdicts = self._judge.check_all(answers)
        if log_extra is not None:
            log_extra("verdict", [verdict.verdict for verdict in verdicts])
        return [self._reward(verdict) for verdict in verdicts]

    def close(self) -> None:
        """Ends the judge. The next call starts it anew."""
        self._judge.close()

    def _answer(self, completion: Completion, task_id: str, task: Task) -> dict[str, Any]:
        if not isinstance(completion, str):
            return {"task_id": task_id, "answer": _text(completion[-1]["content"]) if completion else ""}
        if self._texts == "answer":
            return {"task_id": task_id, "answer": completion}
        return {"task_id": task_id, "completion": completion, "task": task}

    def _reward(self, verdict: Verdict) -> float | None:
        if verdict.is_harness_error:
            return None
        return self._points[verdict.verdict] + self._codebleu * (verdict.codebleu or 0.0) / 100


def training_rows(
    task: Task = "generate", samples: Iterable[str] | None = None, form: Form = "chat"
) -> list[dict[str, Any]]:
    """Rows for `datasets.Dataset.from_list`: `prompt` (messages; a text in the form completion), `task_id`, `task`."""
    return [
        {
            "prompt": prompt.text if form == "completion" else [dict(message) for message in prompt.messages],
            "task_id": prompt.id,
            "task": task,
        }
        for prompt in prompts(task, samples, form=form)
    ]


def _text(content: str | Sequence[dict[str, Any]] | None) -> str:
    """Of a message; some models' come in parts."""
    if content is None or isinstance(content, str):
        return content or ""
    return "".join(part.get("text", "") for part in content if part.get("type") == "text")


#: With the default points.
secure_reward = SecureReward()
