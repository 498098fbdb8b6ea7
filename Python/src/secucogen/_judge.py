"""`Judge`: verdicts for Python programs and for models' answers."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from os import PathLike
from types import TracebackType
from typing import Any, Literal, overload

from ._binary import find_binary
from ._connection import Connection, Reply
from ._dataset import Task, location
from ._errors import JudgeError, NotJudged
from ._verdict import Ready, Verdict

#: `task_id`, one of `code`, `answer` and `completion`, and `task` and `id` if you like: a line of `secucogen judge`.
Answer = Mapping[str, Any]

#: Answers that `batch` has under way; as many as the program reads before it waits.
WINDOW = 256

_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


class Judge:
    """Judges programs in one long-lived process of `secucogen judge`.

    Use it as a context manager, and from as many threads as you like. It keeps its sandboxes warm and judges several
    answers at once. After a fork, open one in each process.

        with Judge() as judge:
            verdict = judge.check("CWE-89_01", code="…")
            print(verdict.verdict, verdict.detail)
    """

    def __init__(
        self,
        *,
        workers: int | None = None,
        codebleu: bool = False,
        with_code: bool = False,
        with_checks: bool = False,
        cpu_seconds: int | None = None,
        wall_seconds: int | None = None,
        sandbox_level: Literal[2, 3] | None = None,
        dataset: str | PathLike[str] | None = None,
        home: str | PathLike[str] | None = None,
        binary: str | PathLike[str] | None = None,
    ) -> None:
        """Starts the process and waits until it is ready.

        workers: runs of code at once (default: one more than cores). codebleu: add CodeBLEU, 0 to 100, to verdicts.
        with_code: add the code that was taken from an answer. with_checks: add that and, in `raw`, what every check saw,
        for `secucogen score --verdicts`. cpu_seconds, wall_seconds: how long one check may compute and wait, where the
        sample's own limit is not lower; verdicts then carry another `ready.scorer`. sandbox_level: default the tightest that this machine
        allows. Raises `JudgeError` when it cannot start, `BinaryNotFound` when there is no program.
        """
        command = [str(binary or find_binary()), "judge", "--any-order", *location(home, dataset)]
        if workers is not None:
            command += ["--workers", str(workers)]
        if codebleu:
            command.append("--codebleu")
        if with_code:
            command.append("--with-code")
        if with_checks:
            command.append("--with-checks")
        if cpu_seconds is not None:
            command += ["--cpu-seconds", str(cpu_seconds)]
        if wall_seconds is not None:
            command += ["--wall-seconds", str(wall_seconds)]
        if sandbox_level is not None:
            command += ["--sandbox-level", str(sandbox_level)]
        self._connection = Connection(command)
        self.ready = Ready.from_reply(self._connection.ready)

    def submit(
        self,
        task_id: str,
        *,
        code: str | None = None,
        answer: str | None = None,
        completion: str | None = None,
        task: Task | None = None,
        id: Any = None,
    ) -> "Future[Verdict]":
        """As `check`, without waiting for the verdict. Waits while the judge has no room for another answer."""
        fields: dict[str, Any] = {"task_id": task_id}
        for name, value in (("code", code), ("answer", answer), ("completion", completion), ("task", task)):
            if isinstance(value, str):
                # Half of a surrogate pair is no text. It is read as every decoder reads bytes that are none.
                fields[name] = _HALF_CHARACTERS.sub("\ufffd", value)
            elif value is not None:
                raise TypeError(f"'{name}' has to be a string, not {type(value).__name__}")
        verdict: Future[Verdict] = Future()
        self._connection.send(fields).add_done_callback(lambda reply: _hand_over(reply, verdict, id))
        return verdict

    def check(
        self,
        task_id: str,
        *,
        code: str | None = None,
        answer: str | None = None,
        completion: str | None = None,
        task: Task | None = None,
        id: Any = None,
    ) -> Verdict:
        """The verdict on one program.

        task_id: a sample, such as CWE-89_01. code: a program, judged as it stands. answer: a model's answer to a chat
        prompt, from which the code is taken. completion: a continuation of the completion prompt of `task` (default:
        generate). id: comes back in the verdict.
        Raises `NotJudged` when this one cannot be judged, `JudgeError` when the judge has ended.
        """
        return self.submit(task_id, code=code, answer=answer, completion=completion, task=task, id=id).result()

    @overload
    def batch(self, answers: Iterable[Answer], *, return_exceptions: Literal[False] = False) -> Iterator[Verdict]: ...
    @overload
    def batch(
        self, answers: Iterable[Answer], *, return_exceptions: Literal[True]
    ) -> Iterator[Verdict | NotJudged]: ...
    def batch(self, answers: Iterable[Answer], *, return_exceptions: bool = False) -> Iterator[Verdict | NotJudged]:
        """The verdicts on all answers, in their order.

        Answers are taken as the judge has room for them, so that there may be any number. return_exceptions: give back
        a `NotJudged` in the place of its answer instead of raising it.
        """
        waiting: deque[Future[Verdict]] = deque()
        for answer in answers:
            waiting.append(self._submitted(answer))
            while waiting and (len(waiting) >= WINDOW or waiting[0].done()):
                yield _result(waiting.popleft(), return_exceptions)
        while waiting:
            yield _result(waiting.popleft(), return_exceptions)

    def close(self) -> None:
        """Waits for what is under way, and ends the process. Safe to call twice."""
        self._connection.close()

    def stop(self) -> None:
        """Ends the process at once. What is under way gets a `JudgeError`."""
        self._connection.stop()

    def __enter__(self) -> "Judge":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.stop()

    def _submitted(self, answer: Answer) -> "Future[Verdict]":
        try:
            return self.submit(**known_fields(answer))
        except (NotJudged, TypeError) as error:
            failed: Future[Verdict] = Future()
            failed.set_exception(error if isinstance(error, NotJudged) else NotJudged(str(error)))
            return failed


def known_fields(answer: Answer) -> dict[str, Any]:
    """The fields of an answer that the judge knows; as in the program, others are ignored."""
    if not isinstance(answer.get("task_id"), str):
        raise NotJudged("the field 'task_id' is missing or no string")
    return {name: answer[name] for name in ("task_id", "code", "answer", "completion", "task", "id") if name in answer}


def _hand_over(reply: "Future[Reply]", verdict: "Future[Verdict]", id: Any) -> None:
    if not verdict.set_running_or_notify_cancel():
        return
    if error := reply.exception():
        verdict.set_exception(error)
        return
    try:
        verdict.set_result(Verdict.from_reply(reply.result(), id))
    except (KeyError, TypeError, AttributeError) as error:
        verdict.set_exception(JudgeError(f"the judge's reply cannot be understood: {error!r}"))


def _result(future: "Future[Verdict]", return_exceptions: bool) -> Verdict | NotJudged:
    try:
        return future.result()
    except NotJudged as error:
        if return_exceptions:
            return error
        raise
