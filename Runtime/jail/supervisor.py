"""The worker's first process: takes requests from the host, keeps a zygote alive, sends results back."""

import importlib.metadata
import os
import platform
import socket
import sys
from typing import Any

from jail import linux
from jail.result import LEVEL
from jail.run import ZygoteLost, run
from wire import frames

_LARGEST_REQUEST = 64 << 20
_SECONDS_TO_START = 60
_PYTHON = "/opt/python/bin/python3"


class ZygoteProcess:
    """A zygote with its socket. Its hash seed is fixed at its start."""

    def __init__(self, profile: str, hash_seed: int) -> None:
        self.hash_seed = hash_seed
        self.socket, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        environment = {**os.environ, "PYTHONHASHSEED": str(hash_seed)}
        low, high = (other.fileno(), 3)
        self.pid = os.posix_spawn(
            _PYTHON,
            ["python3", "-s", "-P", "-B", "-m", "jail.zygote", profile],
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
            self.end()
            raise ZygoteLost("a zygote did not start")
        self.socket.settimeout(None)

    def end(self) -> None:
        """Kills the zygote; its children die with it."""
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        self.socket.close()


class Supervisor:
    def __init__(self, host: socket.socket, profile: str, digest: str) -> None:
        self._host = host
        self._profile = profile
        self._digest = digest
        self._zygote: ZygoteProcess | None = None

    def serve(self) -> None:
        """Answers requests until the host hangs up."""
        self._zygote_for(0)
        self._send({"ready": describe(self._digest)})
        while True:
            try:
                request = frames.receive(self._host, largest=_LARGEST_REQUEST)
            except frames.Closed:
                return
            self._send({"id": request.get("id"), "result": self._answer(request)})

    def _send(self, document: dict[str, Any]) -> None:
        frames.send_bytes(self._host, frames.pack_text(document))

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        try:
            return run(request, self._zygote_for(int(request.get("hashSeed", 0))).socket)
        except ZygoteLost as lost:
            if self._zygote is not None:
                self._zygote.end()
                self._zygote = None
            return _failure(f"the zygote was lost: {lost}", is_infrastructure=True)
        except (KeyError, TypeError, ValueError) as error:
            return _failure(f"a request that makes no sense: {error!r}", is_infrastructure=False)

    def _zygote_for(self, hash_seed: int) -> ZygoteProcess:
        if self._zygote is None or self._zygote.hash_seed != hash_seed:
            if self._zygote is not None:
                self._zygote.end()
            self._zygote = None
            self._zygote = ZygoteProcess(self._profile, hash_seed)
        return self._zygote


def describe(digest: str) -> dict[str, Any]:
    """Versions that a verdict depends on."""
    packages = {one.name: one.version for one in importlib.metadata.distributions()}
    return {
        "level": LEVEL,
        "pythonVersion": platform.python_version(),
        "packages": packages,
        "runtimeDigest": digest,
    }


def _failure(detail: str, is_infrastructure: bool) -> dict[str, Any]:
    return {
        "ending": "harness-error",
        "limit": None,
        "detail": detail,
        "checks": [],
        "output": "",
        "level": LEVEL,
        "wallTime": 0.0,
        "cpuTime": 0.0,
        "peakMemory": 0,
        "isInfrastructure": is_infrastructure,
    }


def main() -> None:
    """`python3 -m jail.supervisor PROFILE DIGEST`, with the host's socket as descriptor 3."""
    linux.die_with_parent()
    host = socket.socket(fileno=3)
    host.set_inheritable(False)
    try:
        Supervisor(host, sys.argv[1], sys.argv[2]).serve()
    except frames.Closed:
        pass


if __name__ == "__main__":
    main()
