"""What a run has done and what it has waited for, as the kernel counts it: limits are judged by that, not by the clock.

On a machine that is four times as slow, or shared with three others, a right program takes four times as long. So time
counts as idle only when the run could not have used it: when it neither computed, nor waited for a processor, nor was
about to.
"""

import os
from dataclasses import dataclass, field

_NANOSECONDS = 1e-9
_TICK = 1 / os.sysconf("SC_CLK_TCK")
#: States of a thread that runs, could run, or waits for a disk.
_ACTIVE = (b"R", b"D")
_LARGEST = 4096
#: A fork bomb must not make looking at it expensive.
_MOST_THREADS = 500


@dataclass
class Look:
    """Processes and all below them at one moment."""

    #: Seconds of processor time, ended children that were waited for included.
    computed: float = 0.0
    #: By thread, seconds in which it could have run and had no processor.
    waited: dict[str, float] = field(default_factory=dict)
    #: Whether one of them is running or could run.
    is_active: bool = False

    def has_gone_on(self, before: "Look") -> bool:
        """Whether anything has been done since, or could have been."""
        return self.is_active or self.computed > before.computed or self.waited_since(before) > 0

    def waited_since(self, before: "Look") -> float:
        """By all threads in sum."""
        return sum(max(0.0, seconds - before.waited.get(thread, 0.0)) for thread, seconds in self.waited.items())


def look(roots: list[int]) -> Look:
    """Raises nothing: what has gone meanwhile does nothing."""
    found, waiting, seen = Look(), list(roots), set()
    while waiting and len(found.waited) < _MOST_THREADS:
        pid = waiting.pop()
        if pid in seen:
            continue
        seen.add(pid)
        stat = _fields(f"/proc/{pid}/stat")
        if not stat:
            continue
        found.computed += sum(map(int, stat[11:15])) * _TICK
        for thread in _threads(pid):
            place = f"/proc/{pid}/task/{thread}"
            state = _fields(f"{place}/stat")
            found.is_active = found.is_active or state[:1] in ([one] for one in _ACTIVE)
            counted = _read(f"{place}/schedstat").split()
            found.waited[f"{pid}/{thread}"] = int(counted[1]) * _NANOSECONDS if len(counted) > 1 else 0.0
            waiting += map(int, _read(f"{place}/children").split())
    return found


def children(pid: int) -> list[int]:
    """Of the first thread of a process."""
    return [int(child) for child in _read(f"/proc/{pid}/task/{pid}/children").split()]


def _threads(pid: int) -> list[str]:
    try:
        return os.listdir(f"/proc/{pid}/task")
    except OSError:
        return []


def _fields(path: str) -> list[bytes]:
    """Those of a `stat` file, from the state on."""
    return _read(path).rpartition(b")")[2].split()


def _read(path: str) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return b""
    try:
        return os.read(descriptor, _LARGEST)
    except OSError:
        return b""
    finally:
        os.close(descriptor)


def look_at_this() -> Look:
    """The calling thread alone, which runs."""
    counted = _read("/proc/thread-self/schedstat").split()
    return Look(waited={"this": int(counted[1]) * _NANOSECONDS if len(counted) > 1 else 0.0}, is_active=True)
