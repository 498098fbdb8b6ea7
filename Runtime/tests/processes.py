"""Processes of the machine, as the tests see them from outside of a worker."""

import os
from pathlib import Path


def descendants(root: int) -> list[int]:
    """A process and all below it."""
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        try:
            with open(f"/proc/{pid}/task/{pid}/children") as file:
                waiting += [int(child) for child in file.read().split()]
        except OSError:
            continue
    return found


def facts(pid: int) -> tuple[str, int, set[int], str]:
    """What another process can change about it: limits, priority, processors, inclination to be killed."""
    folder = Path(f"/proc/{pid}")
    nice = int((folder / "stat").read_text().rpartition(")")[2].split()[16])
    return (folder / "limits").read_text(), nice, os.sched_getaffinity(pid), (folder / "oom_score_adj").read_text()


def named(root: int, module: str) -> int:
    """The process below `root` that runs a module of the runtime, bubblewrap itself left out."""
    for pid in descendants(root):
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        if module.encode() in command and b"bwrap" not in command[0]:
            return pid
    raise LookupError(module)


def is_alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
