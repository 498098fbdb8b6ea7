"""Lets the tests import the runtime, and talk to real workers."""

import json
import os
import socket
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

RUNTIME = Path(__file__).resolve().parent.parent
PYTHON = RUNTIME.parent / ".tools" / "python"
ARCHITECTURE = os.uname().machine
sys.path.insert(0, str(RUNTIME))


def start_worker(
    control: int,
    runtime: Path = RUNTIME,
    python: Path = PYTHON,
    before: tuple[str, ...] = (),
    level: int | None = None,
    profile: str = "bare",
) -> subprocess.Popen[bytes]:
    """Starts the launcher with a descriptor as its control socket."""
    levels = [] if level is None else ["--level", str(level)]
    return subprocess.Popen(
        [*before, python / "bin/python3", "-I", "-S", runtime / "launch.py", "--profile", profile, *levels],
        env={"LD_LIBRARY_PATH": str(python / "lib"), "PATH": "/usr/bin:/bin"},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        pass_fds=(3,),
        preexec_fn=lambda: os.dup2(control, 3),
    )


class Worker:
    """What the host does, in its simplest form."""

    def __init__(
        self,
        runtime: Path = RUNTIME,
        python: Path = PYTHON,
        before: tuple[str, ...] = (),
        level: int | None = None,
        profile: str = "bare",
    ) -> None:
        self.socket, other = socket.socketpair()
        self.process = start_worker(other.fileno(), runtime, python, before, level, profile)
        other.close()
        self.ready = self._receive()["ready"]

    def run(self, **request: Any) -> dict[str, Any]:
        body = json.dumps({"id": 1, **request}).encode()
        self.socket.sendall(struct.pack(">I", len(body)) + body)
        return self._receive()["result"]

    def close(self) -> None:
        self.socket.close()
        self.process.communicate()

    def _receive(self) -> Any:
        (length,) = struct.unpack(">I", self._read(4))
        return json.loads(self._read(length))

    def _read(self, count: int) -> bytes:
        read = b""
        while len(read) < count:
            chunk = self.socket.recv(count - len(read))
            if not chunk:
                _, errors = self.process.communicate()
                raise AssertionError(f"the worker is gone: {errors.decode()}")
            read += chunk
        return read
