"""What a check file says about the network that the solution sees, and what reached it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from tester.http import Reply

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


class _Servers(Protocol):
    """What serves the networks once the jail is there."""

    current: list["Network"]

    def settle(self) -> None:
        """Waits until everything that was sent has been received and answered."""


#: Networks of the check files loaded so far, and the servers once they run.
declared: list[Network] = []
servers: _Servers | None = None
