# Asks for other identities and capabilities.
# evidence: refused
import ctypes
import os


def answer(question):
    libc = ctypes.CDLL(None, use_errno=True)
    for change in (lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.setgroups([0]), lambda: os.seteuid(0)):
        try:
            change()
            print("ESCAPED: identity")
        except OSError:
            pass
    if libc.capset(b"\x22\x05\x08\x20" + bytes(4), b"\xff" * 24) == 0:
        print("ESCAPED: capset")
    status = open("/proc/self/status").read()
    for line in status.splitlines():
        if line.startswith("Cap") and int(line.split()[1], 16):
            print("ESCAPED:", line)
        if line.startswith("NoNewPrivs") and line.split()[1] != "1":
            print("ESCAPED:", line)
    print("refused")
