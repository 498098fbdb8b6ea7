# System calls with a large attack surface: all must be unknown.
# evidence: refused
import ctypes
import errno

CALLS = {
    "bpf": 321, "perf_event_open": 298, "userfaultfd": 323, "io_uring_setup": 425, "keyctl": 250, "add_key": 248,
    "kexec_load": 246, "init_module": 175, "finit_module": 313, "open_by_handle_at": 304, "name_to_handle_at": 303,
    "memfd_create": 319, "memfd_secret": 447, "kcmp": 312, "syslog": 103, "swapon": 167, "reboot": 169, "acct": 163,
    "settimeofday": 164, "sethostname": 170, "quotactl": 179, "modify_ldt": 154, "iopl": 172, "ioperm": 173,
    "fanotify_init": 300, "pidfd_getfd": 438, "seccomp": 317, "ptrace": 101, "vmsplice": 278, "mount_setattr": 442,
    "move_mount": 429, "set_mempolicy": 238, "migrate_pages": 256, "lookup_dcookie": 212, "io_setup": 206,
}  # fmt: skip


def answer(question):
    libc = ctypes.CDLL(None, use_errno=True)
    for name, number in CALLS.items():
        ctypes.set_errno(0)
        result = libc.syscall(number, 0, 0, 0, 0, 0, 0)
        if result != -1 or ctypes.get_errno() != errno.ENOSYS:
            print("ESCAPED:", name, result, ctypes.get_errno())
    print("refused")
