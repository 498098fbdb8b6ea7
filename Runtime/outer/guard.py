"""Watches over a worker until it or the host is gone. At level 2 it also runs the worker's errands."""

import json
import os
import select
import signal
import socket
import subprocess
from collections.abc import Callable

from outer import errands
from outer.reachable import Place


class Start:
    """What a worker is started with."""

    def __init__(self, level: int, profile: str, control: int = 3, is_cold: bool = False) -> None:
        self.level = level
        self.profile = profile
        #: The socket to whoever sends requests.
        self.control = control
        #: Serves one run, which may have a network of its own.
        self.is_cold = is_cold
        #: The worker's end of the socket for errands, and the pipe in which bubblewrap tells its process; -1 for none.
        self.errands = -1
        self.information = -1


class Ward:
    """A worker that is watched."""

    def __init__(
        self, process: subprocess.Popen[bytes], is_cold: bool, errands: socket.socket | None = None, inside: int = 0
    ) -> None:
        self.process = process
        self.handle = os.pidfd_open(process.pid)
        self.is_cold = is_cold
        #: Where the worker asks, and the process whose namespaces are its own; None and 0 at level 3.
        self.errands = errands
        self.inside = inside


class Guard:
    """`start` makes the process of a worker, `place` says as whom workers run."""

    def __init__(self, control: int, place: Place, start: Callable[[Start], subprocess.Popen[bytes]]) -> None:
        self._control = control
        self._place = place
        self._start = start
        self._poller = select.poll()
        self._poller.register(control, 0)  # hang-ups are always told
        self._cold: Ward | None = None

    def run(self, first: Start) -> int:
        """Starts a worker, and returns its exit status, or 0 when the host went first."""
        ward = self._started(first)
        while True:
            # One event at a time: what it leads to may close the descriptors of the others.
            events = {descriptor for descriptor, _ in self._poller.poll()}
            cold = self._cold
            if ward.handle in events or self._control in events:
                self._end(cold)
                status = self._end(ward)
                return 0 if self._control in events else status
            if cold is not None and cold.handle in events:
                self._end(cold)
                self._cold = None
            else:
                self._serve(next(one for one in (ward, cold) if one and one.errands and one.errands.fileno() in events))

    def _started(self, what: Start) -> Ward:
        if what.level == 3:
            return self._watched(Ward(self._start(what), what.is_cold))
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        reading, writing = os.pipe()
        what.errands, what.information = theirs.fileno(), writing
        process = self._start(what)
        theirs.close()
        os.close(writing)
        with open(reading, "rb") as information:
            text = information.read()
        inside = int(json.loads(text)["child-pid"]) if text else 0
        return self._watched(Ward(process, what.is_cold, ours, inside))

    def _watched(self, ward: Ward) -> Ward:
        self._poller.register(ward.handle, select.POLLIN)
        if ward.errands is not None:
            self._poller.register(ward.errands, select.POLLIN)
        return ward

    def _end(self, ward: Ward | None) -> int:
        """Forgets a worker, ending it first if it still lives. Returns its exit status."""
        if ward is None:
            return 0
        self._poller.unregister(ward.handle)
        self._stop_serving(ward)
        os.close(ward.handle)
        if ward.process.poll() is None:
            ward.process.send_signal(signal.SIGKILL)
        return ward.process.wait()

    def _stop_serving(self, ward: Ward) -> None:
        if ward.errands is not None:
            self._poller.unregister(ward.errands)
            ward.errands.close()
            ward.errands = None

    def _serve(self, ward: Ward) -> None:
        assert ward.errands is not None
        message, descriptors, _, _ = socket.recv_fds(ward.errands, 1 << 16, 1)
        if not message:
            self._stop_serving(ward)
            return
        errand = json.loads(message)
        if "cold" in errand and not ward.is_cold:
            self._end(self._cold)
            self._cold = self._started(Start(2, "bare", descriptors[0], is_cold=True))
        elif "box" in errand or ("network" in errand and ward.is_cold):
            errands.run(errand, ward.inside, self._place.identity, ward.errands)
        for descriptor in descriptors:
            os.close(descriptor)
