"""Watches one solution from outside and ends it when a limit strikes or the tester is done."""

import os
import select
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from jail.settings import Limits

_FIRST_LOOK = 0.02
_SLOWEST_LOOK = 0.1


@dataclass
class Ending:
    """How the solution's first process ended, and what it used."""

    #: `exit`, `done` (the tester needed it no longer), `wall` or `memory`.
    reason: str
    signal: int
    exit_code: int
    cpu_seconds: float
    wall_seconds: float
    peak_memory: int

    def document(self) -> dict[str, object]:
        return asdict(self)


def watch(
    pid: int,
    control: socket.socket,
    limits: Limits,
    processes: Callable[[], list[int]],
    slowest_look: float = _SLOWEST_LOOK,
    active: Callable[[], float] = lambda: 0.0,
) -> Ending:
    """Waits for the end of `pid`, a child, and brings it about when need be.

    `control` becomes readable when the tester is done. `processes` lists those whose memory counts; it is
    called at least every `slowest_look` seconds. `active` tells for how long the run has computed or waited for a processor;
    that much later the wall limit strikes. Killing pid 1 of a namespace kills every process in it.
    """
    started = time.monotonic()
    deadline = started + limits.wall_seconds
    reason, peak, pause = "exit", 0, _FIRST_LOOK
    handle = os.pidfd_open(pid)
    poller = select.poll()
    poller.register(handle, select.POLLIN)
    poller.register(control.fileno(), select.POLLIN)
    try:
        while True:
            events = poller.poll(max(0.0, min(pause, deadline - time.monotonic())) * 1000)
            ended, status, usage = os.wait4(pid, os.WNOHANG)
            if ended:
                break
            if any(descriptor != handle for descriptor, _ in events):
                reason = "done"
            elif time.monotonic() >= deadline:
                extended = started + limits.wall_seconds + min(max(0.0, active()), limits.longest_activity)
                if extended <= max(deadline, time.monotonic()):
                    reason = "wall"
                deadline = extended
            else:
                used = memory_of(processes(), limits.memory_mib << 20)
                peak = max(peak, used)
                pause = min(pause * 1.5, slowest_look)
                if used > limits.memory_mib << 20:
                    reason = "memory"
            if reason != "exit":
                os.kill(pid, signal.SIGKILL)
                _, status, usage = os.wait4(pid, 0)
                break
    finally:
        os.close(handle)
    return Ending(
        reason=reason,
        signal=os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
        exit_code=os.WEXITSTATUS(status) if os.WIFEXITED(status) else 0,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        wall_seconds=time.monotonic() - started,
        peak_memory=max(peak, 0),
    )


def memory_of(processes: list[int], limit: int) -> int:
    """Bytes of the processes together, shared memory included.

    Counted is a cheap upper bound, in which pages that processes share count for each; only when that bound is over
    the limit, the exact proportional size is taken.
    """
    bound = sum(_kibibytes(f"/proc/{pid}/status", ("RssAnon", "RssShmem")) for pid in processes) << 10
    if bound <= limit:
        return bound
    exact = sum(_kibibytes(f"/proc/{pid}/smaps_rollup", ("Pss_Anon", "Pss_Shmem")) for pid in processes) << 10
    return exact or bound


def tree(root: int) -> list[int]:
    """A process and all below it."""
    waiting, found = [root], []
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        try:
            for thread in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{thread}/children") as file:
                    waiting += [int(child) for child in file.read().split()]
        except OSError:
            continue
    return found


def _kibibytes(path: str, keys: tuple[str, ...]) -> int:
    total = 0
    try:
        with open(path) as file:
            for line in file:
                key, _, value = line.partition(":")
                if key in keys:
                    total += int(value.split()[0])
    except OSError:
        pass
    return total
