# Attaches to processes and reads their memory.
# evidence: refused
import ctypes


def answer(question):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.restype = ctypes.c_long
    for pid in range(0, 300):
        for request in (16, 0x4206):
            if libc.ptrace(request, pid, 0, 0) == 0:
                print("ESCAPED: ptrace", pid)
    if libc.process_vm_readv(1, None, 0, None, 0, 0) != -1:
        print("ESCAPED: process_vm_readv")
    print("refused", ctypes.get_errno())
