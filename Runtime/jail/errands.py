"""Level 2: asks the launcher for what a worker has no power to do itself."""

import json
import socket
from typing import Any


class Refused(OSError):
    """The launcher could not do it; the text says why."""


class Errands:
    """One errand at a time, over a socket that supervisor and zygote share (a run's hand-over uses it, too)."""

    def __init__(self, descriptor: int) -> None:
        self._socket = socket.socket(fileno=descriptor)
        self._socket.set_inheritable(False)

    @property
    def descriptor(self) -> int:
        return self._socket.fileno()

    def resize_box(self, mib: int) -> None:
        self._ask({"box": mib})

    def open_network(self, ports: list[int]) -> list[tuple[str, int, socket.socket]]:
        """Makes every address local and opens the listeners of a check file; as `interfaces.open_listeners`."""
        answer, descriptors = self._ask({"network": ports})
        sockets = [socket.socket(fileno=one) for one in descriptors]
        return [(kind, port, one) for (kind, port), one in zip(answer["listeners"], sockets, strict=True)]

    def start_cold(self, control: socket.socket) -> None:
        """Has a worker started that takes its one request over `control`."""
        socket.send_fds(self._socket, [b'{"cold": true}'], [control.fileno()])

    def _ask(self, errand: dict[str, Any]) -> tuple[dict[str, Any], list[int]]:
        self._socket.send(json.dumps(errand).encode())
        message, descriptors, _, _ = socket.recv_fds(self._socket, 1 << 16, 250)
        answer: dict[str, Any] = json.loads(message or b'{"error": "the launcher is gone"}')
        if "error" in answer:
            raise Refused(answer["error"])
        return answer, descriptors
