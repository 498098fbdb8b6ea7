"""The sandbox's corpus and a host in its simplest form, for the programs of this folder."""

import json
import os
import re
import secrets
import socket
import struct
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "Tests" / "SandboxingTests" / "Corpus"
HOSTILE = ("exhaustion", "escapes", "leftovers", "forging")
_CHECK = 'from harness import solution\n\nSECRET = "{}"\n\n\ndef test_answer():\n    assert solution.answer("question") == SECRET\n'


class Lost(Exception):
    """The worker is gone."""


class Worker:
    """One worker of a runtime, over its control socket."""

    def __init__(self, home: Path = ROOT, level: int | None = None, before: tuple[str, ...] = ()) -> None:
        python = ROOT / ".tools" / "python"
        ours, theirs = socket.socketpair()
        levels = [] if level is None else ["--level", str(level)]
        self.process = subprocess.Popen(
            [*before, python / "bin/python3", "-I", "-S", home / "Runtime/launch.py", "--profile", "standard", *levels],
            env={"LD_LIBRARY_PATH": str(python / "lib"), "PATH": "/usr/bin:/bin"},
            stdin=subprocess.DEVNULL,
            pass_fds=(3,),
            preexec_fn=lambda: os.dup2(theirs.fileno(), 3),
        )
        theirs.close()
        self._socket = ours
        self.level = self._receive()["ready"]["level"]

    def run(self, request: dict[str, Any]) -> dict[str, Any]:
        body = json.dumps({"id": 1, **request}).encode()
        try:
            self._socket.sendall(struct.pack(">I", len(body)) + body)
        except OSError:
            raise Lost from None
        return self._receive()["result"]

    def close(self) -> None:
        self._socket.close()
        self.process.wait()

    def _receive(self) -> Any:
        (length,) = struct.unpack(">I", self._read(4))
        return json.loads(self._read(length))

    def _read(self, count: int) -> bytes:
        read = b""
        while len(read) < count:
            chunk = self._socket.recv(count - len(read))
            if not chunk:
                raise Lost
            read += chunk
        return read


class Program:
    """A program of the corpus. Its first comments say what must be seen when it runs."""

    def __init__(self, path: Path) -> None:
        self.name = f"{path.parent.name}/{path.stem}"
        self.source, _, check = path.read_text().partition("\n# --- check\n")
        self._check = check
        found: dict[str, list[str]] = {}
        for line in self.source.splitlines():
            if not line.startswith("# "):
                break
            name, colon, value = line[2:].partition(":")
            if colon:
                found.setdefault(name, []).append(value.strip())
        self.evidence = found.get("evidence", [])
        self.ending = found.get("ending", [None])[0]
        self.level = int(found.get("level", ["2"])[0])
        self._packages = found.get("packages", [])
        limits = (pair.split("=") for setting in found.get("limits", []) for pair in setting.split(","))
        self._limits = {name: float(value) if "." in value else int(value) for name, value in limits}

    @property
    def is_hostile(self) -> bool:
        return self.name.partition("/")[0] in HOSTILE

    def request(self) -> dict[str, Any]:
        """With a check that no program satisfies by right."""
        check = self._check or _CHECK.format(f"expected-{secrets.token_hex(16)}")
        files = [{"kind": "functional", "path": "checks/functional.py", "source": check}]
        return {"solution": self.source, "checks": files, "packages": self._packages, "limits": self._limits}

    def fault(self, result: dict[str, Any]) -> str | None:
        """What is wrong with the result of a request; None when it is as it must be."""
        ending = f"limit:{result['limit']}" if result["ending"] == "limit" else result["ending"]
        statuses = [check["status"] for check in result["checks"]]
        if result["ending"] == "harness-error":
            return f"harness-error: {result['detail']}"
        if not self.is_hostile:
            return None if set(statuses) == {"passed"} else f"{ending} {statuses}: {result['checks']}"
        if "passed" in statuses:
            return "a hostile program passed"
        if "ESCAPED" in result["output"]:
            return re.search("ESCAPED.*", result["output"])[0]
        missing = [one for one in self.evidence if one not in result["output"]]
        if missing:
            return f"without evidence: {missing}"
        if self.ending == "limit:cpu" and "though it could have computed" in (result["detail"] or ""):
            return None  # the machine gave it less than a sixteenth of a processor
        return None if self.ending in (None, ending) else f"{ending} instead of {self.ending}"


def programs() -> list[Program]:
    return [Program(path) for path in sorted(CORPUS.glob("*/*.py"))]
