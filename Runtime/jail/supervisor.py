"""The worker's first process: takes requests from the host, keeps a zygote alive, sends results back."""

import socket
import sys
from typing import Any

from jail import again, control, linux, packages
from jail.baseline import Baseline
from jail.errands import Errands, Refused
from jail.run import NetworkNeeded, run
from jail.settings import Limits
from jail.zygotes import ZygoteLost, ZygoteProcess
from wire import frames

_LARGEST_REQUEST = 64 << 20
_SECONDS_TO_START = 60
#: What zygote, supervisor and launcher end with, in turn, when runs cannot have namespaces of their own.
NESTING_REFUSED = 33
#: A hash seed is fixed when an interpreter starts, so each that is in use has a zygote.
_MOST_ZYGOTES = 4


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
        #: A bare worker imports nothing in advance, packages neither.
        self._is_bare = profile == "bare"
        #: Whether the host has been told so. Until then a zygote imports only what it must.
        self._is_started = False
        #: MiB that fit into the shared box, where there is one.
        self._box_size = 0
        self._baseline = Baseline(has_shared_box=level == 2)
        #: By hash seed, the one used last at the end.
        self._zygotes: dict[int, ZygoteProcess] = {}

    def serve(self) -> None:
        """Answers requests until the host hangs up, or something has gone wrong that is no fault of the solution's.

        Whatever that was, another run must not meet what it has left.
        """
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
            result = self._answer(request)
            self._send({"id": request.get("id"), "result": result})
            if result["isInfrastructure"]:
                return

    def _send(self, document: dict[str, Any]) -> None:
        frames.send_bytes(self._host, frames.pack_text(document))

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        seed = int(request.get("hashSeed", 0))
        try:
            limits = Limits.parse(request.get("limits", {}))
            self._limit_box(limits)
            declared = request.get("packages", [])
            result = again.judged(request, lambda one: run(one, limits, self._socket_for(seed, declared), self._level))
            if change := self._change():
                return self._failure(f"the run, or somebody outside, has changed its worker: {change}", True)
            return result
        except NetworkNeeded:
            return self._answer_of_cold(request, limits)
        except Refused as refusal:
            return self._failure(f"the box's limits cannot be set: {refusal}", is_infrastructure=True)
        except ZygoteLost as lost:
            change = self._change()
            return self._failure(f"the zygote was lost: {lost}" + (f"; {change}" if change else ""), True)
        except (KeyError, TypeError, ValueError) as error:
            return self._failure(f"a request that makes no sense: {error!r}", is_infrastructure=False)

    def _change(self) -> str | None:
        return self._baseline.change(sum(zygote.sockets for zygote in self._zygotes.values()))

    def _control(self) -> None:
        """Ends the worker when what a run leaves cannot be seen in it."""
        result = run(control.REQUEST, Limits(), self._zygote_for(0).socket, self._level)
        if fault := control.fault(result) or self._change():
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

    def _socket_for(self, hash_seed: int, packages: list[str]) -> socket.socket:
        return self._zygote_for(hash_seed).socket_for([] if self._is_bare else packages)

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
        zygote = self._zygotes[hash_seed] = ZygoteProcess(
            self._profile, self._level, hash_seed, network, self._baseline
        )
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
