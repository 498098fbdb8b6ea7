# Joins the namespaces of another process.
# evidence: refused
import ctypes
import glob
import os


def answer(question):
    libc = ctypes.CDLL(None, use_errno=True)
    for path in glob.glob("/proc/*/ns/*"):
        try:
            descriptor = os.open(path, os.O_RDONLY)
        except OSError:
            continue
        if libc.setns(descriptor, 0) == 0:
            print("ESCAPED:", path)
        os.close(descriptor)
    print("refused")
