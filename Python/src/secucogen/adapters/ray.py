"""`RayJudge`: a `Judge` on every node of a Ray cluster.

    ray.init("auto")
    with RayJudge() as judge:
        for verdict in judge.batch(answers): …

    judge_file("answers.jsonl", "verdicts.jsonl")

Each answer comes back once and in its place, also when nodes are lost on the way: what a lost node had under way goes
to another. This package and the program have to be installed on every node, in one version.
"""

import json
import logging
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from os import PathLike
from types import TracebackType
from typing import Any

import ray
from ray.exceptions import RayActorError, RayError, RayTaskError

from .._errors import JudgeError, NotJudged
from .._judge import Answer
from .._verdict import Ready, Verdict
from ._shared import SharedJudge

_log = logging.getLogger("secucogen")

#: Batches that one actor has: one it judges, and one that waits so that it need not.
DEPTH = 2
#: Batches for each actor that may be judged before those in front of them are.
AHEAD = 8


@ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0, scheduling_strategy="SPREAD")
class _Actor:
    def __init__(self, options: dict[str, Any]) -> None:
        self._judge = SharedJudge(**options)

    def ready(self) -> Ready:
        return self._judge.ready()

    def judge(self, answers: list[Answer]) -> list[Verdict | NotJudged]:
        return self._judge.try_all(answers)

    def close(self) -> None:
        self._judge.close()


@dataclass
class _Batch:
    number: int
    answers: list[Answer]
    losses: int = 0


class RayJudge:
    """Judges answers on actors that each hold a `Judge`, usually one on each node. A context manager.

    actors: how many (default: one for each node that is alive). workers: runs of code at once in each. batch_size:
    answers that travel together. retries: how often a batch may be lost before it is an error. Each actor takes one CPU
    of Ray's count.
    """

    def __init__(
        self,
        *,
        actors: int | None = None,
        workers: int | None = None,
        codebleu: bool = False,
        with_code: bool = False,
        with_checks: bool = False,
        cpu_seconds: int | None = None,
        wall_seconds: int | None = None,
        batch_size: int = 16,
        retries: int = 3,
    ) -> None:
        """Starts the actors and waits for the first that is ready. Raises `JudgeError` when none can start."""
        self._options = {
            "workers": workers,
            "codebleu": codebleu,
            "with_code": with_code,
            "with_checks": with_checks,
            "cpu_seconds": cpu_seconds,
            "wall_seconds": wall_seconds,
        }
        self._batch_size, self._retries = batch_size, retries
        self._wanted = actors or max(1, sum(node["Alive"] for node in ray.nodes()))
        #: Actors that may still be started in the place of lost ones.
        self._spare = self._wanted * retries
        self._starting: dict[Any, Any] = {}
        #: Batches under way, by actor.
        self._actors: dict[Any, set[int]] = {}
        self._running: dict[Any, tuple[Any, _Batch]] = {}
        self._ready: Ready | None = None
        self._last_failure = ""
        for _ in range(self._wanted):
            self._start()
        while not self._actors:
            self._wait()

    @property
    def ready(self) -> Ready:
        """What all verdicts depend on; the same on every node."""
        assert self._ready is not None
        return self._ready

    def batch(self, answers: Iterable[Answer], *, return_exceptions: bool = False) -> Iterator[Verdict | NotJudged]:
        """The verdicts on all answers, in their order, as by `Judge.batch`. One batch at a time.

        Raises `JudgeError` when no actor is left, or when a batch was lost more often than `retries`.
        """
        if self._running:
            raise JudgeError("this RayJudge has a batch under way; open another one")
        source = iter(answers)
        self._lost: deque[_Batch] = deque()
        self._judged: dict[int, list[Verdict | NotJudged]] = {}
        taken = given = 0
        is_over = False
        try:
            while True:
                while given in self._judged:
                    for one in self._judged.pop(given):
                        if isinstance(one, NotJudged) and not return_exceptions:
                            raise one
                        yield one
                    given += 1
                while (actor := self._free()) is not None:
                    if self._lost:
                        self._send(actor, self._lost.popleft())
                    elif not is_over and taken - given < AHEAD * self._wanted:
                        chosen = list(islice(source, self._batch_size))
                        if not chosen:
                            is_over = True
                            continue
                        self._send(actor, _Batch(taken, chosen))
                        taken += 1
                    else:
                        break
                if is_over and given == taken:
                    return
                if given not in self._judged:
                    self._wait()
        finally:
            # Whoever stops in the middle wants no more of it.
            for reference in self._running:
                with suppress(RayError):
                    ray.cancel(reference)
            self._running.clear()
            for under_way in self._actors.values():
                under_way.clear()

    def close(self) -> None:
        """Ends the actors. Safe to call twice."""
        for actor in self._actors:
            with suppress(RayError):
                ray.get(actor.close.remote(), timeout=30)
        for actor in [*self._actors, *self._starting.values()]:
            ray.kill(actor)
        self._actors.clear()
        self._starting.clear()

    def __enter__(self) -> "RayJudge":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start(self) -> None:
        actor = _Actor.remote(self._options)
        self._starting[actor.ready.remote()] = actor

    def _free(self) -> Any | None:
        """The actor with the least to do, if it has room."""
        least = min(self._actors, key=lambda actor: len(self._actors[actor]), default=None)
        return least if least is not None and len(self._actors[least]) < DEPTH else None

    def _send(self, actor: Any, batch: _Batch) -> None:
        self._actors[actor].add(batch.number)
        self._running[actor.judge.remote(batch.answers)] = (actor, batch)

    def _wait(self) -> None:
        """Until something happened: an actor is ready, a batch is judged, or one of them is lost."""
        waited_for = [*self._running, *self._starting]
        if not waited_for:
            raise JudgeError(f"no actor is left that could judge; the last one: {self._last_failure}")
        done, _ = ray.wait(waited_for)
        for reference in done:
            if reference in self._starting:
                self._welcome(reference, self._starting.pop(reference))
            elif reference in self._running:
                self._take(reference, *self._running.pop(reference))

    def _welcome(self, reference: Any, actor: Any) -> None:
        try:
            ready = ray.get(reference)
        except RayError as error:
            self._last_failure = _words(error)
            self._replace()
            return
        if self._ready is None:
            self._ready = ready
        elif (ready.version, ready.scorer) != (self._ready.version, self._ready.scorer):
            ray.kill(actor)
            raise JudgeError("the nodes have different versions of secucogen, Python or packages; their verdicts cannot be mixed")
        self._actors[actor] = set()

    def _take(self, reference: Any, actor: Any, batch: _Batch) -> None:
        self._actors.get(actor, set()).discard(batch.number)
        try:
            self._judged[batch.number] = ray.get(reference)
            return
        except RayError as error:
            self._last_failure = _words(error)
            if isinstance(error, RayActorError) and self._actors.pop(actor, None) is not None:
                self._replace()
        batch.losses += 1
        _log.warning("%d answers were lost on their way and are sent again: %s", len(batch.answers), self._last_failure)
        if batch.losses > self._retries:
            raise JudgeError(f"answers were lost {batch.losses} times; the last time: {self._last_failure}")
        self._lost.append(batch)

    def _replace(self) -> None:
        if self._spare > 0:
            self._spare -= 1
            self._start()


