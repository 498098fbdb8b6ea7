"""Keeps modules imported and forks the two processes of every run. Never sees a check or a solution itself."""

import gc
import importlib
import json
import os
import resource
import signal
import socket
import sys

from jail import linux, monitor, patience, seccomp, shared_jail, solution_process
from jail.errands import Errands
from jail.preload import BARE, modules_for
from jail.settings import Limits
from jail.solution_process import Descriptors, Zygote
from tester import main as tester

NESTING_REFUSED = 33
#: Asks for the modules of the profile. Until then there are only those without which nothing runs.
LOAD = b"load"
_TESTER_CPU_SECONDS = 60
_TESTER_MEMORY = 1 << 30


def main() -> None:
    """`python3 -m jail.zygote PROFILE LEVEL ERRANDS`, with the supervisor's socket as descriptor 3.

    ERRANDS is the descriptor through which a run's network is opened from outside, or -1.
    """
    linux.die_with_parent()
    supervisor = socket.socket(fileno=3)
    supervisor.set_inheritable(False)
    profile = modules_for(sys.argv[1])
    _load(BARE)
    zygote = Zygote(
        uid=os.getuid(),
        gid=os.getgid(),
        null=os.open("/dev/null", os.O_RDWR | os.O_CLOEXEC),
        filter_with_network=seccomp.load_filter(with_network=True),
        level=int(sys.argv[2]),
        network=Errands(int(sys.argv[3])) if sys.argv[3] != "-1" else None,
    )
    if zygote.level == 3 and not solution_process.can_nest(zygote):
        sys.exit(NESTING_REFUSED)
    if zygote.level == 2:
        shared_jail.prepare()
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
    supervisor.send(b'{"ready": true}')
    while True:
        message, descriptors, _, _ = socket.recv_fds(supervisor, 1 << 16, 8)
        if not message:
            os._exit(0)
        if message == LOAD:
            _load(profile)
            continue
        _reap()
        _run(Limits(**json.loads(message)), descriptors, zygote)


def _load(modules: list[str]) -> None:
    """Imports modules, and keeps the garbage collector from touching what runs will share."""
    gc.enable()
    for name in modules:
        importlib.import_module(name)
    if len(os.listdir("/proc/self/task")) != 1:
        sys.exit("a preloaded module has started a thread, and a process with threads cannot be forked safely")
    gc.collect()
    gc.freeze()
    gc.disable()


def _run(limits: Limits, descriptors: list[int], zygote: Zygote) -> None:
    """One run.

    The descriptors: the tester's channel, hand-over and verdict; the solution's channel, hand-over and output; status.
    """
    test_channel, test_handover, verdict, channel, handover, output, status_descriptor = descriptors
    if zygote.level == 2:
        shared_jail.make_box()
    tester_pid = os.fork()
    if tester_pid == 0:
        _become_tester(test_channel, verdict, test_handover, zygote.null)
    for descriptor in (test_channel, test_handover, verdict):
        os.close(descriptor)  # the solution must not keep the tester's ends open
    with socket.socket(fileno=status_descriptor) as status:
        given = Descriptors(channel, output, handover, status_descriptor)
        try:
            pid = solution_process.start(given, limits, zygote)
        except OSError as error:
            status.send(json.dumps({"setup": str(error)}).encode())
            return
        finally:
            for descriptor in (channel, handover, output):
                os.close(descriptor)
        def waited() -> float:
            return patience.waited([pid, tester_pid])

        if zygote.level == 3:
            ending = monitor.watch(pid, status, limits, lambda: monitor.tree(pid), waited=waited)
        else:
            # Orphans come to this process, so it has to look more often than where a namespace has its own pid 1.
            ending = monitor.watch(pid, status, limits, lambda: shared_jail.look(pid, tester_pid), 0.005, waited)
            shared_jail.end_all(tester_pid)
            shared_jail.empty_box()
        status.send(json.dumps({"ending": ending.document()}).encode())


def _become_tester(channel: int, verdict: int, handover: int, null: int) -> None:
    try:
        linux.die_with_parent()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
        gc.enable()
        for standard in (0, 1, 2):
            os.dup2(null, standard)
        linux.close_all_but(0, 1, 2, channel, verdict, handover)
        resource.setrlimit(resource.RLIMIT_CPU, (_TESTER_CPU_SECONDS, _TESTER_CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_DATA, (_TESTER_MEMORY, _TESTER_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (1, 1))
        tester.run_and_exit(*(socket.socket(fileno=one) for one in (channel, verdict, handover)))
    finally:
        os._exit(111)


def _reap() -> None:
    """Testers end by themselves; the solution's process is waited for by its monitor."""
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                return
        except ChildProcessError:
            return


if __name__ == "__main__":
    main()
