"""Serves the declared networks from inside the solution's network namespace."""

import array
import fcntl
import selectors
import socket
import termios
import threading
import time
from collections.abc import Callable

from tester import dns, http
from tester.http import Reply
from tester.network import Hit, Network

_SETTLE_SECONDS = 2.0
_READ_LIMIT = 8 << 20
_MOST_AT_ONCE = 128
_SECONDS_OF_SILENCE = 30


class Servers:
    """Serves all declared networks with the sockets that were opened inside the jail."""

    def __init__(self, networks: list[Network], sockets: list[tuple[str, int, socket.socket]]) -> None:
        self._networks = networks
        #: Those of the check file whose check is running; they are asked first.
        self.current: list[Network] = []
        self._lock = threading.Lock()
        self._connections: set[_Connection] = set()
        self._sockets = sockets
        self._selector = selectors.DefaultSelector()
        for kind, port, one in sockets:
            one.setblocking(False)
            self._selector.register(one, selectors.EVENT_READ, (kind, port))
        threading.Thread(target=self._serve, daemon=True).start()

    def settle(self) -> None:
        """Waits until everything that was sent has been received and answered."""
        end = time.monotonic() + _SETTLE_SECONDS
        while time.monotonic() < end:
            accepted = self._take_all()
            with self._lock:
                busy = any(connection.is_busy for connection in self._connections)
            if not accepted and not busy:
                return
            time.sleep(0.001)

    def _serve(self) -> None:
        while True:
            self._selector.select()
            self._take_all()

    def _take_all(self) -> bool:
        """Accepts connections and answers questions that wait. Returns whether there were any."""
        found = False
        with self._lock:
            for kind, port, one in self._sockets:
                while self._take_one(kind, port, one):
                    found = True
        return found

    def _take_one(self, kind: str, port: int, waiting: socket.socket) -> bool:
        try:
            if kind == "udp":
                question, sender = waiting.recvfrom(4096)
                answer = dns.answer(question, self._resolve)
                if answer:
                    waiting.sendto(answer, sender)
                return True
            connection, _ = waiting.accept()
        except (BlockingIOError, ConnectionError):
            return False
        address = connection.getsockname()[0]
        network = self._network_at(port)
        hit = network.add_hit(address, port)
        if len(self._connections) >= _MOST_AT_ONCE:
            connection.close()
            return True
        served = _Connection(connection, network, hit, self._forget)
        self._connections.add(served)
        threading.Thread(target=served.serve, daemon=True).start()
        return True

    def _forget(self, connection: "_Connection") -> None:
        with self._lock:
            self._connections.discard(connection)

    def _network_at(self, port: int) -> Network:
        return next(network for network in [*self.current, *self._networks] if port in network.ports)

    def _resolve(self, name: str, kind: int) -> list[str] | None:
        ordered = [*self.current, *(network for network in self._networks if network not in self.current)]
        knowing = next((network for network in ordered if name in network.hosts), ordered[0] if ordered else None)
        return knowing.resolve(name, kind) if knowing else None


class _Connection:
    """One client; answers each of its requests."""

    def __init__(
        self, channel: socket.socket, network: Network, hit: Hit, forget: Callable[["_Connection"], None]
    ) -> None:
        self._channel = channel
        self._network = network
        self._hit: Hit | None = hit
        self._forget = forget
        self._answering = True
        self._address, self._port = hit.address, hit.port

    @property
    def is_busy(self) -> bool:
        """Whether something was received that is not yet answered."""
        if self._answering:
            return True
        waiting = array.array("i", [0])
        try:
            fcntl.ioctl(self._channel.fileno(), termios.FIONREAD, waiting)
        except (OSError, ValueError):
            return False
        return waiting[0] > 0

    def serve(self) -> None:
        try:
            with self._channel:
                self._channel.settimeout(_SECONDS_OF_SILENCE)
                self._speak_lines() if self._network.raw else self._speak_http()
        except (OSError, ValueError):
            pass
        finally:
            self._answering = False
            self._forget(self)

    def _next_hit(self) -> Hit:
        hit, self._hit = self._hit, None
        if hit is None:
            hit = self._network.add_hit(self._address, self._port)
        return hit

    def _speak_http(self) -> None:
        received = bytearray()
        while len(received) < _READ_LIMIT:
            request = http.parse(received)
            if request is not None:
                self._answering = True
                hit = self._next_hit()
                hit.method, hit.path, hit.host = request.method, request.path, request.host
                hit.headers, hit.body = request.headers, request.body
                hit.raw = bytes(received[: request.length])
                del received[: request.length]
                self._channel.sendall(self._answer(hit).encoded(request.method))
                if request.closes:
                    return
                continue
            if received.startswith(b"\x16\x03"):
                return  # TLS: there is no certificate to show; the contact itself is recorded
            chunk = self._receive()
            if not chunk:
                if received:
                    self._next_hit().raw = bytes(received)
                return
            if b"Expect: 100-continue" in chunk:
                self._channel.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
            received += chunk

    def _answer(self, hit: Hit) -> Reply:
        if self._network.handler is None:
            return Reply()
        answer = self._network.handler(hit)
        if isinstance(answer, Reply):
            return answer
        if answer is None:
            return Reply()
        if isinstance(answer, tuple):
            return Reply(*answer)  # type: ignore[arg-type]
        return Reply(body=answer)

    def _speak_lines(self) -> None:
        hit = self._next_hit()
        script = list(self._network.script)
        if script:
            self._channel.sendall(script.pop(0))
        while len(hit.raw) < _READ_LIMIT:
            chunk = self._receive()
            if not chunk:
                return
            hit.raw += chunk
            hit.body = hit.raw
            if self._network.handler is not None:
                answer = self._network.handler(hit)
                if isinstance(answer, str):
                    answer = answer.encode()
                if isinstance(answer, bytes) and answer:
                    self._channel.sendall(answer)
            for _ in range(chunk.count(b"\n")):
                if script:
                    self._channel.sendall(script.pop(0))

    def _receive(self) -> bytes:
        self._answering = False
        try:
            self._channel.settimeout(_SECONDS_OF_SILENCE)
            chunk = self._channel.recv(1, socket.MSG_PEEK)
            self._answering = True
            return self._channel.recv(1 << 16) if chunk else b""
        except TimeoutError:
            return b""
