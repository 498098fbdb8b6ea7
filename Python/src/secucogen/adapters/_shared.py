"""One judge for everything that an adapter asks in this process."""

import os
import threading
from collections.abc import Iterable
from typing import Any

from .._errors import JudgeError, NotJudged
from .._judge import Answer, Judge
from .._verdict import Ready, Verdict


class SharedJudge:
    """A `Judge` that opens when it is first used, anew in a forked process or after it died.

    It travels to other processes as its options, and ends with the process.
    """

    def __init__(self, **options: Any) -> None:
        self._options = options
        self._judge: Judge | None = None
        self._owner = 0
        self._lock = threading.Lock()

    def check_all(self, answers: Iterable[Answer]) -> list[Verdict]:
        """The verdicts in the order of the answers; harness errors are among them. Raises `NotJudged`."""
        found = self.try_all(answers)
        for one in found:
            if isinstance(one, NotJudged):
                raise one
        return [one for one in found if isinstance(one, Verdict)]

    def try_all(self, answers: Iterable[Answer]) -> list[Verdict | NotJudged]:
        """The same with a `NotJudged` in the place of an answer that cannot be judged.

        If the process dies, another one gets the answers once more.
        """
        answers = list(answers)
        judge = self._opened()
        try:
            return list(judge.batch(answers, return_exceptions=True))
        except JudgeError:
            return list(self._opened(instead_of=judge).batch(answers, return_exceptions=True))

    def ready(self) -> Ready:
        """What all verdicts depend on."""
        return self._opened().ready

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
