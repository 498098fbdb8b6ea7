"""The tasks of secucogen in Inspect.

    inspect eval secucogen/generate --model openai/gpt-4o-mini
    inspect eval secucogen/generate-aware --model … --epochs 5 -T samples=CWE-89_01,CWE-22_01

Prompts and verdicts are those of `secucogen run`. A harness error is an error of Inspect's sample and no score, so that
no share is taken over fewer answers than were asked for; `inspect eval-retry` asks again.
"""

from collections.abc import Sequence
from typing import Any

import anyio
import anyio.to_thread
from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ChatMessage, ChatMessageAssistant, ChatMessageSystem, ChatMessageUser
from inspect_ai.scorer import Metric, SampleScore, Score, Scorer, Target, mean, metric, scorer, stderr
from inspect_ai.solver import TaskState

from .._dataset import Message, prompts
from .._dataset import Task as TaskName
from .._errors import JudgeError
from .._verdict import Verdict
from ._shared import SharedJudge

#: Answers of one process that wait for a verdict at once, each in a thread.
WAITING = 64


@task(name="generate")
def generate(samples: str | Sequence[str] | None = None, workers: int | None = None) -> Task:
    """The Problem alone, which never hints at the weakness."""
    return _task("generate", samples, workers)


@task(name="generate-aware")
def generate_aware(samples: str | Sequence[str] | None = None, workers: int | None = None) -> Task:
    """The Problem that names the weakness and says what must hold."""
    return _task("generate-aware", samples, workers)


@task(name="generate-one-shot")
def generate_one_shot(samples: str | Sequence[str] | None = None, workers: int | None = None) -> Task:
    """The Problem after another sample's Problem and Secure Code."""
    return _task("generate-one-shot", samples, workers)


@task(name="repair")
def repair(samples: str | Sequence[str] | None = None, workers: int | None = None) -> Task:
    """Problem and Insecure Code, to be repaired."""
    return _task("repair", samples, workers)


@task(name="repair-explained")
def repair_explained(samples: str | Sequence[str] | None = None, workers: int | None = None) -> Task:
    """The same, with the explanation of what is wrong."""
    return _task("repair-explained", samples, workers)


@metric(name="sec@1")
def sec_at_1() -> Metric:
    """SEC@1: the share of answers that work and withstood every attack, 0 to 1; with epochs their mean by sample."""

    def value(scores: list[SampleScore]) -> float:
        return sum(score.score.as_float() for score in scores) / len(scores) if scores else 0.0

    return value


@scorer(
    name="verdict",
    metrics={
        "secure": [sec_at_1(), stderr()],
        "insecure": [mean()],
        "incorrect": [mean()],
        "inconclusive": [mean()],
        "codebleu": [mean()],
    },
)
def verdict_scorer(workers: int | None = None) -> Scorer:
    """The verdict as 1 and 0 by kind, and CodeBLEU (0 to 100) against the sample's secure code.

    The sample's id has to be one of the dataset's. The explanation says what decided: the check, what it sent, what
    came back; the metadata holds the judge's whole reply.
    """
    judge = SharedJudge(workers=workers, codebleu=True, with_code=True)
    limits: dict[str, anyio.CapacityLimiter] = {}

    async def score(state: TaskState, target: Target) -> Score:
        if "waiting" not in limits:
            limits["waiting"] = anyio.CapacityLimiter(WAITING)
        answer = {"task_id": str(state.sample_id), "answer": state.output.completion}
        [verdict] = await anyio.to_thread.run_sync(judge.check_all, [answer], limiter=limits["waiting"])
        if verdict.is_harness_error:
            raise JudgeError(f"{verdict.task_id} could not be judged: {verdict.explain()}")
        return Score(
            value=_values(verdict), answer=verdict.code, explanation=verdict.explain(), metadata=dict(verdict.raw)
        )

    return score


def _values(verdict: Verdict) -> dict[str, Any]:
    kinds = ("secure", "insecure", "incorrect", "inconclusive")
    return {kind: float(verdict.verdict == kind) for kind in kinds} | {"codebleu": verdict.codebleu or 0.0}


def _task(name: TaskName, samples: str | Sequence[str] | None, workers: int | None) -> Task:
    chosen = samples.split(",") if isinstance(samples, str) else samples
    asked = [
        Sample(
            id=prompt.id,
            input=[_message(message) for message in prompt.messages],
            target="secure",
            metadata={"type": prompt.id.rpartition("_")[0], "task": name},
        )
        for prompt in prompts(name, chosen)
    ]
    return Task(dataset=MemoryDataset(asked, name=f"secucogen/{name}"), scorer=verdict_scorer(workers))


def _message(message: Message) -> ChatMessage:
    kinds = {"system": ChatMessageSystem, "user": ChatMessageUser, "assistant": ChatMessageAssistant}
    return kinds[message["role"]](content=message["content"])
