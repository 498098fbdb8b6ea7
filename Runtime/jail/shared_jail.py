"""Level 2: the runs of a worker share its namespaces, one after the other, and the zygote cleans up between them."""

import contextlib
import os
import signal
import stat
import time

from jail import filesystem, landlock, linux, monitor

_BOX = "/box"
#: The first Landlock that keeps a process from signalling others.
_NEEDED_LANDLOCK = 6
_SECONDS_TO_END_ALL = 5.0


def prepare() -> None:
    """Once in a zygote's life. Raises OSError where the kernel lacks what separates solution and tester here."""
    if landlock.abi() < _NEEDED_LANDLOCK:
        raise OSError(f"without nested user namespaces the sandbox needs Landlock ABI {_NEEDED_LANDLOCK}, Linux 6.12")
    linux.prctl(linux.PR_SET_CHILD_SUBREAPER, 1, "subreaper")


def make_box() -> None:
    """Before a run. What is there can only come from a tester that outlived the last one."""
    empty_box()
    filesystem.make_folders(_BOX)


def empty_box() -> None:
    """After a run: a full box could not be made smaller for the next.

    Folders may be closed to their owner, and nested deeper than a recursion or a path may be. So the content of each is
    opened up and moved to the top, until there is none left.
    """
    while names := os.listdir(_BOX):
        for name in names:
            with contextlib.suppress(FileNotFoundError):  # a tester that has not ended yet may remove things, too
                path = f"{_BOX}/{name}"
                if not _opened_up(path):
                    os.unlink(path)
                    continue
                for inner in os.listdir(path):
                    if _opened_up(f"{path}/{inner}"):
                        os.rename(f"{path}/{inner}", f"{_BOX}/{os.urandom(8).hex()}")
                    else:
                        os.unlink(f"{path}/{inner}")
                os.rmdir(path)


def _opened_up(path: str) -> bool:
    """Whether it is a folder, no link to one; its owner may do everything in it from now on."""
    if not stat.S_ISDIR(os.lstat(path).st_mode):
        return False
    os.chmod(path, 0o700)
    return True


def processes(others: set[int]) -> list[int]:
    """Everything below the zygote but the tester and the zygote's branches, which are `others`.

    That is the solution, and orphans that came to the zygote.
    """
    spared = {os.getpid()}.union(*(monitor.tree(other) for other in others))
    return [pid for pid in monitor.tree(os.getpid()) if pid not in spared]


def look(solution: int, others: set[int]) -> list[int]:
    """`processes`, after orphans that have ended were waited for: they count against the limit until then."""
    found = processes(others)
    for pid in found:
        if pid != solution:
            try:
                os.waitpid(pid, os.WNOHANG)
            except ChildProcessError:
                pass  # not an orphan: its own parent waits for it
    return found


def end_all(others: set[int]) -> None:
    """Kills whatever the solution has left. A fork bomb is outrun by stopping before killing."""
    deadline = time.monotonic() + _SECONDS_TO_END_ALL
    while left := processes(others):
        for action in (signal.SIGSTOP, signal.SIGKILL):
            for pid in left:
                try:
                    os.kill(pid, action)
                except ProcessLookupError:
                    pass
        for pid in left:
            try:
                os.waitpid(pid, os.WNOHANG)
            except ChildProcessError:
                pass
        if time.monotonic() > deadline:
            os._exit(1)  # the supervisor starts another zygote; this one's end takes all its children along
        time.sleep(0.001)
