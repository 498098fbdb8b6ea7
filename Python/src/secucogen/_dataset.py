"""What a model is asked: the samples, and the prompts that the tasks make of them.

Both come from the program, of all samples at once, and what was read is kept.
"""

import json
import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike
from typing import Any, Literal, TypedDict, get_args

from ._binary import find_binary
from ._errors import SecucogenError

#: The tasks whose answers are code. `detect` and `classify` ask for a word, which `secucogen run` alone reads.
Task = Literal["generate", "generate-aware", "generate-one-shot", "repair", "repair-explained"]
TASKS: tuple[Task, ...] = get_args(Task)
Form = Literal["chat", "completion"]


class Message(TypedDict):
    """As in OpenAI's protocol."""

    role: str
    content: str


@dataclass(frozen=True)
class Sample:
    """One sample. Its hidden checks stay hidden."""

    #: Such as CWE-89_01; `Judge` calls it `task_id`.
    id: str
    title: str
    #: One of the 18 types, such as CWE-89 or CWE-Aur.
    type: str
    #: Such as CWE-862, one of those of the type CWE-Aur.
    weaknesses: tuple[str, ...]
    #: What a solution has to define: `def find_items(db_path, station, category=None)`.
    entry_points: tuple[str, ...]
    #: What a solution may import beside the standard library.
    packages: tuple[str, ...]
    problem: str
    problem_aware: str
    insecure_code: str
    insecure_code_explanation: str
    secure_code: str


@dataclass(frozen=True)
class Prompt:
    """What a model is asked about one sample, word for word as by `secucogen run`."""

    #: The sample's, which `Judge` calls `task_id`.
    id: str
    task: Task
    form: Form
    #: In the form `chat`; empty in `completion`.
    messages: tuple[Message, ...]
    #: In the form `completion`: what the model continues.
    text: str | None = None


def samples(
    ids: Iterable[str] | None = None,
    *,
    home: str | PathLike[str] | None = None,
    dataset: str | PathLike[str] | None = None,
) -> list[Sample]:
    """The samples, in the dataset's order; only those of `ids` when given.

    Raises `SecucogenError` with the program's words for an unknown sample, `BinaryNotFound` without a program.
    """
    place = location(home, dataset)
    names = _names(ids, place)
    return [_sample(shown) for shown in _shown(names, place)]


def prompts(
    task: Task = "generate",
    ids: Iterable[str] | None = None,
    *,
    form: Form = "chat",
    home: str | PathLike[str] | None = None,
    dataset: str | PathLike[str] | None = None,
) -> list[Prompt]:
    """What `secucogen run --task TASK` asks with seed 0, in the order of the samples.

    form: `chat` has messages, `completion` a text for models that continue one. Raises as `samples` does.
    """
    if task not in TASKS:
        raise ValueError(f"the task '{task}' does not ask for code; those that do are {', '.join(TASKS)}")
    if form not in get_args(Form):
        raise ValueError(f"the form '{form}' is unknown; there are chat and completion")
    place = location(home, dataset)
    names = _names(ids, place)
    options = ("--task", task, "--prompt-form", form)
    return [
        Prompt(
            id=shown["id"],
            task=task,
            form=form,
            messages=tuple(Message(role=part["role"], content=part["content"]) for part in shown.get("messages", ())),
            text=shown.get("text"),
        )
        for shown in _shown(names, place, *options)
    ]


def location(home: str | PathLike[str] | None, dataset: str | PathLike[str] | None) -> tuple[str, ...]:
    """Options that say where the program's own folder and the dataset are."""
    options = (("--home", home), ("--dataset", dataset))
    return tuple(word for name, value in options if value is not None for word in (name, os.fspath(value)))


def _names(ids: Iterable[str] | None, place: tuple[str, ...]) -> list[str]:
    """Those of `ids`, or of all samples, in the dataset's order."""
    if isinstance(ids, str):
        ids = [ids]
    chosen = [] if ids is None else list(ids)
    if ids is not None and not chosen:
        return []
    options = tuple(word for id in chosen for word in ("--sample", id))
    rows: list[dict[str, Any]] = json.loads(_output("dataset", "list", "--format", "json", *options, *place))
    return [row["id"] for row in rows]


def _shown(names: list[str], place: tuple[str, ...], *options: str) -> list[dict[str, Any]]:
    if not names:
        return []
    shown: list[dict[str, Any]] = json.loads(
        _output("dataset", "show", *names, "--format", "json", *options, *place)
    )
    return shown


def _sample(shown: dict[str, Any]) -> Sample:
    texts = shown["texts"]
    return Sample(
        id=shown["id"],
        title=shown["title"],
        type=shown["id"].rpartition("_")[0],
        weaknesses=tuple(shown["weaknesses"]),
        entry_points=tuple(point["signature"] for point in shown["entryPoints"]),
        packages=tuple(shown["packages"]),
        problem=texts["problem"],
        problem_aware=texts["problemAware"],
        insecure_code=texts["insecureCode"],
        insecure_code_explanation=texts["insecureCodeExplanation"],
        secure_code=texts["secureCode"],
    )


@lru_cache(maxsize=64)
def _printed(binary: str, arguments: tuple[str, ...], home: str | None) -> str:
    done = subprocess.run(
        [binary, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode != 0:
        raise SecucogenError(done.stderr.strip() or f"secucogen ended with exit code {done.returncode}")
    return done.stdout


def _output(*arguments: str) -> str:
    return _printed(str(find_binary()), arguments, os.environ.get("SECUCOGEN_HOME"))
