"""The filters of both architectures decide as the list in `Scripts/generate-seccomp-filters` says, call by call.

They are run by an interpreter of their own (`bpf.py`), so that those for arm64 are tested on x86-64, too, and the other
way round.
"""

import importlib.machinery
import importlib.util
import itertools
import unittest
from pathlib import Path
from typing import Any

import bpf
import support

ROOT = support.RUNTIME.parent
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
#: i386, 32-bit ARM, big-endian arm64, RISC-V.
OTHERS = (0x40000003, 0x40000028, 0x800000B7, 0xC00000F3)
X32 = 0x40000000
BEYOND_ALL = range(457, 700)
#: Allowed with some arguments only; tested one by one below.
OWN_PROCESS = {"prlimit64", "sched_setaffinity", "getpriority", "setpriority"}
CONDITIONAL = {"clone", "socket", "mknod", "mknodat", "ioctl", "personality", "fcntl", "prctl", *OWN_PROCESS}
ANYTHING = ((), (1,) * 6, (0xFFFFFFFFFFFFFFFF,) * 6, (0x10000000, 0x10000000, 0o060000, 0, 0, 0))


def script() -> Any:
    loader = importlib.machinery.SourceFileLoader("generator", str(ROOT / "Scripts" / "generate-seccomp-filters"))
    spec = importlib.util.spec_from_loader("generator", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def numbers(architecture: str) -> dict[str, int]:
    """Name → number."""
    found = {}
    number = 0
    for line in (Path(__file__).parent / "data" / f"syscalls-{architecture}.txt").read_text().splitlines()[1:]:
        names = line.split()
        if names[0].endswith(":"):
            number = int(names.pop(0)[:-1])
        for name in names:
            found[name] = number
            number += 1
    return found


class FilterTest(unittest.TestCase):
    def setUp(self) -> None:
        self.list = script()
        lines = (line.partition("#")[0] for line in self.list.ALLOWED.splitlines())
        self.allowed = set(itertools.chain.from_iterable(line.split() for line in lines))

    def filters(self) -> Any:
        """(architecture, its token, whether with IPv4 and IPv6, decide(name, *arguments), filter)"""
        for architecture, token in ARCHITECTURES.items():
            known = numbers(architecture)
            for kind in ("network", "isolated"):
                path = support.RUNTIME / "jail" / "filters" / f"{architecture}-{kind}.bpf"
                filter = bpf.program(path.read_bytes())

                def decide(name: str, *arguments: int, run: Any = (filter, token), known: Any = known) -> int:
                    return bpf.verdict(*run, known[name], arguments)

                with self.subTest(architecture=architecture, kind=kind):
                    yield architecture, token, kind == "network", decide, filter

    def test_every_call_is_decided_by_the_list(self) -> None:
        for architecture, token, _, decide, _ in self.filters():
            wrong = [
                name
                for name in numbers(architecture)
                if name not in CONDITIONAL
                for arguments in ANYTHING
                if decide(name, *arguments) != (bpf.ALLOW if name in self.allowed else bpf.ENOSYS)
            ]
            self.assertEqual(wrong, [])

    def test_no_name_of_the_list_is_a_slip(self) -> None:
        everywhere = set(numbers("x86_64")) | set(numbers("aarch64"))
        self.assertEqual(self.allowed - everywhere, set())

    def test_what_must_never_be_allowed(self) -> None:
        forbidden = """ptrace process_vm_readv process_vm_writev bpf perf_event_open userfaultfd keyctl add_key
            request_key io_uring_setup io_uring_enter io_uring_register mount umount2 move_mount open_tree fsopen
            fsmount pivot_root chroot setns unshare clone3 memfd_create memfd_secret shmget msgget semget mq_open
            name_to_handle_at
            open_by_handle_at kcmp syslog reboot kexec_load init_module finit_module delete_module swapon
            clock_settime settimeofday sethostname quotactl acct pidfd_getfd process_madvise seccomp ioprio_set
            ioprio_get sched_setattr sched_setparam sched_setscheduler migrate_pages move_pages get_robust_list tkill
            rt_sigqueueinfo rt_tgsigqueueinfo process_mrelease""".split()
        for _, _, _, decide, _ in self.filters():
            self.assertEqual([name for name in forbidden if decide(name) != bpf.ENOSYS], [])

    def test_numbers_without_a_call(self) -> None:
        for architecture, token, _, _, filter in self.filters():
            taken = set(numbers(architecture).values())
            for number in {*range(700), *BEYOND_ALL, 0x3FFFFFFF} - taken:
                self.assertEqual(bpf.verdict(filter, token, number), bpf.ENOSYS, number)

    def test_another_architecture_is_killed(self) -> None:
        for architecture, token, _, _, filter in self.filters():
            for other in {*OTHERS, *ARCHITECTURES.values(), 0} - {token}:
                for number in range(460):
                    self.assertEqual(bpf.verdict(filter, other, number), bpf.KILL_PROCESS)

    def test_the_x32_calls_are_killed(self) -> None:
        for architecture, token, _, _, filter in self.filters():
            for number in (*range(600), 0x3FFFFFFE) if architecture == "x86_64" else ():
                self.assertEqual(bpf.verdict(filter, token, X32 + number), bpf.KILL_PROCESS)

    def test_no_negative_number_is_allowed(self) -> None:
        for _, token, _, _, filter in self.filters():
            for number in (0xFFFFFFFF, 0xFFFFFFFE, 0x80000000):
                self.assertNotEqual(bpf.verdict(filter, token, number), bpf.ALLOW)

    def test_clone_makes_no_namespaces(self) -> None:
        threads, fork = 0x003D0F00, 0x01200011
        for _, _, _, decide, _ in self.filters():
            for flags in (threads, fork, 17, 0):
                self.assertEqual(decide("clone", flags), bpf.ALLOW, hex(flags))
            for new in (0x80, 0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000):
                self.assertEqual(decide("clone", new | 17), bpf.ENOSYS, hex(new))
                self.assertEqual(decide("clone", new | threads), bpf.ENOSYS, hex(new))

    def test_no_child_is_given_to_the_parent(self) -> None:
        for _, _, _, decide, _ in self.filters():
            self.assertEqual(decide("clone", 0x8000 | 17), bpf.ENOSYS)

    def test_limits_priority_and_processors_are_those_of_the_caller(self) -> None:
        for _, _, _, decide, _ in self.filters():
            self.assertEqual(set(self.list.OWN_PROCESS), OWN_PROCESS)
            for name, zeros in self.list.OWN_PROCESS.items():
                for high in (0, 1 << 32):  # the kernel reads 32 bits
                    for number in (1, 2, 300, 0xFFFFFFFF):
                        for at in zeros:
                            arguments = [high | number if one == at else high for one in range(4)]
                            self.assertEqual(decide(name, *arguments), bpf.ENOSYS, (name, arguments))
                self.assertEqual(decide(name, 0, 0, 7, 7), bpf.ALLOW if max(zeros) < 2 else bpf.ENOSYS, name)
            self.assertEqual(decide("prlimit64", 0, 7, 1, 1), bpf.ALLOW)

    def test_nobody_is_named_to_be_signalled_or_to_trace(self) -> None:
        f_setown, f_setown_ex, pr_sched_core, pr_set_ptracer = 8, 15, 62, 0x59616D61
        for _, _, _, decide, _ in self.filters():
            allowed = [command for command in range(2048) if decide("fcntl", 3, command) == bpf.ALLOW]
            self.assertEqual(allowed, [*range(8), 9, 10, 11, 16, 36, 37, 38, *range(1024, 1040)])
            allowed = [option for option in range(2048) if decide("prctl", option) == bpf.ALLOW]
            self.assertEqual(allowed, list(range(62)))
            self.assertEqual(decide("prctl", 0x53564D41), bpf.ALLOW)
            for high in (0, 1 << 32):
                self.assertEqual({decide("fcntl", 3, high | one) for one in (f_setown, f_setown_ex)}, {bpf.ENOSYS})
                self.assertEqual({decide("prctl", high | one) for one in (pr_sched_core, pr_set_ptracer)}, {bpf.ENOSYS})

    def test_families_of_sockets(self) -> None:
        for _, _, with_network, decide, _ in self.filters():
            allowed = {1, 2, 10} if with_network else {1}
            for family in range(64):
                self.assertEqual(decide("socket", family, 1), bpf.ALLOW if family in allowed else bpf.ENOSYS, family)
            self.assertEqual(decide("socket", 1 << 32 | 16), bpf.ENOSYS)

    def test_kinds_of_files(self) -> None:
        for architecture, _, _, decide, _ in self.filters():
            for kind in range(0, 0o200000, 0o010000):
                expected = bpf.ALLOW if kind in (0o010000, 0o100000, 0o140000) else bpf.ENOSYS
                self.assertEqual(decide("mknodat", 3, 0, kind | 0o644), expected, oct(kind))
                if architecture == "x86_64":
                    self.assertEqual(decide("mknod", 0, kind | 0o644), expected, oct(kind))

    def test_device_controls(self) -> None:
        tiocsti, tioclinux, siocsifflags = 0x5412, 0x541C, 0x8914
        for _, _, _, decide, _ in self.filters():
            for request in self.list.IOCTLS:
                self.assertEqual(decide("ioctl", 0, request), bpf.ALLOW, hex(request))
            for request in {*range(0x5400, 0x5480), *range(0x8900, 0x8A00)} - set(self.list.IOCTLS):
                self.assertEqual(decide("ioctl", 0, request), bpf.ENOSYS, hex(request))
            # The kernel reads 32 bits of it, so what is above must not hide a forbidden one.
            for request in (tiocsti, tioclinux, siocsifflags):
                self.assertEqual(decide("ioctl", 0, 1 << 32 | request), bpf.ENOSYS, hex(request))

    def test_personalities(self) -> None:
        for _, _, _, decide, _ in self.filters():
            for persona in (0, 8, 0xFFFFFFFF):
                self.assertEqual(decide("personality", persona), bpf.ALLOW)
            for persona in (1, 0x40000, 0x400000, 0x20008):
                self.assertEqual(decide("personality", persona), bpf.ENOSYS)


class InterpreterTest(unittest.TestCase):
    def test_a_filter_that_the_kernel_would_refuse(self) -> None:
        returns = bytes.fromhex("0600000000000080")
        jumps_out, loads_beyond = bytes.fromhex("1500010000000000"), bytes.fromhex("2000000040000000")
        unknown = bytes.fromhex("6000000000000000")
        for bad in (b"", returns[:-1], jumps_out + returns, loads_beyond + returns, unknown + returns, loads_beyond):
            with self.subTest(bad), self.assertRaises(ValueError):
                bpf.program(bad)
        self.assertEqual(bpf.verdict(bpf.program(returns), 0, 0), bpf.KILL_PROCESS)
