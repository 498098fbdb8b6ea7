"""No call that can name another process does anything to it: each call of the filter's list is tried, in a real jail.

At level 2 the solution has the user and the process numbers of its worker, so that nothing but the filter and Landlock
stands between. A call that is new on the list fails the first test until it has been put into one of the two groups.
"""

import json
import unittest
from typing import Any

import support
from processes import descendants, facts, is_alive
from test_filters import CONDITIONAL, numbers, script

#: Allowed calls that cannot name a process at all.
NAME_NONE = set(
    """access chdir chmod chown close close_range copy_file_range creat dup dup2 dup3 faccessat faccessat2 fadvise64
    fallocate fchdir fchmod fchmodat fchmodat2 fchown fchownat fdatasync fgetxattr flistxattr flock fstat fstatfs
    fsync ftruncate getcwd getdents getdents64 getxattr lchown lgetxattr link linkat listxattr llistxattr lseek lstat
    mkdir mkdirat newfstatat pread64 preadv preadv2 pwrite64 pwritev pwritev2 read readahead mknod mknodat
    readlink readlinkat readv rename renameat renameat2 rmdir sendfile splice stat statfs statx symlink symlinkat
    sync_file_range tee truncate umask unlink unlinkat utime utimensat utimes write writev
    inotify_add_watch inotify_init inotify_init1 inotify_rm_watch
    epoll_create epoll_create1 epoll_ctl epoll_pwait epoll_pwait2 epoll_wait eventfd eventfd2 pause pipe pipe2 poll
    ppoll pselect6 select signalfd signalfd4
    brk madvise membarrier mincore mlock mlock2 mlockall mmap mprotect mremap msync munlock munlockall munmap
    alarm arch_prctl execve execveat exit exit_group fork vfork getcpu getegid geteuid getgid getgroups getpgrp
    getpid getppid getresgid getresuid getrusage gettid getuid personality restart_syscall rseq
    rt_sigaction rt_sigpending rt_sigprocmask rt_sigreturn rt_sigsuspend rt_sigtimedwait sched_get_priority_max
    sched_get_priority_min sched_yield set_robust_list set_tid_address setfsgid setfsuid setgid setgroups setregid
    setresgid setresuid setreuid setrlimit getrlimit setsid setuid sigaltstack
    clock_getres getitimer getrandom gettimeofday nanosleep setitimer sysinfo time
    timer_delete timer_getoverrun timer_gettime timer_settime timerfd_create timerfd_gettime timerfd_settime times uname
    accept accept4 bind connect getpeername getsockname getsockopt listen recvfrom recvmmsg recvmsg setsockopt shutdown
    socket socketpair landlock_create_ruleset landlock_add_rule landlock_restrict_self""".split()
)

P, UID, BUFFER, SOCKET, OWN = "P", "UID", "BUFFER", "SOCKET", "OWN"
SMALL_LIMIT, ONE_PROCESSOR, THREAD_SIGNAL = "SMALL_LIMIT", "ONE_PROCESSOR", "THREAD_SIGNAL"

