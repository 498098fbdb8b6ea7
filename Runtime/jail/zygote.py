"""Keeps modules imported and forks the two processes of every run. Never sees a check or a solution itself."""

import gc
import json
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from typing import NoReturn

from jail import effort, linux, monitor, preload, seccomp, shared_jail, solution_process, warming
from jail.errands import Errands
from jail.settings import Limits
from jail.solution_process import Descriptors, Zygote
from tester import main as tester

NESTING_REFUSED = 33
#: Asks for the modules of the profile. Until then there are only those without which nothing runs.
LOAD = b"load"
_TESTER_CPU_SECONDS = 300
_TESTER_MEMORY = 1 << 30


def main() -> None:
    """`python3 -m jail.zygote PROFILE LEVEL ERRANDS`, with the supervisor's socket as descriptor 3.

    ERRANDS is the descriptor through which a run's network is opened from outside, or -1.
    """
    linux.die_with_parent()
    supervisor = socket.socket(fileno=3)
    supervisor.set_inheritable(False)
    profile = sys.argv[1]
    preload.modules_for(profile)  # there is one of this name, or nothing starts
    _prepare(lambda: warming.load("bare"))
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
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
    _serve(supervisor, profile, zygote)


def _serve(supervisor: socket.socket, profile: str, zygote: Zygote) -> None:
    """Does what the supervisor asks for until it hangs up."""
    if zygote.level == 2:
        shared_jail.prepare()
    supervisor.send(json.dumps({"ready": os.getpid()}).encode())
    branches: set[int] = set()
    while True:
        message, descriptors, _, _ = socket.recv_fds(supervisor, 1 << 16, 8)
        if not message:
            os._exit(0)
        if message == LOAD:
            _prepare(lambda: warming.load(profile))
            continue
        branches -= _reaped()
        request = json.loads(message)
        if "packages" not in request:
            _run(Limits(**request), descriptors, zygote, branches)
            continue
        branch = os.fork()
        if branch == 0:
            supervisor.close()
            _serve_packages(socket.socket(fileno=descriptors[0]), request["packages"], zygote)
        os.close(descriptors[0])
        branches.add(branch)


def _serve_packages(supervisor: socket.socket, packages: list[str], zygote: Zygote) -> NoReturn:
    """A fork of this zygote for the samples that declare these packages. Never returns."""
    try:
        linux.die_with_parent()
        _prepare(lambda: warming.warm_up(packages))
        _serve(supervisor, "bare", zygote)
    except BaseException as error:
        print(f"a zygote for {', '.join(packages)} ends: {error!r}", file=sys.stderr)
    finally:
        os._exit(1)


def _prepare(work: Callable[[], object]) -> None:
    """Does it, and keeps the garbage collector from touching what runs will share."""
    gc.enable()
    work()
    if len(os.listdir("/proc/self/task")) != 1:
        sys.exit("a preloaded module has started a thread, and a process with threads cannot be forked safely")
    solution_process.note_modules()
    gc.collect()
    gc.freeze()
    gc.disable()


def _run(limits: Limits, descriptors: list[int], zygote: Zygote, spared: set[int]) -> None:
    """One run. `spared` are children of the zygote that have no part in it.

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
        def active() -> float:
            seen = effort.look([pid, tester_pid])
            return seen.computed + seen.waited_since(effort.Look())

        if zygote.level == 3:
            ending = monitor.watch(pid, status, limits, lambda: monitor.tree(pid), active=active)
        else:
            # Orphans come to this process, so it has to look more often than where a namespace has its own pid 1.
            ending = monitor.watch(pid, status, limits, lambda: shared_jail.look(pid, spared | {tester_pid}), 0.005, active)
            shared_jail.end_all(spared | {tester_pid})
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


def _reaped() -> set[int]:
    """Waits for children that have ended by themselves: testers and branches. A solution's process has its monitor."""
    found = set()
    while True:
        try:
            pid = os.waitpid(-1, os.WNOHANG)[0]
        except ChildProcessError:
            return found
        if pid == 0:
            return found
        found.add(pid)


if __name__ == "__main__":
    main()
