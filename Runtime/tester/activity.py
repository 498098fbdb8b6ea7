"""What the solution has left running, in threads or in processes that nobody waits for.

An effect may come later than the call that causes it. So after an attack the tester waits until only the solution's main
thread is left, but never long: many right programs keep a thread for good.
"""

import os
import time

_LONGEST_WAIT = 0.8
#: Of all waits of a run together.
_MOST_WAITS = 2.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.001, 0.02
#: Links of /proc/PID/task besides those of the threads.
_OWN_LINKS = 2


class Activity:
    """Looks at the solution's process, `pid` as this process sees it, and at all that it has started."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._threads = os.open(f"/proc/{pid}/task", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        self._children = [_children_of(pid)]
        if not _has_namespace(pid):
            # Whoever outlives its parent comes to the parent of solution and tester.
            self._children.append(_children_of(os.getppid()))
        #: Tasks of others, at level 2.
        self._others: set[int] = set()
        self._others = {pid, os.getpid(), *self._tasks()}
        #: Tasks that are not waited for: those of others, and those that outlasted a wait.
        self._lasting = set(self._others)
        self._left = _MOST_WAITS

    def wait(self) -> None:
        """Returns when nothing is running any more that was not there before, or after a bounded time."""
        if self._is_alone() or self._left <= 0:
            return
        started = time.monotonic()
        pause = _FIRST_PAUSE
        longest = min(_LONGEST_WAIT, self._left)
        while waited_for := self._tasks() - self._lasting:
            if time.monotonic() - started > longest:
                self._lasting |= waited_for
                break
            time.sleep(pause)
            pause = min(pause * 1.5, _LONGEST_PAUSE)
        self._left -= time.monotonic() - started

    def forget_lasting(self) -> None:
        """Has the next wait wait for everything: at the end of a run, when a thread has had time to do its work."""
        self._lasting = set(self._others)
        self._left = max(self._left, _LONGEST_WAIT)

    def _is_alone(self) -> bool:
        """Quickly, as it is asked after every attack: one thread, and no children but known ones."""
        try:
            if os.fstat(self._threads).st_nlink > _OWN_LINKS + 1:
                return False
            return all({*map(int, os.pread(one, 1 << 16, 0).split())} <= self._lasting for one in self._children)
        except OSError:
            return True  # the solution's process has ended, and what it started with it, or is no longer its own

    def _tasks(self) -> set[int]:
        """Threads and processes that are there; ended ones that nobody has waited for do not count."""
        found: set[int] = set()
        waiting = [self._pid]
        try:
            if len(self._children) > 1:
                others = {*map(int, os.pread(self._children[1], 1 << 16, 0).split())}
                waiting += others - {os.getpid(), self._pid} - self._others
        except OSError:
            pass
        while waiting:
            pid = waiting.pop()
            try:
                if pid != self._pid and _has_ended(pid):
                    continue
                for thread in os.listdir(f"/proc/{pid}/task"):
                    found.add(int(thread))
                    with open(f"/proc/{pid}/task/{thread}/children", "rb", buffering=0) as file:
                        waiting += map(int, file.read().split())
            except OSError:
                continue
        return found


def _children_of(pid: int) -> int:
    return os.open(f"/proc/{pid}/task/{pid}/children", os.O_RDONLY | os.O_CLOEXEC)


def _has_namespace(pid: int) -> bool:
    """Whether the process has a pid of its own besides the one that is seen from here."""
    with open(f"/proc/{pid}/status") as file:
        return any(line.startswith("NSpid:") and len(line.split()) > 2 for line in file)


def _has_ended(pid: int) -> bool:
    with open(f"/proc/{pid}/stat", "rb", buffering=0) as file:
        return file.read().rpartition(b")")[2].split()[0] in (b"Z", b"X")
