# Lowers the limits, the priority and the processors of every other process, its own user's at once among them.
# evidence: own limit lowered
# evidence: tried
import ctypes
import os
import platform
import resource
import struct

NUMBERS = {"x86_64": (302, 203, 141, 251), "aarch64": (261, 122, 140, 30)}


def answer(question):
    libc = ctypes.CDLL(None)
    prlimit, set_affinity, set_priority, set_io_priority = NUMBERS[platform.machine()]
    resource.setrlimit(resource.RLIMIT_NOFILE, (100, 100))
    if resource.getrlimit(resource.RLIMIT_NOFILE) == (100, 100):
        print("own limit lowered")
    for pid in range(1, 200):
        if pid == os.getpid():
            continue
        calls = [(prlimit, pid, kind, struct.pack("QQ", 1, 1), None) for kind in range(16)]
        calls += [(set_affinity, pid, 8, b"\x01" + bytes(7)), (set_io_priority, 1, pid, 0x6007)]
        calls += [(set_priority, 0, pid, 19), (set_priority, 1, pid, 19)]
        for call in calls:
            if libc.syscall(*call) == 0:
                print("ESCAPED:", call[:3])
    for which, who in ((2, 0), (2, os.getuid()), (1, 0)):
        if libc.syscall(set_priority, which, who, 19) == 0:
            print("ESCAPED: priority of everybody", which, who)
    print("tried")
