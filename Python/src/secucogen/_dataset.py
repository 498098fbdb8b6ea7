"""What a model is asked: the samples, and the prompts that the tasks make of them. Both come from the program.

The program prints texts one sample at a time, so several of its processes run at once, and what was read is kept.
"""

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike
from typing import Any, Literal, TypedDict, TypeVar, get_args

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
    return _side_by_side(lambda row: _sample(row, place), _rows(ids, place))


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
    return _side_by_side(lambda row: _prompt(row["id"], task, form, place), _rows(ids, place))


def location(home: str | PathLike[str] | None, dataset: str | PathLike[str] | None) -> tuple[str, ...]:
    """Options that say where the program's own folder and the dataset are."""
    options = (("--home", home), ("--dataset", dataset))
    return tuple(word for name, value in options if value is not None for word in (name, os.fspath(value)))


_TITLES = (
    "ID",
    "Problem",
    "Problem (CWE-aware)",
    "Insecure Code",
    "Insecure Code Explanation",
    "Secure Code",
    "Checks",
)
_PARTS = re.compile("".join(rf"── {re.escape(title)}\n(.*)\n\n" for title in _TITLES), re.DOTALL)
_MESSAGE = re.compile(r"^── (system|user|assistant)\n", re.MULTILINE)


def _rows(ids: Iterable[str] | None, place: tuple[str, ...]) -> list[dict[str, Any]]:
    if isinstance(ids, str):
        ids = [ids]
    chosen = [] if ids is None else list(ids)
    if ids is not None and not chosen:
        return []
    names = tuple(word for id in chosen for word in ("--sample", id))
    rows: list[dict[str, Any]] = json.loads(_output("dataset", "list", "--format", "json", *names, *place))
    return rows


def _sample(row: dict[str, Any], place: tuple[str, ...]) -> Sample:
    found = _PARTS.match(_output("dataset", "show", row["id"], *place))
    if found is None:
        raise SecucogenError(
            f"the program's description of {row['id']} cannot be understood; install both from one release"
        )
    _, problem, aware, insecure, explanation, secure, _ = found.groups()
    return Sample(
        id=row["id"],
        title=row["title"],
        type=row["id"].rpartition("_")[0],
        weaknesses=tuple(row["weaknesses"]),
        entry_points=tuple(point["signature"] for point in row["entryPoints"]),
        packages=tuple(row["packages"]),
        problem=problem,
        problem_aware=aware,
        insecure_code=insecure,
        insecure_code_explanation=explanation,
        secure_code=secure,
    )


def _prompt(id: str, task: Task, form: Form, place: tuple[str, ...]) -> Prompt:
    output = _output("dataset", "show", id, "--task", task, "--prompt-form", form, *place)
    if form == "completion":
        return Prompt(id, task, form, (), output.removesuffix("\n"))
    _, *parts = _MESSAGE.split(output)
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return Prompt(id, task, form, tuple(Message(role=role, content=text.removesuffix("\n")) for role, text in pairs))


@lru_cache(maxsize=4096)
def _printed(binary: str, arguments: tuple[str, ...], home: str | None) -> str:
    done = subprocess.run(
        [binary, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode != 0:
        raise SecucogenError(done.stderr.strip() or f"secucogen ended with exit code {done.returncode}")
    return done.stdout


def _output(*arguments: str) -> str:
    return _printed(str(find_binary()), arguments, os.environ.get("SECUCOGEN_HOME"))


_In = TypeVar("_In")
_Out = TypeVar("_Out")


def _side_by_side(function: Callable[[_In], _Out], items: Sequence[_In]) -> list[_Out]:
    with ThreadPoolExecutor(min(8, (os.cpu_count() or 1) + 1)) as pool:
        return list(pool.map(function, items))