#: Call → arguments to try. Each must fail, whatever process P is.
MUST_FAIL: dict[str, list[tuple[Any, ...]]] = {
    "prlimit64": [(P, kind, SMALL_LIMIT, 0) for kind in range(16)],
    "sched_setaffinity": [(P, 8, ONE_PROCESSOR)],
    "setpriority": [(0, P, 19), (1, P, 19), (2, UID, 19), (2, 0, 19)],
    "getpriority": [(0, P), (2, 0)],
    "kill": [(P, 9), (("-", ("+", P)), 9)],
    "tgkill": [(P, P, 9), (("-", 1), P, 9)],
    "fcntl": [(SOCKET, 8, P), (SOCKET, 8, ("-", P)), (SOCKET, 15, ("WORDS", 1, P)), (SOCKET, 15, ("WORDS", 0, P))],
    "ioctl": [(SOCKET, 0x8901, ("WORDS", P)), (SOCKET, 0x8902, ("WORDS", P)), (0, 0x5410, ("WORDS", P))],
    "prctl": [(0x59616D61, P), (62, 2, P, 0, 0), (62, 1, P, 0, 0)],
    "setpgid": [(P, P), (P, 0), (P, OWN)],
    "wait4": [(P, BUFFER, 1, 0)],
    "waitid": [(1, P, BUFFER, 5, 0)],
    "timer_create": [(0, THREAD_SIGNAL, BUFFER)],
    "clone": [(0x8000 | 17, 0, 0, 0, 0)],
}
#: They may succeed: they read, or what they give can do nothing. The comparison of the worker says that nothing changed.
MAY_SUCCEED: dict[str, list[tuple[Any, ...]]] = {
    "getpgid": [(P,)],
    "getsid": [(P,)],
    "sched_getaffinity": [(P, 128, BUFFER)],
    "sched_getattr": [(P, BUFFER, 48, 0)],
    "sched_getparam": [(P, BUFFER)],
    "sched_getscheduler": [(P,)],
    "capget": [(("WORDS", 0x20080522, P), BUFFER)],
    "clock_gettime": [(("CLOCK", P), BUFFER)],
    "clock_nanosleep": [],
    "futex": [(("WORDS", P), 6 | 128, 0, ("WORDS", 0, 0, 1, 0), 0, 0), (("WORDS", P), 8 | 128, 0, 0, 0, 0)],
    "futex_waitv": [],
    "pidfd_open": [],
    "pidfd_send_signal": [],
    "sendto": [],
    "sendmsg": [],
    "sendmmsg": [],
    "open": [],
    "openat": [],
    "openat2": [],
}
#: Not on the list.
FORBIDDEN: dict[str, list[tuple[Any, ...]]] = {
    "ioprio_set": [(1, P, 0x6007), (3, UID, 0x6007)],
    "ioprio_get": [(1, P)],
    "sched_setscheduler": [(P, 3, BUFFER)],
    "sched_setparam": [(P, BUFFER)],
    "sched_setattr": [(P, BUFFER, 0)],
    "migrate_pages": [(P, 8, BUFFER, BUFFER)],
    "move_pages": [(P, 0, 0, 0, 0, 0)],
    "get_robust_list": [(P, BUFFER, BUFFER)],
    "tkill": [(P, 9)],
    "rt_sigqueueinfo": [(P, 9, BUFFER)],
    "rt_tgsigqueueinfo": [(P, P, 9, BUFFER)],
    "ptrace": [(16, P, 0, 0), (0x4206, P, 0, 0)],
    "process_vm_readv": [(P, BUFFER, 1, BUFFER, 1, 0)],
    "process_vm_writev": [(P, BUFFER, 1, BUFFER, 1, 0)],
    "kcmp": [(P, P, 0, 0, 0)],
    "process_madvise": [(3, BUFFER, 1, 4, 0)],
    "process_mrelease": [(3, 0)],
    "pidfd_getfd": [(3, 0, 0)],
    "setns": [(3, 0)],
    "perf_event_open": [(BUFFER, P, -1, -1, 0)],
}

SOLUTION = r'''
import ctypes, os, socket, struct

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
mine = socket.socketpair()
kept = []


def at(data):
    kept.append(ctypes.create_string_buffer(data, max(len(data), 256)))
    return ctypes.addressof(kept[-1])


def argument(what, process):
    if isinstance(what, list):
        kind, *rest = what
        rest = [argument(one, process) for one in rest]
        if kind == "-":
            return -rest[0]
        if kind == "+":
            return max(rest[0], 2)  # -1 is everybody, which is nobody here, and no failure
        if kind == "CLOCK":
            return ~rest[0] << 3 | 2
        return at(struct.pack(f"{len(rest)}i", *rest))
    fixed = {
        "P": lambda: process, "UID": os.getuid, "OWN": os.getpgrp, "BUFFER": lambda: at(b""),
        "SOCKET": mine[0].fileno, "SMALL_LIMIT": lambda: at(struct.pack("QQ", 1, 1)),
        "ONE_PROCESSOR": lambda: at(b"\x01" + bytes(127)),
        "THREAD_SIGNAL": lambda: at(struct.pack("qiii", 0, 10, 4, process)),
    }
    return fixed[what]() if what in fixed else what


def call(number, process, arguments):
    kept.clear()
    given = [ctypes.c_long(argument(one, process)) for one in arguments]
    return libc.syscall(ctypes.c_long(number), *given)


def others(most):
    """Every process number, the first threads of the worker's processes among them; not this one's."""
    return [process for process in range(1, most) if process != os.getpid()]


def succeeded(number, attempts, most):
    """The attempts that did not fail."""
    found = []
    for process in others(most):
        for arguments in attempts:
            try:
                result = call(number, process, arguments)
            except OverflowError:
                continue
            if result >= 0:
                found.append([process, arguments, result])
    return found


def by_handle(numbers, most):
    """What a handle of another process can be used for."""
    found = []
    for process in others(most):
        handle = libc.syscall(numbers["pidfd_open"], process, 0)
        if handle < 0:
            continue
        for name, arguments in (
            ("pidfd_send_signal", (9, 0, 0)), ("pidfd_getfd", (0, 0)), ("setns", (0x20000,)),
            ("process_madvise", (at(b""), 1, 4, 0)), ("process_mrelease", (0,)),
        ):
            if libc.syscall(numbers[name], handle, *arguments) >= 0:
                found.append([process, name])
        os.close(handle)
    return found


def by_message(most):
    """Whether a message can be sent in the name of another."""
    found = []
    for process in others(most):
        credentials = struct.pack("3i", process, os.getuid(), os.getgid())
        try:
            mine[0].sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_CREDENTIALS, credentials)])
            found.append(process)
        except OSError:
            pass
    return found


def by_file(most):
    """Whether a file of /proc about another can be opened for writing, or one that tells secrets for reading."""
    found = []
    for process in others(most):
        for name, flags in (
            ("oom_score_adj", 1), ("autogroup", 1), ("timerslack_ns", 1), ("coredump_filter", 1), ("clear_refs", 1),
            ("comm", 1), ("uid_map", 1), ("setgroups", 1), ("sched", 1), ("attr/current", 1), ("loginuid", 1),
            ("mem", 0), ("mem", 2), ("environ", 0), ("maps", 0), ("fd/0", 0), ("fd/3", 2), ("ns/mnt", 0), ("limits", 1),
        ):
            try:
                os.close(os.open(f"/proc/{process}/{name}", flags))
                found.append([process, name])
            except OSError:
                pass
    return found


def own():
    """Positive control: the same calls work on the caller itself and on its child."""
    import resource, signal
    resource.setrlimit(resource.RLIMIT_NOFILE, (100, 100))
    child = os.fork()
    if child == 0:
        os.nice(3)
        os.setpgid(0, 0)
        signal.pause()
        os._exit(0)
    try:
        os.setpgid(child, child)
    except PermissionError:
        pass
    os.killpg(os.getpgid(child), 9)
    return [
        os.waitpid(child, 0)[1], resource.getrlimit(resource.RLIMIT_NOFILE)[0], len(os.sched_getaffinity(0)) > 0,
        os.sched_setaffinity(0, os.sched_getaffinity(0)), os.nice(1) == os.getpriority(os.PRIO_PROCESS, 0),
    ]
'''

