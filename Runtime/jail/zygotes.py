"""The supervisor's end of its zygotes: one for each hash seed in use, with a fork of it for each set of packages."""

import json
import os
import socket
import time

from jail import preload
from jail.baseline import Baseline
from jail.errands import Errands

_SECONDS_TO_START = 60
#: Of one zygote: each takes memory, and is one process more where processes are counted for the whole worker.
_MOST_BRANCHES = 3
#: As in the zygote, which this process does not import.
_LOAD = b"load"
_PYTHON = "/opt/python/bin/python3"


class ZygoteLost(Exception):
    """A zygote did not answer; it has to be replaced."""

    def __init__(self, reason: str, status: int | None = None) -> None:
        super().__init__(reason)
        #: Its exit status, where it ended by itself.
        self.status = status


class ZygoteProcess:
    """A zygote with its socket. Its hash seed is fixed at its start."""

    def __init__(
        self, profile: str, level: int, hash_seed: int, network: Errands | None, baseline: Baseline
    ) -> None:
        self.hash_seed = hash_seed
        self.is_ready = False
        #: Told of every process that is ready and of every one that is ended.
        self._baseline = baseline
        self.socket, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        #: By packages, with its process, the one used last at the end.
        self._branches: dict[tuple[str, ...], tuple[int, socket.socket]] = {}
        environment = {**os.environ, "PYTHONHASHSEED": str(hash_seed)}
        errands = -1 if network is None else 4
        inherited = [(os.POSIX_SPAWN_DUP2, other.fileno(), 3)]
        if network is not None:
            inherited.append((os.POSIX_SPAWN_DUP2, network.descriptor, errands))
        self.pid = os.posix_spawn(
            _PYTHON,
            ["python3", "-s", "-P", "-B", "-m", "jail.zygote", profile, str(level), str(errands)],
            environment,
            file_actions=inherited,
        )
        other.close()

    def wait_until_ready(self) -> None:
        """Raises ZygoteLost when it does not start."""
        try:
            _await(self.socket)
        except ZygoteLost as lost:
            raise ZygoteLost(str(lost), status=self.end()) from None
        self._baseline.note(self.pid, "a zygote")
        self.is_ready = True

    def load(self) -> None:
        """Has the profile's modules imported; runs that are asked for meanwhile wait for that."""
        try:
            self.socket.send(_LOAD)
        except OSError as error:
            raise ZygoteLost(str(error)) from None

    def socket_for(self, packages: list[str]) -> socket.socket:
        """Where runs of samples that declare these packages are asked for: at a fork that has imported them.

        Raises ZygoteLost when that does not start.
        """
        names = preload.worth_importing(packages)
        if not names:
            return self.socket
        branch = self._branches.pop(names, None) or self._branch(names)
        self._branches[names] = branch
        return branch[1]

    @property
    def sockets(self) -> int:
        """How many descriptors it and its forks take here."""
        return 1 + len(self._branches)

    def end(self) -> int:
        """Kills the zygote, and its children with it. Returns the exit status of one that had ended by itself."""
        self.socket.close()
        while self._branches:
            self._drop_branch()
        self._baseline.forget(self.pid)
        for _ in range(20):
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.005)
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        return -9

    def _drop_branch(self) -> None:
        """Of the one that was used last the longest ago. It takes the closed socket as the sign to end."""
        pid, end = self._branches.pop(next(iter(self._branches)))
        end.close()
        self._baseline.forget(pid)

    def _branch(self, names: tuple[str, ...]) -> tuple[int, socket.socket]:
        if len(self._branches) >= _MOST_BRANCHES:
            self._drop_branch()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            try:
                socket.send_fds(self.socket, [json.dumps({"packages": names}).encode()], [theirs.fileno()])
            except OSError as error:
                raise ZygoteLost(str(error)) from None
        pid = _await(ours)
        self._baseline.note(pid, f"the zygote for {', '.join(names)}")
        return pid, ours


def _await(zygote: socket.socket) -> int:
    """Waits for the first word of a zygote, which is its number."""
    zygote.settimeout(_SECONDS_TO_START)
    try:
        ready = zygote.recv(100)
    except OSError:
        ready = b""
    if not ready:
        raise ZygoteLost("a zygote did not start")
    zygote.settimeout(None)
    return int(json.loads(ready)["ready"])
