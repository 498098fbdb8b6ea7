"""`AsyncJudge`: `Judge` for programs that use asyncio."""

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from os import PathLike
from types import TracebackType
from typing import Any, Literal

from ._dataset import Task
from ._errors import JudgeError, NotJudged, SecucogenError
from ._judge import WINDOW, Answer, Judge, known_fields
from ._verdict import Ready, Verdict


class AsyncJudge:
    """Judges programs in one long-lived process of `secucogen judge`, without blocking the event loop.

    Any number of tasks may use it at once.

        async with AsyncJudge() as judge:
            verdict = await judge.check("CWE-89_01", code="…")
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
        """The options are those of `Judge`. The process starts with `async with`, or with `open`."""
        self._start = partial(
            Judge,
            workers=workers,
            codebleu=codebleu,
            with_code=with_code,
            with_checks=with_checks,
            cpu_seconds=cpu_seconds,
            wall_seconds=wall_seconds,
            sandbox_level=sandbox_level,
            dataset=dataset,
            home=home,
            binary=binary,
        )
        self._judge: Judge | None = None
        # Sending waits while the judge has no room: in a thread, one line after the other.
        self._sender = ThreadPoolExecutor(1, thread_name_prefix="secucogen-send")

    @property
    def ready(self) -> Ready:
        """What all verdicts depend on."""
        return self._opened.ready

    async def open(self) -> None:
        """Starts the process and waits until it is ready. Raises as `Judge` does."""
        if self._judge is None:
            self._judge = await asyncio.get_running_loop().run_in_executor(None, self._start)

    async def check(
        self,
        task_id: str,
        *,
        code: str | None = None,
        answer: str | None = None,
        completion: str | None = None,
        task: Task | None = None,
        id: Any = None,
    ) -> Verdict:
        """The verdict on one program; see `Judge.check`."""
        fields = {"code": code, "answer": answer, "completion": completion, "task": task, "id": id}
        return await asyncio.wrap_future(await self._submitted({"task_id": task_id, **fields}))

    async def batch(
        self, answers: Iterable[Answer] | AsyncIterable[Answer], *, return_exceptions: bool = False
    ) -> AsyncIterator[Verdict | NotJudged]:
        """The verdicts on all answers, in their order; see `Judge.batch`."""
        waiting: deque[asyncio.Future[Verdict]] = deque()
        async for answer in _each(answers):
            try:
                waiting.append(asyncio.wrap_future(await self._submitted(answer)))
            except (NotJudged, TypeError) as error:
                failed: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()
                failed.set_exception(error if isinstance(error, NotJudged) else NotJudged(str(error)))
                waiting.append(failed)
            while waiting and (len(waiting) >= WINDOW or waiting[0].done()):
                yield await _result(waiting.popleft(), return_exceptions)
        while waiting:
            yield await _result(waiting.popleft(), return_exceptions)

    async def close(self) -> None:
        """Waits for what is under way, and ends the process."""
        if self._judge is not None:
            await asyncio.get_running_loop().run_in_executor(None, self._judge.close)
        self._sender.shutdown(wait=False)

    async def stop(self) -> None:
        """Ends the process at once. What is under way gets a `JudgeError`."""
        if self._judge is not None:
            await asyncio.get_running_loop().run_in_executor(None, self._judge.stop)
        self._sender.shutdown(wait=False, cancel_futures=True)

    async def __aenter__(self) -> "AsyncJudge":
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await (self.close() if kind is None else self.stop())

    @property
    def _opened(self) -> Judge:
        if self._judge is None:
            raise JudgeError("the AsyncJudge is not open; use 'async with', or await its open()")
        return self._judge

    async def _submitted(self, answer: Answer) -> "Future[Verdict]":
        submit = partial(self._opened.submit, **known_fields(answer))
        try:
            return await asyncio.get_running_loop().run_in_executor(self._sender, submit)
        except RuntimeError as error:
            if isinstance(error, SecucogenError):
                raise
            # A sender that was shut down says no more than this.
            raise JudgeError("the AsyncJudge is closed") from error


async def _each(answers: Iterable[Answer] | AsyncIterable[Answer]) -> AsyncIterator[Answer]:
    if isinstance(answers, AsyncIterable):
        async for answer in answers:
            yield answer
    else:
        for answer in answers:
            yield answer


async def _result(future: "asyncio.Future[Verdict]", return_exceptions: bool) -> Verdict | NotJudged:
    try:
        return await future
    except NotJudged as error:
        if return_exceptions:
            return error
        raise
