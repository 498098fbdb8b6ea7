"""The worker's first process: takes requests from the host, keeps a zygote alive, sends results back."""

import importlib.metadata
import os
import platform
import socket
import sys
import time
from typing import Any

from jail import linux
from jail.run import ZygoteLost, run
from wire import frames

_LARGEST_REQUEST = 64 << 20
_SECONDS_TO_START = 60
#: What zygote, supervisor and launcher end with, in turn, when runs cannot have namespaces of their own.
NESTING_REFUSED = 33
#: A hash seed is fixed when an interpreter starts, so each that is in use has a zygote.
_MOST_ZYGOTES = 4
_PYTHON = "/opt/python/bin/python3"


class ZygoteProcess:
    """A zygote with its socket. Its hash seed is fixed at its start."""

    def __init__(self, profile: str, level: int, hash_seed: int) -> None:
        self.hash_seed = hash_seed
        self.socket, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        environment = {**os.environ, "PYTHONHASHSEED": str(hash_seed)}
        low, high = (other.fileno(), 3)
        self.pid = os.posix_spawn(
            _PYTHON,
            ["python3", "-s", "-P", "-B", "-m", "jail.zygote", profile, str(level)],
            environment,
            file_actions=[(os.POSIX_SPAWN_DUP2, low, high)],
        )
        other.close()
        self.socket.settimeout(_SECONDS_TO_START)
        try:
            ready = self.socket.recv(100)
        except TimeoutError:
            ready = b""
        if not ready:
            raise ZygoteLost("a zygote did not start", status=self.end())
        self.socket.settimeout(None)

    def end(self) -> int:
        """Kills the zygote, and its children with it. Returns the exit status of one that had ended by itself."""
        self.socket.close()
        for _ in range(20):
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.005)
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        return -9


class Supervisor:
    def __init__(self, host: socket.socket, profile: str, level: int, digest: str) -> None:
        self._host = host
        self._profile = profile
        self._level = level
        self._digest = digest
        #: By hash seed, the one used last at the end.
        self._zygotes: dict[int, ZygoteProcess] = {}

    def serve(self) -> None:
        """Answers requests until the host hangs up."""
        self._zygote_for(0)
        self._send({"ready": describe(self._level, self._digest)})
        while True:
            try:
                request = frames.receive(self._host, largest=_LARGEST_REQUEST)
            except frames.Closed:
                return
            self._send({"id": request.get("id"), "result": self._answer(request)})

    def _send(self, document: dict[str, Any]) -> None:
        frames.send_bytes(self._host, frames.pack_text(document))

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        seed = int(request.get("hashSeed", 0))
        try:
            return run(request, self._zygote_for(seed).socket, self._level)
        except ZygoteLost as lost:
            zygote = self._zygotes.pop(seed, None)
            if zygote is not None:
                zygote.end()
            return self._failure(f"the zygote was lost: {lost}", is_infrastructure=True)
        except (KeyError, TypeError, ValueError) as error:
            return self._failure(f"a request that makes no sense: {error!r}", is_infrastructure=False)

    def _zygote_for(self, hash_seed: int) -> ZygoteProcess:
        zygote = self._zygotes.pop(hash_seed, None)
        if zygote is None:
            if len(self._zygotes) >= _MOST_ZYGOTES:
                self._zygotes.pop(next(iter(self._zygotes))).end()
            zygote = ZygoteProcess(self._profile, self._level, hash_seed)
        self._zygotes[hash_seed] = zygote
        return zygote

    def _failure(self, detail: str, is_infrastructure: bool) -> dict[str, Any]:
        return {
            "ending": "harness-error",
            "limit": None,
            "detail": detail,
            "checks": [],
            "output": "",
            "level": self._level,
            "wallTime": 0.0,
            "cpuTime": 0.0,
            "peakMemory": 0,
            "isInfrastructure": is_infrastructure,
        }


def describe(level: int, digest: str) -> dict[str, Any]:
    """Versions that a verdict depends on."""
    packages = {one.name: one.version for one in importlib.metadata.distributions()}
    return {
        "level": level,
        "pythonVersion": platform.python_version(),
        "packages": packages,
        "runtimeDigest": digest,
    }


def main() -> None:
    """`python3 -m jail.supervisor PROFILE LEVEL DIGEST`, with the host's socket as descriptor 3."""
    linux.die_with_parent()
    host = socket.socket(fileno=3)
    host.set_inheritable(False)
    try:
        Supervisor(host, sys.argv[1], int(sys.argv[2]), sys.argv[3]).serve()
    except frames.Closed:
        pass
    except ZygoteLost as lost:
        sys.exit(NESTING_REFUSED if lost.status == NESTING_REFUSED else f"the worker does not start: {lost}")


if __name__ == "__main__":
    main()
