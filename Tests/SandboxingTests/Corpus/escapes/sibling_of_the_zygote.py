# Starts a process that its own parent knows nothing of, a child of the process that made this one.
# level: 2
# evidence: control forked
import ctypes
import os
import platform


def answer(question):
    libc = ctypes.CDLL(None)
    clone = {"x86_64": 56, "aarch64": 220}[platform.machine()]
    child = libc.syscall(clone, 17, 0, 0, 0, 0)
    if child == 0:
        os._exit(0)
    if os.waitpid(child, 0)[0] == child:
        print("control forked")
    parent = os.getpid()
    stray = libc.syscall(clone, 0x8000 | 17, 0, 0, 0, 0)
    if stray == 0:
        if os.getppid() != parent:
            print("ESCAPED: a child of", os.getppid(), flush=True)
        os._exit(0)