def judge_file(source: str | PathLike[str], target: str | PathLike[str], **options: Any) -> int:
    """Reads answers as JSON lines and writes verdicts as JSON lines, in order: the formats of `secucogen judge`.

    options: those of `RayJudge`. Returns how many lines could not be judged. Raises as `RayJudge`, and
    `FileExistsError` when the target is there.
    """
    mistakes = 0
    #: Of the lines that were read and not answered: number, and what is wrong with it or None.
    pending: deque[tuple[int, Any, str | None]] = deque()

    def answers(lines: Iterable[str]) -> Iterator[Answer]:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                fields = json.loads(line)
            except ValueError:
                pending.append((number, None, "the line is no whole JSON"))
                continue
            if isinstance(fields, dict):
                pending.append((number, fields.get("id"), None))
                yield fields
            else:
                pending.append((number, None, "the line is no JSON object"))

    with (
        open(source, encoding="utf-8", errors="replace", newline="\n") as lines,
        open(target, "x", encoding="ascii") as output,
        RayJudge(**options) as judge,
    ):

        def write(fields: dict[str, Any]) -> None:
            output.write(json.dumps(fields, sort_keys=True) + "\n")

        def write_mistakes() -> int:
            count = 0
            while pending and pending[0][2] is not None:
                number, _, error = pending.popleft()
                write({"type": "error", "line": number, "error": error})
                count += 1
            return count

        write({"type": "ready", "interface": 1, **vars(judge.ready)})
        for one in judge.batch(answers(lines), return_exceptions=True):
            mistakes += write_mistakes()
            number, id, _ = pending.popleft()
            if isinstance(one, Verdict):
                write(dict(one.raw))
            else:
                mistakes += 1
                write({"type": "error", "line": number, "error": str(one)} | ({} if id is None else {"id": id}))
        mistakes += write_mistakes()
    return mistakes


def _words(error: RayError) -> str:
    cause = error.cause if isinstance(error, RayTaskError) else error
    return " ".join(str(cause).split()) or type(error).__name__
