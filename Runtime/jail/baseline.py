"""Compares a worker's own processes with what they were at their start.

At level 2 runs share the worker's user and process numbers. Filter and Landlock keep a solution from touching its
worker; should one find a way, or somebody outside touch it, the next answers must not pay for it. So the worker is
compared after every run, before the run's result leaves it.
"""

import ctypes
import os
import re
import time

from jail import linux

_STATUS = re.compile(
    rb"^(?:Umask|TracerPid|Uid|Gid|Sig(?:Blk|Ign|Cgt)|Cap\w+|NoNewPrivs|Seccomp|Cpus_allowed|Mems_allowed):.*", re.MULTILINE
)
#: Of /proc/PID/stat, counted from the state.
_STAT = {"parent": 1, "process group": 2, "session": 3, "nice value": 16, "number of threads": 17}
_STAT |= {"real-time priority": 37, "scheduling policy": 38}
_STOPPED = (b"T", b"t")
_GONE = (b"Z", b"X")
_BOX_SIZE = re.compile(rb",(?:size|nr_inodes)=\w+")
_LARGEST = 1 << 16
_IO_OF_PROCESS = 1
#: A tester closes its sockets before it has ended.
_SECONDS_TO_END = 2.0

Facts = dict[str, object]


class Baseline:
    """What the worker was. Its processes are noted when they are ready, and forgotten when they are ended."""

    def __init__(self, has_shared_box: bool) -> None:
        self._has_shared_box = has_shared_box
        self._noted: dict[int, tuple[str, Facts]] = {}
        self._mounts = _mounts()
        self.note(1, "bubblewrap")
        self.note(os.getpid(), "the supervisor")

    def note(self, pid: int, name: str) -> None:
        self._noted[pid] = name, _facts(pid)

    def forget(self, pid: int) -> None:
        self._noted.pop(pid, None)

    def change(self, own_sockets: int) -> str | None:
        """What is different now, in one line; None when nothing is.

        `own_sockets`: how many of this process's descriptors lead to other processes of the worker; they come and go.
        """
        try:
            return self._change(own_sockets)
        except (OSError, ValueError, IndexError) as error:
            return f"it cannot be examined: {error}"

    def _change(self, own_sockets: int) -> str | None:
        for pid, (name, before) in self._noted.items():
            now = _facts(pid)
            if pid == os.getpid():
                before = {**before, "number of descriptors": _count(before) + own_sockets}
            if now != before:
                what = next(fact for fact in now if now[fact] != before[fact])
                return f"{name}: {what} {_difference(before[what], now[what])}"
        if stray := self._strays():
            return f"there are processes that nobody knows: {stray}"
        if (mounts := _mounts()) != self._mounts:
            return f"mounts {_difference(self._mounts, mounts)}"
        if self._has_shared_box and (left := os.listdir("/box")):
            return f"/box is not empty: {', '.join(sorted(left))[:200]}"
        return None

    def _strays(self) -> list[int]:
        """Processes beyond those of the worker; a run's may take a moment to end."""
        deadline = time.monotonic() + _SECONDS_TO_END
        while True:
            found = [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) not in self._noted]
            living = [pid for pid in found if _lives(pid)]
            if not living or time.monotonic() > deadline:
                return living
            time.sleep(0.002)


def _facts(pid: int) -> Facts:
    folder = f"/proc/{pid}"
    stat = _read(f"{folder}/stat").rpartition(b")")[2].split()
    facts: Facts = {name: stat[at] for name, at in _STAT.items()}
    facts["state"] = "stopped" if stat[0] in _STOPPED else "gone" if stat[0] in _GONE else "running"
    facts["limits"] = _read(f"{folder}/limits")
    facts["status"] = b"\n".join(_STATUS.findall(_read(f"{folder}/status")))
    facts["inclination to be killed"] = _read(f"{folder}/oom_score_adj")
    facts["I/O priority"] = linux.libc.syscall(ctypes.c_long(linux.number("ioprio_get")), _IO_OF_PROCESS, pid)
    facts["working folder"] = _link(f"{folder}/cwd")
    try:
        facts["number of descriptors"] = len(os.listdir(f"{folder}/fd"))
    except PermissionError:
        facts["number of descriptors"] = 0  # bubblewrap's own are not shown
    return facts


def _count(facts: Facts) -> int:
    number = facts["number of descriptors"]
    assert isinstance(number, int)
    return number


def _mounts() -> bytes:
    """Those of the worker. The size of a shared /box follows the requests."""
    return _BOX_SIZE.sub(b"", _read("/proc/self/mountinfo"))


def _lives(pid: int) -> bool:
    try:
        return _read(f"/proc/{pid}/stat").rpartition(b")")[2].split()[0] not in _GONE
    except OSError:
        return False


def _link(path: str) -> str:
    try:
        return os.readlink(path)
    except PermissionError:
        return ""


def _read(path: str) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.read(descriptor, _LARGEST)
    finally:
        os.close(descriptor)


def _difference(before: object, now: object) -> str:
    """The first line that differs."""
    if isinstance(before, bytes) and isinstance(now, bytes):
        old, new = before.decode("utf-8", "replace").splitlines(), now.decode("utf-8", "replace").splitlines()
        pairs = [(one, other) for one, other in zip(old, new, strict=False) if one != other]
        before, now = pairs[0] if pairs else (f"{len(old)} lines", f"{len(new)} lines")
    return f"changed from '{' '.join(str(before).split())}' to '{' '.join(str(now).split())}'"
