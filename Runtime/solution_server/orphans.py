"""Reaps the orphans that end up with the first process of the namespace.

The solution's process is that first process. An ordinary init would wait for whatever the solution's children leave
behind; a Python program does not, and ended orphans would count as processes until no fork goes any more. Children that
Python made itself are left alone: somebody will ask for their exit status.
"""

import _posixsubprocess
import os
import subprocess
from collections.abc import Callable
from typing import Any

_FORKS_BETWEEN_SWEEPS = 4

_own: set[int] = set()
_seen: set[int] = set()
_forks = 0


def adopt() -> None:
    """From now on every few forks of this process wait for ended orphans."""
    os.fork = _counted(os.fork)
    os.forkpty = _counted(os.forkpty, lambda result: result[0])
    os.posix_spawn = _counted(os.posix_spawn)
    os.posix_spawnp = _counted(os.posix_spawnp)
    fork_exec = _counted(_posixsubprocess.fork_exec)
    _posixsubprocess.fork_exec = fork_exec
    subprocess._fork_exec = fork_exec  # type: ignore[attr-defined]


def _counted(original: Callable[..., Any], pid_of: Callable[[Any], int] = lambda result: result) -> Callable[..., Any]:
    def fork(*arguments: Any, **keywords: Any) -> Any:
        global _forks
        _forks += 1
        if _forks % _FORKS_BETWEEN_SWEEPS == 0:
            sweep()
        result = original(*arguments, **keywords)
        _own.add(pid_of(result))
        return result

    fork.__name__ = original.__name__
    return fork


def sweep() -> None:
    """Waits for ended processes that Python did not make and that were there at the last sweep already.

    The delay leaves a child alone that the C library made and is about to wait for (`os.system`).
    """
    global _seen
    if os.getpid() != 1:
        return
    children: set[int] = set()
    try:
        for thread in os.listdir("/proc/self/task"):
            with open(f"/proc/self/task/{thread}/children") as file:
                children.update(map(int, file.read().split()))
    except OSError:
        return
    strangers = children - _own
    for pid in strangers & _seen:
        try:
            os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            pass
    _own.intersection_update(children)
    _seen = strangers
