"""Judges programs in real workers, by the same rules as the program's oracle, without the program.

The rules are those of `Sources/Oracles/VerdictRules.swift` and `Sources/Sandboxing/Pool/RemainingChecks.swift`.
"""

import json
import os
import queue
import re
import socket
import struct
import subprocess
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

#: The descriptor at which the launcher expects its control socket.
_CONTROL = 3
_ENDED_TOO_SOON = ("solution-exited", "protocol-violation", "limit")
_CAMEL = {"cpu-seconds": "cpuSeconds", "wall-seconds": "wallSeconds", "check-seconds": "checkSeconds"}
_CAMEL |= {"memory-mib": "memoryMiB", "processes": "processes", "open-files": "openFiles", "disk-mib": "diskMiB"}


@dataclass(frozen=True)
class Sample:
    """A sample of the dataset, as far as a verdict depends on it."""

    id: str
    folder: Path
    specification: dict[str, Any]

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    @property
    def entry_points(self) -> list[str]:
        """Names, without the dotted rest."""
        signatures = [str(one) for one in self.specification["entry-points"]]
        words = [signature.replace("(", " ").replace(":", " ").split() for signature in signatures]
        return [next(word for word in found if word not in ("async", "def", "class")) for found in words]

    @property
    def secure(self) -> dict[str, str]:
        """Every program that must be called secure, by its path."""
        return {"secure.py": self.text("secure.py"), **self._variants("secure")}

    @property
    def insecure(self) -> dict[str, str]:
        return {"insecure.py": self.text("insecure.py"), **self._variants("insecure")}

    def _variants(self, label: str) -> dict[str, str]:
        paths = sorted((self.folder / "variants").glob(f"{label}-*.py"))
        return {f"variants/{path.name}": path.read_text(encoding="utf-8") for path in paths}

    def request(self, source: str) -> dict[str, Any]:
        """As the host sends it to a worker."""
        limits = self.specification.get("limits") or {}
        return {
            "id": 1,
            "solution": source,
            "entryPoints": self.entry_points,
            "checks": [
                {"kind": kind, "path": f"checks/{kind}.py", "source": self.text(f"checks/{kind}.py")}
                for kind in ("functional", "security")
            ],
            "examples": [_example(one) for one in self.specification["examples"]],
            "packages": self.specification.get("packages") or [],
            "limits": {_CAMEL[name]: value for name, value in limits.items()},
            "hashSeed": 0,
            "stopsAtFunctionalFailure": True,
        }


def _example(one: dict[str, Any]) -> dict[str, Any]:
    return {name: one.get(name) for name in ("call", "output", "raises", "setup")}


