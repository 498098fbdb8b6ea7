# Mounts, unmounts, pivots.
# evidence: refused
import ctypes


def answer(question):
    libc = ctypes.CDLL(None, use_errno=True)
    tries = {
        "mount": lambda: libc.mount(b"none", b"/tmp", b"tmpfs", 0, None),
        "bind": lambda: libc.mount(b"/", b"/tmp", None, 4096, None),
        "proc": lambda: libc.mount(b"proc", b"/tmp", b"proc", 0, None),
        "umount": lambda: libc.umount2(b"/tmp", 2),
        "pivot_root": lambda: libc.syscall(155, b"/tmp", b"/tmp"),
        "chroot": lambda: libc.chroot(b"/tmp"),
        "open_tree": lambda: 0 if libc.syscall(428, -100, b"/", 1) >= 0 else -1,
        "fsopen": lambda: 0 if libc.syscall(430, b"tmpfs", 0) >= 0 else -1,
    }
    for name, trial in tries.items():
        if trial() == 0:
            print("ESCAPED:", name)
    print("refused")
