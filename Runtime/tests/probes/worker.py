"""Runs a solution and a check in the real sandbox, for the end-to-end tests of the probes."""

from __future__ import annotations

import json
import os
import re
import socket
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

RUNTIME = Path(__file__).resolve().parents[2]


class Worker:
    """One worker of the sandbox, spoken to over its control socket (length-prefixed JSON)."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        python = Path(sys.executable).resolve().parent.parent
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(RUNTIME / "launch.py")],
            env={"PATH": "/usr/bin:/bin", "LD_LIBRARY_PATH": str(python / "lib")},
            pass_fds=(3,),
            preexec_fn=lambda: os.dup2(theirs.fileno(), 3),
            stdin=subprocess.DEVNULL,
        )
        theirs.close()
        self._socket = ours
        self._receive()

    def run(
        self, solution: str, check: str, kind: str = "security", packages: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """The status and message of every check in the source, by name; `""` → how the run ended."""
        request = {
            "id": 1,
            "solution": solution,
            "entryPoints": [],
            "checks": [{"kind": kind, "path": f"checks/{kind}.py", "source": check}],
            "examples": [],
            "packages": packages,
            "limits": {},
            "hashSeed": 0,
            "stopsAtFunctionalFailure": False,
        }
        data = json.dumps(request).encode()
        self._socket.sendall(struct.pack(">I", len(data)) + data)
        result = self._receive()["result"]
        found = {one["name"].rpartition("/")[2]: (one["status"], one.get("message")) for one in result["checks"]}
        for name in re.findall(r"^def (test_\w+)", check, re.M):
            found.setdefault(name, ("not-run", str(result.get("detail"))))
        return {**found, "": (result["ending"], result.get("detail"))}

    def close(self) -> None:
        self._socket.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _receive(self) -> dict[str, Any]:
        size = struct.unpack(">I", self._read(4))[0]
        return json.loads(self._read(size))

    def _read(self, size: int) -> bytes:
        found = b""
        while len(found) < size:
            chunk = self._socket.recv(size - len(found))
            if not chunk:
                raise OSError("the worker ended")
            found += chunk
        return found


def is_possible() -> bool:
    """Whether this machine has what the sandbox needs."""
    return any(os.access(f"{folder}/bwrap", os.X_OK) for folder in os.environ.get("PATH", "").split(":"))
