"""Servers and a resolver inside the solution's network namespace, answered by the tester."""

import array
import fcntl
import selectors
import socket
import termios
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tester import dns, http
from tester.http import Reply

_SETTLE_SECONDS = 2.0
_READ_LIMIT = 8 << 20
_MOST_AT_ONCE = 128
_MOST_HITS = 10_000


@dataclass
class Hit:
    """One request that reached a listener, or a connection that sent none (then `method` is empty)."""

    #: The address that was contacted, as the kernel knows it: `169.254.169.254`, `::1`.
    address: str
    port: int
    #: The Host header without its port.
    host: str = ""
    method: str = ""
    path: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    #: Everything that was received, as far as it is known.
    raw: bytes = b""


Handler = Callable[[Hit], Reply | bytes | str | tuple[object, ...] | None]


class Network:
    """What the solution can reach, and what it did reach. Made at the top level of a check file."""

    def __init__(
        self,
        ports: Iterable[int] = (80,),
        hosts: dict[str, list[str] | list[list[str]]] | None = None,
        handler: Handler | None = None,
        raw: bool = False,
        script: Iterable[str | bytes] = (),
    ) -> None:
        self.ports = tuple(ports)
        self.hosts = {name.lower().rstrip("."): addresses for name, addresses in (hosts or {}).items()}
        self.handler = handler
        self.raw = raw
        #: For `raw`: what the server says, the first line at once, the others one after each line received.
        self.script = [line.encode() if isinstance(line, str) else line for line in script]
        self._hits: list[Hit] = []
        self._lookups: list[str] = []
        self._asked: dict[str, int] = {}
        declared.append(self)

    @property
    def hits(self) -> list[Hit]:
        """Everything that arrived so far, in order."""
        if servers is not None:
            servers.settle()
        return list(self._hits)

    @property
    def lookups(self) -> list[str]:
        """The names that were asked for, in order, lower case; an A and an AAAA question in a row count once."""
        if servers is not None:
            servers.settle()
        return list(self._lookups)

    def clear(self) -> None:
        """Forgets hits and lookups, and starts the answers of `hosts` anew."""
        if servers is not None:
            servers.settle()
        self._hits.clear()
        self._lookups.clear()
        self._asked.clear()

    def add_hit(self, address: str, port: int) -> Hit:
        """Records a contact. A flood of them is cut."""
        hit = Hit(address=address, port=port)
        if len(self._hits) < _MOST_HITS:
            self._hits.append(hit)
        return hit

    def resolve(self, name: str, kind: int) -> list[str] | None:
        """The addresses to answer with, or None when the name does not exist."""
        addresses = self.hosts.get(name)
        turn = self._asked.get(name, 0)
        if not self._lookups or self._lookups[-1] != name or kind == self._last_kind:
            self._lookups.append(name)
            self._asked[name] = turn = turn + 1
            self._last_kind = kind
        if addresses is None:
            return None
        if addresses and isinstance(addresses[0], list):
            answers = [answer for answer in addresses if isinstance(answer, list)]
            return answers[min(turn, len(answers)) - 1]
        return [address for address in addresses if isinstance(address, str)]

    _last_kind: int = 0


#: Networks of the check files loaded so far, and the servers once they run.
declared: list[Network] = []
servers: "Servers | None" = None


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
                self._channel.settimeout(30)
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
                hit.method, hit.path, hit.headers, hit.body = request.method, request.path, request.headers, request.body
                hit.host = request.host
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
            self._channel.settimeout(30)
            chunk = self._channel.recv(1, socket.MSG_PEEK)
            self._answering = True
            return self._channel.recv(1 << 16) if chunk else b""
        except TimeoutError:
            return b""