CHECK = """
import json
from harness import solution

CALLS, NUMBERS, MOST = json.loads(r'''%s''')


def test_nothing_succeeds():
    found = {name: solution.succeeded(number, attempts, MOST) for name, number, attempts in CALLS}
    assert not any(found.values()), {name: one for name, one in found.items() if one}


def test_handles_messages_and_files():
    found = [solution.by_handle(NUMBERS, MOST), solution.by_message(MOST), solution.by_file(MOST)]
    assert found == [[], [], []], found


def test_own():
    assert solution.own() == [9, 100, True, None, True]
"""


class OtherProcessesTest(unittest.TestCase):
    def test_every_allowed_call_is_in_a_group(self) -> None:
        lines = (line.partition("#")[0].split() for line in script().ALLOWED.splitlines())
        allowed = {name for line in lines for name in line} | CONDITIONAL
        groups = (NAME_NONE, set(MUST_FAIL), set(MAY_SUCCEED))
        self.assertEqual(set().union(*groups), allowed)
        self.assertEqual(sum(map(len, groups)), len(allowed))
        self.assertEqual(allowed & set(FORBIDDEN), set())

    def test_nothing_can_be_done_to_another_process(self) -> None:
        for level in (3, 2):
            worker = support.Worker(level=level)
            self.addCleanup(worker.close)
            family = [pid for pid in descendants(worker.process.pid) if is_alive(pid)]
            before = {pid: facts(pid) for pid in family}
            with self.subTest(level):
                result = worker.run(
                    solution=SOLUTION,
                    stopsAtFunctionalFailure=False,
                    checks=[{"kind": "functional", "path": "f.py", "source": self.check(most=60)}],
                )
                found = [(check["name"], check["status"], check["message"]) for check in result["checks"]]
                self.assertEqual([one[1] for one in found], ["passed"] * 4, found)
                self.assertEqual(result["ending"], "completed")
                self.assertEqual({pid: facts(pid) for pid in family}, before)

    @staticmethod
    def check(most: int) -> str:
        known = numbers(support.ARCHITECTURE)
        calls = [
            (name, known[name], attempts)
            for group in (MUST_FAIL, FORBIDDEN)
            for name, attempts in group.items()
            if name in known
        ]
        reading = [(name, known[name], attempts) for name, attempts in MAY_SUCCEED.items() if attempts]
        text = CHECK % json.dumps([calls, known, most])
        tried = json.dumps(reading)
        return text + (
            "\n\ndef test_reading():\n"
            f"    for name, number, attempts in json.loads(r'''{tried}'''):\n"
            "        solution.succeeded(number, attempts, MOST)\n"
        )


if __name__ == "__main__":
    unittest.main()
