"""Fake programs on the solution's PATH. They report each call to the tester before they do anything else."""

import select
import socket
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from tester.box import Box
from wire import frames

FOLDER = "/box/bin"
SOCKET = "/box/bin/.calls"
_SCRIPT = """#!/bin/sh
export LD_LIBRARY_PATH=/opt/python/lib
exec /opt/python/bin/python3 -I -S /opt/runtime/solution_server/fake_program.py "$0" "$@"
"""
_SETTLE_SECONDS = 2.0
_MOST_AT_ONCE = 64


@dataclass(frozen=True)
class Call:
    """One start of a fake program."""

    #: Program name first, as the caller gave it.
    argv: list[str]
    environment: dict[str, str]
    stdin: bytes
    cwd: str


def parsed(report: bytes) -> Call:
    """The call that a fake program reports, in the form of `solution_server/fake_program.py`.

    Raises ValueError or IndexError for anything else.
    """
    fields: list[bytes] = []
    position = 0
    while position < len(report):
        end = position + 4 + int.from_bytes(report[position : position + 4], "big")
        if end > len(report):
            raise ValueError("a field that was cut")
        fields.append(report[position + 4 : end])
        position = end
    cwd, stdin, count, *rest = fields
    texts = [one.decode("utf-8", "replace") for one in rest]
    argv, variables = texts[: int(count)], texts[int(count) :]
    environment = dict(one.split("=", 1) for one in variables)
    return Call(argv, environment, stdin, cwd.decode("utf-8", "replace"))


def behaviour(exit_code: int, stdout: str, code: str | None) -> bytes:
    """What a fake program is answered: exit code, length of the output, output, program."""
    output = stdout.encode("utf-8", "replace")
    return struct.pack(">iI", exit_code, len(output)) + output + (code or "").encode("utf-8", "replace")


class Program:
    """A fake program and the calls that it received."""

    def __init__(self, name: str, stdout: str, exit_code: int, code: str | None) -> None:
        self.name = name
        self.stdout = stdout
        self.exit_code = exit_code
        self.code = code
        self._calls: list[Call] = []
        self._settle = lambda: None

    @property
    def calls(self) -> list[Call]:
        """The calls so far, in order. Where somebody was at the way by which they are reported, that is a doubt."""
        self._settle()
        return list(self._calls)

    def clear(self) -> None:
        """Forgets the calls."""
        self._settle()
        self._calls.clear()


class Programs:
    """Installs fake programs and receives their reports over a socket in the box."""

    def __init__(self, box: Box, doubt: Callable[[str], None]) -> None:
        self._doubt = doubt
        self._box = box
        self._listener: socket.socket | None = None
        self._programs: dict[str, Program] = {}
        self._lock = threading.Lock()
        self._busy = 0
        #: What of the box's record has been looked through.
        self._seen = 0

    def program(self, name: str, stdout: str = "", exit_code: int = 0, code: str | None = None) -> Program:
        """The fake program of that name; made when it is new, changed when anything about it is given."""
        if "/" in name or not name:
            raise ValueError(f"'{name}' is not the name of a program: it is looked up on PATH, so it has no slash")
        known = self._programs.get(name)
        if known is None:
            known = self._programs[name] = Program(name, stdout, exit_code, code)
            known._settle = self.settle
            self._start()
            self._look_for_meddling()
            self._box.write(f"{FOLDER}/{name}", _SCRIPT, mode=0o755)
            self._seen = len(self._box.watch.look())
        elif (stdout, exit_code, code) != ("", 0, None):
            known.stdout, known.exit_code, known.code = stdout, exit_code, code
        return known

    def settle(self) -> None:
        """Waits until every report that was sent has been read."""
        self._look_for_meddling()
        end = time.monotonic() + _SETTLE_SECONDS
        while time.monotonic() < end:
            taken = self._take_all()
            with self._lock:
                if not taken and not self._busy:
                    return
            time.sleep(0.001)

    def _look_for_meddling(self) -> None:
        """The programs and the socket lie in the box, where the solution could take them away."""
        events = self._box.watch.look()
        ours = {"bin", "bin/.calls", *(f"bin/{name}" for name in self._programs)}
        if any(event.path in ours for event in events[self._seen :]):
            self._doubt("somebody was at the fake programs: a call may not have been reported")
        self._seen = len(events)

    def _start(self) -> None:
        if self._listener is None:
            self._listener = self._box.listen(SOCKET)
            threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                channel, _ = listener.accept()
            except OSError:
                return
            self._serve(channel)

    def _take_all(self) -> bool:
        """The accepting thread is always waiting, so a connection that was made is taken as soon as it runs."""
        return self._listener is not None and bool(select.select([self._listener], [], [], 0)[0])

    def _serve(self, channel: socket.socket) -> None:
        with self._lock:
            if self._busy >= _MOST_AT_ONCE:
                channel.close()
                return
            self._busy += 1
        threading.Thread(target=self._report, args=(channel,), daemon=True).start()

    def _report(self, channel: socket.socket) -> None:
        try:
            with channel:
                channel.settimeout(10)
                call = parsed(frames.receive_bytes(channel))
                known = self._programs.get(call.argv[0].rpartition("/")[2])
                if known is None:
                    channel.sendall(behaviour(127, "", None))
                    return
                known._calls.append(call)
                channel.sendall(behaviour(known.exit_code, known.stdout, known.code))
        except (frames.Closed, OSError, IndexError, ValueError, frames.Violation):
            pass  # a solution that speaks to the socket itself gains nothing
        finally:
            with self._lock:
                self._busy -= 1