def samples(home: Path) -> list[Sample]:
    """All samples below `Dataset/Samples`, by their names."""
    files = sorted((home / "Dataset/Samples").glob("*/*/sample.yaml"))
    found = [Sample(file.parent.name, file.parent, yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files]
    if not found:
        raise FileNotFoundError(f"{home}/Dataset/Samples holds no sample")
    return found


@dataclass(frozen=True)
class Judgement:
    """A verdict, and what explains it."""

    kind: str
    detail: str
    seconds: float


class Judge:
    """Workers of one checkout, used again and again. Several judgements may go on at once."""

    def __init__(self, home: Path, workers: int = 2, level: int | None = None) -> None:
        self._home, self._level = home, level
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._pool = ThreadPoolExecutor(workers)
        for _ in range(workers):
            self._idle.put(_Worker(home, level))

    def __enter__(self) -> "Judge":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown()
        while not self._idle.empty():
            self._idle.get().close()

    def judge_all(self, programs: Iterable[tuple[Sample, str]]) -> Iterator[Judgement]:
        """In the order of the programs."""
        return self._pool.map(lambda one: self.judge(*one), list(programs))

    def output(self, sample: Sample, source: str) -> str:
        """What the program prints in the functional checks and the examples."""
        request = sample.request(source)
        names = [f"functional/{name}" for name in re.findall(r"(?m)^def (test_\w+)", request["checks"][0]["source"])]
        names += [f"example/{number}" for number in range(1, len(request["examples"]) + 1)]
        worker = self._idle.get()
        try:
            found = worker.run({**request, "only": names, "limits": {**request["limits"], "outputKiB": 4096}})
            return str(found["output"])
        finally:
            self._idle.put(worker)

    def judge(self, sample: Sample, source: str) -> Judgement:
        worker = self._idle.get()
        try:
            return verdict(_run(worker, sample.request(source)))
        except (OSError, ValueError) as error:
            worker.close()
            worker = _Worker(self._home, self._level)
            return Judgement("harness-error", f"the worker was lost: {error}", 0.0)
        finally:
            self._idle.put(worker)


def _run(worker: "_Worker", request: dict[str, Any]) -> dict[str, Any]:
    """One request; checks whose turn did not come when the solution's process ended run alone."""
    result = worker.run(request)
    checks = {check["name"]: check for check in result["checks"]}
    if result["ending"] not in _ENDED_TOO_SOON or all(check["status"] == "not-run" for check in checks.values()):
        return result
    for name, check in checks.items():
        failed = any(one["status"] == "failed" and not _is_attack(one) for one in checks.values())
        if failed or check["status"] != "not-run":
            continue
        alone = worker.run({**request, "only": [name]})
        checks[name] = next((one for one in alone["checks"] if one["name"] == name), check)
        result["wallTime"] += alone["wallTime"]
        if alone["ending"] == "harness-error":
            result["ending"] = "harness-error"
    return {**result, "checks": list(checks.values())}


def verdict(result: dict[str, Any]) -> Judgement:
    """What a worker's result comes to."""

    def judgement(kind: str, check: dict[str, Any] | None = None) -> Judgement:
        detail = f"{check['name']}: {check['message'] or check['status']}" if check else str(result["detail"] or "")
        return Judgement(kind, detail, float(result["wallTime"]))

    functional = [check for check in result["checks"] if not _is_attack(check)]
    attacks = [check for check in result["checks"] if _is_attack(check)]
    if result["ending"] == "harness-error":
        return judgement("harness-error")
    if result["ending"] == "import-error":
        return judgement("incorrect")
    if wrong := next((check for check in functional if check["status"] != "passed"), None):
        return judgement("incorrect", wrong)
    if exploit := next((check for check in attacks if check["status"] == "exploited"), None):
        return judgement("insecure", exploit)
    if not attacks:
        return judgement("harness-error")
    if unclear := next((check for check in attacks if check["status"] != "passed"), None):
        return judgement("inconclusive", unclear)
    return judgement("secure")


def _is_attack(check: dict[str, Any]) -> bool:
    return str(check["name"]).startswith("security/")


class _Worker:
    """One worker of a checkout, spoken to over its control socket (length-prefixed JSON)."""

    def __init__(self, home: Path, level: int | None) -> None:
        self._socket, theirs = socket.socketpair()
        python = home / ".tools/python"
        levels = [] if level is None else ["--level", str(level)]
        launcher = [python / "bin/python3", "-I", "-S", home / "Runtime/launch.py", "--profile", "standard", *levels]
        self._process = subprocess.Popen(
            [os.fspath(part) for part in launcher],
            env={"PATH": "/usr/bin:/bin", "LD_LIBRARY_PATH": os.fspath(python / "lib")},
            pass_fds=(_CONTROL,),
            preexec_fn=lambda: os.dup2(theirs.fileno(), _CONTROL),
            stdin=subprocess.DEVNULL,
        )
        theirs.close()
        self._receive()

    def run(self, request: dict[str, Any]) -> dict[str, Any]:
        data = json.dumps(request).encode()
        self._socket.sendall(struct.pack(">I", len(data)) + data)
        result: dict[str, Any] = self._receive()["result"]
        return result

    def close(self) -> None:
        self._socket.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _receive(self) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(self._read(struct.unpack(">I", self._read(4))[0]))
        return document

    def _read(self, size: int) -> bytes:
        found = bytearray()
        while len(found) < size:
            chunk = self._socket.recv(size - len(found))
            if not chunk:
                raise OSError("it has ended")
            found += chunk
        return bytes(found)
