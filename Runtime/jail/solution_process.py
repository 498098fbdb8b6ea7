"""The steps by which a fresh fork of the zygote becomes the jailed process of a solution. Their order matters."""

import gc
import json
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace

from jail import filesystem, interfaces, landlock, linux, namespaces, privileges, seccomp, standing
from jail.errands import Errands, Refused
from jail.settings import Limits
from solution_server import orphans
from solution_server.server import Server

#: The only descriptor, beside the three standard ones, that the solution's process has.
CHANNEL = 3
#: Supervisor, zygotes and their branches, tester and its threads: they count where there is no namespace between.
_PROCESSES_OF_THE_WORKER = 24
#: Without /proc, where the worker's own processes and the machine are to be seen.
_READABLE_WHERE_SHARED = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/etc", "/opt", "/dev")
_RUNTIME = "/opt/runtime"

#: As `interfaces.open_listeners` returns them.
Listeners = list[tuple[str, int, socket.socket]]
_NOT_FOR_SOLUTIONS = ("harness", "probes", "tester", "jail")
_hidden: list[str] = []


@dataclass(frozen=True)
class Descriptors:
    """What a run's process is given: to the tester, for output, to the tester's hand-over, for the sign that it stands."""

    channel: int
    output: int
    handover: int
    status: int


@dataclass(frozen=True)
class Zygote:
    """What the zygote has prepared, so that a run need not."""

    uid: int
    gid: int
    null: int
    filter_with_network: bytes
    #: 3 with namespaces for every run, 2 without.
    level: int
    #: Level 2, in a worker that serves one run: opens that run's network.
    network: Errands | None = None


def start(descriptors: Descriptors, limits: Limits, zygote: Zygote) -> int:
    """Forks the solution's process and returns its pid. The child never returns."""
    pid = namespaces.fork_into(namespaces.ALL) if zygote.level == 3 else os.fork()
    if pid:
        return pid
    leave = os._exit
    code = 111
    try:
        channel = (_enter if zygote.level == 3 else _enter_shared)(descriptors, limits, zygote)
        code = 0
        _serve(channel)
    except BaseException:
        if code:
            standing.explain(traceback.format_exc(limit=-3)[-800:], descriptors.status, standing.DESCRIPTOR)
    finally:
        leave(code)  # whatever the solution raised must not reach the zygote's frames
    raise AssertionError("unreachable")


def _enter(descriptors: Descriptors, limits: Limits, zygote: Zygote) -> socket.socket:
    """Builds the jail around this process, which is pid 1 of the new namespaces and still trusted."""
    namespaces.map_ids(zygote.uid, zygote.gid)
    os.setsid()
    linux.die_with_parent()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
    filesystem.mount_box(limits.disk_mib)
    filesystem.mount_proc()
    interfaces.bring_up_loopback()
    os.chdir("/box/work")
    _hand_over(descriptors.handover, _open_network)
    _keep_only(descriptors, zygote.null)
    linux.write_file("/proc/self/oom_score_adj", b"1000")  # when memory runs out, the kernel takes this one
    privileges.limit_resources(limits)
    privileges.drop_capabilities()
    privileges.forbid_new_privileges()
    landlock.restrict(writable=("/box", "/tmp", "/dev/shm"), readable=("/",))
    seccomp.install(zygote.filter_with_network)
    linux.die_with_parent()  # a change of credentials clears it
    standing.declare(limits, may_have_capabilities=False)
    return socket.socket(fileno=CHANNEL)


def _enter_shared(descriptors: Descriptors, limits: Limits, zygote: Zygote) -> socket.socket:
    """The same without namespaces of the run's own: Landlock keeps this process from signalling and tracing others."""
    os.setsid()
    linux.die_with_parent()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
    os.chdir("/box/work")
    _hand_over(descriptors.handover, zygote.network.open_network if zygote.network else None)
    _keep_only(descriptors, zygote.null)
    linux.write_file("/proc/self/oom_score_adj", b"1000")
    limits = replace(limits, processes=limits.processes + _PROCESSES_OF_THE_WORKER)
    privileges.limit_resources(limits)
    privileges.forbid_new_privileges()
    landlock.restrict(writable=("/box",), readable=(*_READABLE_WHERE_SHARED, f"/proc/{os.getpid()}"))
    seccomp.install(zygote.filter_with_network)
    linux.die_with_parent()
    standing.declare(limits, may_have_capabilities=True)
    return socket.socket(fileno=CHANNEL)


def can_nest(zygote: Zygote) -> bool:
    """Whether a run can have namespaces of its own here; tried, as the settings that forbid it are many."""
    try:
        pid = namespaces.fork_into(namespaces.ALL)
    except OSError:
        return False
    if pid == 0:
        leave = os._exit
        try:
            namespaces.map_ids(zygote.uid, zygote.gid)
            filesystem.mount_box(1)
            filesystem.mount_proc()
            interfaces.bring_up_loopback()
            leave(0)
        finally:
            leave(1)
    return os.waitpid(pid, 0)[1] == 0


def _open_network(ports: list[int]) -> Listeners:
    interfaces.make_every_address_local()
    return interfaces.open_listeners(ports)


def _hand_over(descriptor: int, open_network: Callable[[list[int]], Listeners] | None) -> None:
    """Opens what the tester asks for inside the namespaces, and gives it to the tester.

    Without `open_network` a tester that needs a network is sent away.
    """
    with socket.socket(fileno=descriptor) as handover:
        message = handover.recv(1 << 16)
        if not message:
            os._exit(0)  # the tester has given up, and says why
        wish = json.loads(message)
        listeners: Listeners = []
        if wish["network"]:
            try:
                if open_network is None:
                    handover.send(b'{"needs": "network"}')
                    os._exit(0)
                listeners = open_network(wish["ports"])
            except Refused as refusal:
                handover.send(json.dumps({"refused": f"there is no network for the checks: {refusal}"}).encode())
                os._exit(0)
        box = os.open("/box", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        answer = json.dumps({"listeners": [[kind, port] for kind, port, _ in listeners]}).encode()
        sockets = [one.fileno() for _, _, one in listeners]
        socket.send_fds(handover, [answer], [box, *sockets])


def _keep_only(descriptors: Descriptors, null: int) -> None:
    """Leaves descriptors 0 to 3: nothing, output, output, the channel. And, until the jail stands, that of its sign."""
    os.dup2(null, 0)
    os.dup2(descriptors.output, 1)
    os.dup2(descriptors.output, 2)
    if descriptors.channel != CHANNEL:
        os.dup2(descriptors.channel, CHANNEL)
    if descriptors.status != standing.DESCRIPTOR:
        os.dup2(descriptors.status, standing.DESCRIPTOR, inheritable=False)
    linux.close_all_but(0, 1, 2, CHANNEL, standing.DESCRIPTOR)
    os.set_inheritable(CHANNEL, False)


def note_modules() -> None:
    """Finds out once which modules solutions must not find: to go through all of them would touch pages in every run."""
    _hidden[:] = [name for name in sys.modules if name.partition(".")[0] in _NOT_FOR_SOLUTIONS]


def _serve(channel: socket.socket) -> None:
    """Makes the interpreter look like that of an ordinary script, and answers the tester until it is gone."""
    hidden = [sys.modules.pop(name) for name in _hidden]  # kept: to free them would touch hundreds of shared pages
    sys.path[:] = ["/box/work", *(path for path in sys.path if path not in ("", _RUNTIME))]
    sys.argv = ["solution.py"]
    gc.enable()
    orphans.adopt()
    Server(channel, "/box/work").serve()
    del hidden
