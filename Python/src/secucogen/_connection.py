"""One process of `secucogen judge`, spoken with in JSON lines by any number of threads."""

import atexit
import json
import os
import subprocess
import tempfile
import threading
import weakref
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, InvalidStateError
from pathlib import Path
from typing import IO, Any

from ._errors import JudgeError, NotJudged

INTERFACE = 1
#: Bytes that one line may have.
LONGEST_LINE = 1 << 24
#: Seconds to leave a process that was told to stop, before it is killed.
PATIENCE = 5.0

Reply = Mapping[str, Any]


class Connection:
    """Sends lines and hands each reply to the one who waits for it.

    The process reads on only when it has room, so that `send` blocks while it has much to do. A thread of its own reads
    the replies: however much is sent before anybody looks at a reply, neither side waits for the other for ever.
    """

    def __init__(self, command: Sequence[str | Path]) -> None:
        """Starts the process and waits until it is ready.

        Raises `JudgeError` with the program's own words when it cannot start.
        """
        self._owner = os.getpid()
        self._errors: IO[bytes] = tempfile.TemporaryFile()
        try:
            # Its own session: an interrupt that is meant for a cell of a notebook must not end it.
            self._process = subprocess.Popen(
                list(map(str, command)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                start_new_session=True,
            )
        except OSError as error:
            self._errors.close()
            raise JudgeError(f"'{command[0]}' cannot be started: {error}") from error
        assert self._process.stdin is not None and self._process.stdout is not None
        self._input, self._output = self._process.stdin, self._process.stdout
        self._writing = threading.Lock()
        self._state = threading.Lock()
        self._waiting: dict[int, Future[Reply]] = {}
        self._sent = 0
        self._is_closed = False
        self._end: JudgeError | None = None
        _open_connections.add(self)
        self.ready = self._read_ready()
        self._reader = threading.Thread(target=self._read, name="secucogen-judge", daemon=True)
        self._reader.start()

    def send(self, fields: Mapping[str, Any]) -> "Future[Reply]":
        """The reply to one line. Blocks while the process has no room.

        Raises `NotJudged` for a line that is too long, `JudgeError` when the process has ended.
        """
        if os.getpid() != self._owner:
            raise JudgeError(f"this Judge belongs to process {self._owner}; open one in each process after a fork")
        # No model's tokens make half a character, but JSON can spell it, and not every reader takes it.
        text = json.dumps(fields).encode("ascii")
        future: Future[Reply] = Future()
        with self._writing:
            with self._state:
                if self._end:
                    raise self._end
                if self._is_closed:
                    raise JudgeError("the Judge is closed")
                # The number of the line is its name: an error about a line without a readable name has it, too.
                number = self._sent + 1
                line = b'{"id": %d, %s\n' % (number, text[1:])
                if len(line) > LONGEST_LINE:
                    raise NotJudged(f"the answer is longer than {LONGEST_LINE >> 20} MiB as JSON")
                self._sent = number
                self._waiting[number] = future
            try:
                self._write(line)
            except BrokenPipeError:
                pass  # The reader tells everybody who waits what happened.
            except BaseException:
                # Half a line may be on its way.
                self._process.kill()
                raise
        return future

    def close(self) -> None:
        """Lets the process finish what was sent, and waits for its end."""
        if os.getpid() != self._owner:
            return
        with self._writing:
            with self._state:
                self._is_closed = True
            self._close_input()
        self._reader.join()

    def stop(self) -> None:
        """Ends the process at once; who still waits gets a `JudgeError`."""
        if os.getpid() != self._owner:
            return
        with self._state:
            self._is_closed = True
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
        with self._writing:
            self._close_input()
        self._reader.join()

    def leave_to_parent(self) -> None:
        """In a child made by fork: lets go of the pipes. The process sees the end of its input only when all have."""
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (self._input, self._output):
            if not stream.closed:
                os.dup2(nowhere, stream.fileno(), inheritable=False)
        os.close(nowhere)

    def _write(self, line: bytes) -> None:
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(self._input.fileno(), rest) :]

    def _close_input(self) -> None:
        try:
            self._input.close()
        except BrokenPipeError:
            pass

    def _read_ready(self) -> Reply:
        line = self._output.readline()
        try:
            reply: Reply = json.loads(line)
            if reply["type"] != "ready":
                raise KeyError("type")
        except (ValueError, KeyError, TypeError):
            if line:
                self._process.kill()
            self._close_input()
            raise self._ended("the judge did not start") from None
        if reply.get("interface") != INTERFACE:
            self._process.kill()
            self._close_input()
            self._ended("")
            raise JudgeError(
                f"the program speaks version {reply.get('interface')} of the judge's interface, this package "
                f"version {INTERFACE}; install both from one release"
            )
        return reply

    def _read(self) -> None:
        what = "the judge ended"
        try:
            for line in self._output:
                self._deliver(json.loads(line))
        except Exception:
            what = "the judge wrote what cannot be understood"
            self._process.kill()
        end = self._ended(what)
        with self._state:
            self._end = JudgeError("the Judge is closed") if self._is_closed else end
            left, self._waiting = self._waiting, {}
        for future in left.values():
            _settle(future, end)

    def _deliver(self, reply: Reply) -> None:
        is_error = reply["type"] == "error"
        number = reply.get("id", reply["line"]) if is_error else reply["id"]
        with self._state:
            future = self._waiting.pop(number, None)
        if future is not None:
            _settle(future, NotJudged(reply["error"]) if is_error else reply)

    def _ended(self, what: str) -> JudgeError:
        """Why, in the program's own words. Waits for its end."""
        code = self._process.wait()
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        self._output.close()
        with self._errors as errors:
            size = errors.seek(0, os.SEEK_END)
            errors.seek(max(0, size - 2000))
            words = errors.read().decode(errors="replace").strip()
        return JudgeError(f"{what} ({how}){': ' if words else ''}{words}")


def _settle(future: "Future[Reply]", result: Reply | JudgeError) -> None:
    try:
        if isinstance(result, JudgeError):
            future.set_exception(result)
        else:
            future.set_result(result)
    except InvalidStateError:
        pass  # Who asked has given up waiting.


_open_connections: "weakref.WeakSet[Connection]" = weakref.WeakSet()


def _leave_all_to_parent() -> None:
    for connection in list(_open_connections):
        connection.leave_to_parent()


def _stop_all() -> None:
    for connection in list(_open_connections):
        connection.stop()


os.register_at_fork(after_in_child=_leave_all_to_parent)
# A thread that is still reading when the interpreter takes everything down can crash it.
atexit.register(_stop_all)
