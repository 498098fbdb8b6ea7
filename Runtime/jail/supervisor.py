"""The worker's first process: takes requests from the host, keeps a zygote alive, sends results back."""

import os
import socket
import sys
import time
from typing import Any

from jail import control, linux, packages
from jail.errands import Errands, Refused
from jail.run import NetworkNeeded, ZygoteLost, run
from jail.settings import Limits
from wire import frames

_LARGEST_REQUEST = 64 << 20
_SECONDS_TO_START = 60
#: What zygote, supervisor and launcher end with, in turn, when runs cannot have namespaces of their own.
NESTING_REFUSED = 33
#: A hash seed is fixed when an interpreter starts, so each that is in use has a zygote.
_MOST_ZYGOTES = 4
#: As in the zygote, which this process does not import.
_LOAD = b"load"
_PYTHON = "/opt/python/bin/python3"


class ZygoteProcess:
    """A zygote with its socket. Its hash seed is fixed at its start."""

    def __init__(self, profile: str, level: int, hash_seed: int, network: Errands | None) -> None:
        self.hash_seed = hash_seed
        self.is_ready = False
        self.socket, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        environment = {**os.environ, "PYTHONHASHSEED": str(hash_seed)}
        errands = -1 if network is None else 4
        inherited = [(os.POSIX_SPAWN_DUP2, other.fileno(), 3)]
        if network is not None:
            inherited.append((os.POSIX_SPAWN_DUP2, network.descriptor, errands))
        self.pid = os.posix_spawn(
            _PYTHON,
            ["python3", "-s", "-P", "-B", "-m", "jail.zygote", profile, str(level), str(errands)],
            environment,
            file_actions=inherited,
        )
        other.close()

    def wait_until_ready(self) -> None:
        """Raises ZygoteLost when it does not start."""
        self.socket.settimeout(_SECONDS_TO_START)
        try:
            ready = self.socket.recv(100)
        except TimeoutError:
            ready = b""
        if not ready:
            raise ZygoteLost("a zygote did not start", status=self.end())
        self.socket.settimeout(None)
        self.is_ready = True

    def load(self) -> None:
        """Has the profile's modules imported; runs that are asked for meanwhile wait for that."""
        try:
            self.socket.send(_LOAD)
        except OSError as error:
            raise ZygoteLost(str(error)) from None

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
    """At level 2, `errands` leads to the launcher; a cold one serves a single request."""

    def __init__(
        self, host: socket.socket, profile: str, level: int, digest: str, errands: Errands | None, is_cold: bool
    ) -> None:
        self._host = host
        self._profile = profile
        self._level = level
        self._digest = digest
        self._errands = errands
        self._is_cold = is_cold
        #: Whether the host has been told so. Until then a zygote imports only what it must.
        self._is_started = False
        #: MiB that fit into the shared box, where there is one.
        self._box_size = 0
        #: By hash seed, the one used last at the end.
        self._zygotes: dict[int, ZygoteProcess] = {}

    def serve(self) -> None:
        """Answers requests until the host hangs up."""
        if not self._is_cold:
            self._start_zygote(0)
        description = describe(self._level, self._digest)  # takes its time while the zygote starts
        if not self._is_cold:
            self._limit_box(Limits())
            self._control()
        self._send({"ready": description})
        self._is_started = True
        for zygote in self._zygotes.values():
            zygote.load()
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
            limits = Limits.parse(request.get("limits", {}))
            self._limit_box(limits)
            return run(request, limits, self._zygote_for(seed).socket, self._level)
        except NetworkNeeded:
            return self._answer_of_cold(request, limits)
        except Refused as refusal:
            return self._failure(f"the box's limits cannot be set: {refusal}", is_infrastructure=True)
        except ZygoteLost as lost:
            zygote = self._zygotes.pop(seed, None)
            if zygote is not None:
                zygote.end()
            return self._failure(f"the zygote was lost: {lost}", is_infrastructure=True)
        except (KeyError, TypeError, ValueError) as error:
            return self._failure(f"a request that makes no sense: {error!r}", is_infrastructure=False)

    def _control(self) -> None:
        """Ends the worker when what a run leaves cannot be seen in it."""
        result = run(control.REQUEST, Limits(), self._zygote_for(0).socket, self._level)
        if fault := control.fault(result):
            sys.exit(f"the control run of level {self._level} went wrong: {fault}")

    def _limit_box(self, limits: Limits) -> None:
        """At level 3 every run mounts its own."""
        if self._errands is not None and self._box_size != limits.disk_mib:
            self._errands.resize_box(limits.disk_mib)
            self._box_size = limits.disk_mib

    def _answer_of_cold(self, request: dict[str, Any], limits: Limits) -> dict[str, Any]:
        """Has a request carried out in a worker of its own, whose network namespace is new and the run's alone."""
        assert self._errands is not None
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                self._errands.start_cold(theirs)
            ours.settimeout(limits.wall_seconds + _SECONDS_TO_START)
            try:
                frames.receive(ours)
                frames.send(ours, request)
                result: dict[str, Any] = frames.receive(ours, largest=_LARGEST_REQUEST)["result"]
                return result
            except (frames.Closed, frames.Violation, TimeoutError) as error:
                return self._failure(f"a worker for a single run was lost: {error}", is_infrastructure=True)

    def _zygote_for(self, hash_seed: int) -> ZygoteProcess:
        zygote = self._zygotes.pop(hash_seed, None) or self._start_zygote(hash_seed)
        self._zygotes[hash_seed] = zygote
        if not zygote.is_ready:
            try:
                zygote.wait_until_ready()
            except ZygoteLost:
                del self._zygotes[hash_seed]
                raise
            if self._is_started:
                zygote.load()
        return zygote

    def _start_zygote(self, hash_seed: int) -> ZygoteProcess:
        if len(self._zygotes) >= _MOST_ZYGOTES:
            self._zygotes.pop(next(iter(self._zygotes))).end()
        network = self._errands if self._is_cold else None
        zygote = self._zygotes[hash_seed] = ZygoteProcess(self._profile, self._level, hash_seed, network)
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
    return {
        "level": level,
        "pythonVersion": sys.version.split()[0],
        "packages": packages.installed(),
        "runtimeDigest": digest,
    }


def main() -> None:
    """`python3 -m jail.supervisor PROFILE LEVEL DIGEST HOST ERRANDS warm|cold`.

    HOST and ERRANDS are descriptors of sockets, the latter -1 at level 3.
    """
    profile, level, digest, control, errands, kind = sys.argv[1:]
    linux.die_with_parent()
    host = socket.socket(fileno=int(control))
    host.set_inheritable(False)
    launcher = Errands(int(errands)) if errands != "-1" else None
    try:
        Supervisor(host, profile, int(level), digest, launcher, kind == "cold").serve()
    except frames.Closed:
        pass
    except Refused as refusal:
        sys.exit(f"level 2: the limits of /box cannot be set: {refusal}")
    except ZygoteLost as lost:
        sys.exit(NESTING_REFUSED if lost.status == NESTING_REFUSED else f"the worker does not start: {lost}")


if __name__ == "__main__":
    main()
