"""One judge for everything that an adapter asks in this process."""

import os
import threading
from collections.abc import Iterable
from typing import Any

from .._errors import JudgeError, NotJudged
from .._judge import Answer, Judge
from .._verdict import Verdict


class HarnessError(JudgeError):
    """The judge's own fault, twice in a row: it says nothing about the program, so there is no verdict to count."""


class SharedJudge:
    """A `Judge` that opens when it is first used, anew in a forked process or after it died.

    It travels to other processes as its options, and ends with the process.
    """

    def __init__(self, **options: Any) -> None:
        self._options = options
        self._judge: Judge | None = None
        self._owner = 0
        self._lock = threading.Lock()

    def check(self, task_id: str, **fields: Any) -> Verdict:
        """As `Judge.check`. Raises `HarnessError` for a harness error, which is no verdict."""
        return self.check_all([{"task_id": task_id, **fields}])[0]

    def check_all(self, answers: Iterable[Answer]) -> list[Verdict]:
        """The verdicts in the order of the answers. Raises as `check`, and `NotJudged` as `Judge.batch`."""
        answers = list(answers)
        judge = self._opened()
        try:
            verdicts = list(judge.batch(answers))
        except NotJudged:
            raise
        except JudgeError:
            verdicts = list(self._opened(instead_of=judge).batch(answers))
        for verdict in verdicts:
            if verdict.is_harness_error:
                raise HarnessError(f"{verdict.task_id}: {verdict.detail or verdict.cause or 'the sandbox failed'}")
        return verdicts

    def close(self) -> None:
        """Ends the process, if there is one; the next use opens another."""
        with self._lock:
            judge, self._judge = self._judge, None
        if judge is not None:
            judge.close()

    def _opened(self, instead_of: Judge | None = None) -> Judge:
        if self._owner not in (0, os.getpid()):
            # A fork copies a lock as it is, perhaps held.
            self._lock, self._judge = threading.Lock(), None
        with self._lock:
            self._owner = os.getpid()
            if self._judge is None or self._judge is instead_of:
                self._judge = Judge(**self._options)
            return self._judge

    def __reduce__(self) -> tuple[Any, ...]:
        return _remade, (type(self), self._options)


def _remade(kind: type[SharedJudge], options: dict[str, Any]) -> SharedJudge:
    return kind(**options)
