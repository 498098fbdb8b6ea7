"""Public and internal servers, names that mislead, and a record of which were contacted.

net = network.Internet()        # at the top level of the check file

def test_nothing_inside_is_fetched():
    for name, url in {**net.internal(), **net.redirects_inside(), **net.rebinding()}.items():
        start = net.mark()
        attempt(solution.preview, url)
        exploit_if(net.touched_inside(start), f"{name}: {url} reached the inside")
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

import harness
from jail.interfaces import NOBODY
from probes import addresses, naming
from probes.addresses import is_internal
from probes.grammars.addresses import locations, mixed, named, respelled
from probes.grammars.ranked import in_turn

__all__ = ["NOBODY", "Internet", "LineServer", "is_internal"]

#: In the names whose address changes.
_CHANGING = "rebind"
#: One that is asked for under another form than the one that stands in the address.
_IN_OTHER_LETTERS = f"{_CHANGING}-w\u00e4ld.example"
#: Names that two standards write in two ways: what is looked at by one may be asked for by the other.
_IN_TWO_WAYS = (f"{_CHANGING}-stra\u00dfe.example", f"{_CHANGING}-\u03bd\u03ce\u03c2.example")
_BY_THE_NEWER = ("xn--rebind-strae-v9a.example", "xn--rebind--yof9b2h.example")
_PUBLIC_NAME, _PUBLIC_ADDRESS, _OTHER_ADDRESS = "shop.example", "93.184.216.34", "93.184.216.35"
#: Of names that have an internal address as well.
_MIXED_V4 = ("93.184.216.44", "93.184.216.45")
_MIXED_V6 = ("2606:2800:220:1::44", "2606:2800:220:1::45")


class Internet:
    """Servers on every address at the given ports. Internal ones answer everything with a secret.

    A public one answers the pages that were added, and 404 to all else. Made at the top level of a check file.
    """

    def __init__(
        self,
        hosts: Mapping[str, list[Any]] | None = None,
        pages: Mapping[str, bytes | str] | None = None,
        ports: Iterable[int] = (80,),
    ) -> None:
        self._ports = tuple(ports)
        self.public = f"http://{_PUBLIC_NAME}" + self._port(self._ports[0])
        self.secret = naming.secret("internal")
        self._pages: dict[tuple[str, int, str], Any] = {}
        known: dict[str, list[Any]] = {
            _PUBLIC_NAME: [_PUBLIC_ADDRESS],
            "www.shop.example": [_OTHER_ADDRESS],
            **named(),
            "rebind.example": [[_PUBLIC_ADDRESS], ["127.0.0.1"]],
            "rebind-private.example": [[_PUBLIC_ADDRESS], ["10.0.0.5"]],
            "rebind-later.example": [[_PUBLIC_ADDRESS], [_PUBLIC_ADDRESS], ["169.254.169.254"]],
            # At first with an address at which nobody answers: what is tried again may be asked for again.
            "rebind-gone.example": [[NOBODY], ["10.0.0.5"]],
            "rebind-gone-later.example": [[NOBODY], [NOBODY], ["127.0.0.1"]],
            _IN_OTHER_LETTERS.encode("idna").decode(): [[_PUBLIC_ADDRESS], ["127.0.0.1"]],
            "rebind-both.example": [[_PUBLIC_ADDRESS], [_PUBLIC_ADDRESS, "10.0.0.5"]],
            "rebind-reserved.example": [[_PUBLIC_ADDRESS], ["64:ff9b::a9fe:a9fe"]],
            **{name.encode("idna").decode(): [[_PUBLIC_ADDRESS], ["127.0.0.1"]][turn] for turn, name in enumerate(_IN_TWO_WAYS)},
            **{name: [["127.0.0.1"], [_PUBLIC_ADDRESS]][turn] for turn, name in enumerate(_BY_THE_NEWER)},
            "both.example": [_MIXED_V4[0], "127.0.0.1"],
            "both-inside-first.example": ["10.0.0.5", _MIXED_V4[0]],
            "both-six.example": [_MIXED_V4[0], "::1"],
            **mixed(_MIXED_V4, _MIXED_V6),
            **addresses.names(_PUBLIC_NAME),
            **(hosts or {}),
        }
        self._network = harness.Network(ports=self._ports, hosts=known, handler=self._answer)
        self.page(self.public + "/", b"welcome")
        for url, body in (pages or {}).items():
            self.page(url, body)

    # What there is

    def page(self, url: str, body: bytes | str, status: int = 200, headers: Mapping[str, str] | None = None) -> str:
        """Puts a page at a public address; returns the address."""
        data = body.encode() if isinstance(body, str) else body
        self._pages[self._key(url)] = harness.Reply(status=status, headers=dict(headers or {}), body=data)
        return url

    def redirect(self, url: str, to: str, status: int = 302) -> str:
        """Makes a public address redirect; returns the address."""
        return self.page(url, b"", status, {"Location": to})

    # Attacks

    def internal(self, path: str = "/latest", port: int | None = None) -> dict[str, str]:
        """Named addresses of internal servers, in all spellings."""
        return addresses.spellings(self._port(self._ports[0] if port is None else port), path, _PUBLIC_NAME)

    def redirects_inside(
        self, path: str = "/latest", port: int | None = None, site: str | None = None
    ) -> dict[str, str]:
        """Named public addresses, of `site` if given, that lead to an internal server by redirects."""
        inside = self.internal(path, port)
        site = site or self.public
        disguised = addresses.disguised(inside["loopback"], urlsplit(site).netloc)
        targets = {
            "to loopback": (302, inside["loopback"]),
            "to loopback, 301": (301, inside["loopback"]),
            "to loopback, 307": (307, inside["loopback"]),
            "to metadata": (302, inside["metadata"]),
            "to a private address": (303, inside["private, class A"]),
            "to a name": (302, inside["name of a private address"]),
            "to decimal": (302, inside["loopback, decimal"]),
            "to IPv6": (302, inside["loopback, IPv6"]),
            **{name: (302, target) for name, target in disguised.items()},
        }
        found = {}
        for number, (name, (status, target)) in enumerate(targets.items()):
            found[f"redirect {name}"] = self.redirect(f"{site}/go/{number}", target, status)
        found["redirect, twice"] = self.redirect(f"{site}/go/twice", found["redirect to loopback"])
        return found

    def redirecting(self, site: str | None = None, path: str = "/latest") -> Iterator[str]:
        """Public addresses, of `site` if given, that lead to an internal server by one to four redirects."""
        site = site or self.public
        target = f"http://127.0.0.1{self._port(self._ports[0])}{path}"
        numbers = itertools.count()
        steps = [(302, one) for one in locations(target, urlsplit(site).netloc)]
        hosts = (
            "169.254.169.254",
            "10.0.0.5",
            "[::1]",
            "2130706433",
            "[::ffff:10.0.0.5]",
            "intranet.example",
            "localhost",
            "0.0.0.0",
            "[64:ff9b::a9fe:a9fe]",
            "[fec0::5]",
            "mixed-1.example",
            "[2002:a00:5::1]",
        )
        targets = [f"http://{host}{self._port(self._ports[0])}{path}" for host in hosts]
        changing = [url for url in self.rebinding(path).values() if _is_changing(url)]
        rows = [zip(itertools.cycle((301, 307, 308, 303)), one) for one in (targets, changing)]
        for step in in_turn(steps, *rows):
            name = _CHANGING if _is_changing(step[1]) else ""  # what leads to such a name is used as often
            url = self.redirect(f"{site}/go/{name}{next(numbers)}", step[1], step[0])
            yield url
            if url.endswith(("/0", "/5")):
                for _ in range(3):
                    url = self.redirect(f"{site}/go/{next(numbers)}", url)
                    yield url

    def reached(self, use: Callable[[str], Any]) -> Callable[[str], str | None]:
        """An effect for `search.attack`: is an internal machine connected to by `use(url)`, within `attempt`?

        Or the public one of a host that has an internal address as well. A name whose address changes is used three
        times: what was found out about it the first time may be remembered.
        """

        def effect(url: str) -> str | None:
            self.renew()
            for _ in range(3 if _is_changing(url) else 1):
                harness.attempt(use, url)
            if touched := self.touched_inside():
                return f"{touched[0].address} was reached"
            mixed_hits = [hit for hit in self.hits if hit.address in (*_MIXED_V4, *_MIXED_V6)]
            return f"{mixed_hits[0].address} was reached, of a host with an internal address" if mixed_hits else None

        return effect

    def mixed(self, path: str = "/latest", port: int | None = None) -> Iterator[str]:
        """Addresses of hosts that have a public address and an internal one."""
        at = self._port(self._ports[0] if port is None else port)
        for name in mixed(_MIXED_V4, _MIXED_V6):
            yield f"http://{name}{at}{path}"

    def rebinding(self, path: str = "/latest", port: int | None = None) -> dict[str, str]:
        """Named addresses whose name has another, internal address the next time, or besides the public one.

        After the first use of a rebinding name call `renew`, or it stays internal.
        """
        at = self._port(self._ports[0] if port is None else port)
        end = at + path
        self._publish(path)
        # The server ends the connection, so that whoever keeps one opens it anew, by itself, where nothing is checked.
        again = self.page(f"http://rebind.example{at}/again", b"", 302, {"Location": path, "Connection": "close"})
        led_on = self.redirect(f"http://{_PUBLIC_NAME}{at}/to-rebind", to=f"http://Rebind.example{end}")
        respellings = [f"http://{host}{end}" for host in respelled("rebind.example")]
        around = [f"http://{host}{end}" for host in _around("rebind.example", at)]
        return {
            "rebinding between two steps": again,
            "rebinding of a name with a capital": respellings[0],
            "rebinding to loopback": f"http://rebind.example{end}",
            "rebinding of a name in other letters": f"http://{_IN_OTHER_LETTERS}{end}",
            "rebinding of a name with a dot": respellings[2],
            "rebinding to one address of two": f"http://rebind-both.example{end}",
            "name in two ways, the newer inside": f"http://{_IN_TWO_WAYS[0]}{end}",
            "name in two ways, the older inside": f"http://{_IN_TWO_WAYS[1]}{end}",
            "rebinding of a name in capitals, behind a redirect": led_on,
            "rebinding to a reserved address": f"http://rebind-reserved.example{end}",
            "rebinding to a private address": f"http://rebind-private.example{end}",
            "rebinding of a machine that is gone": f"http://rebind-gone.example{end}",
            "later rebinding of a machine that is gone": f"http://rebind-gone-later.example{end}",
            "rebinding at the third question": f"http://rebind-later.example{end}",
            "second address is loopback": f"http://both.example{end}",
            "first address is private": f"http://both-inside-first.example{end}",
            "IPv6 address is loopback": f"http://both-six.example{end}",
            **{f"rebinding, respelled as {url}": url for url in (*around[:3], *respellings, *around[3:])},
        }

    def other_schemes(self, secret_file: str) -> dict[str, str]:
        """Named addresses of a local file and of internal servers, in schemes other than http."""
        port = self._ports[0]
        return {
            "file": f"file://{secret_file}",
            "file, one slash": f"file:{secret_file}",
            "file, upper case": f"FILE://{secret_file}",
            "file, host": f"file://localhost{secret_file}",
            "file, local": f"local_file://{secret_file}",
            "file, prefixed": f"url:file://{secret_file}",
            "file, in brackets": f"<file://{secret_file}>",
            "file, leading space": f" file://{secret_file}",
            "ftp": f"ftp://127.0.0.1:{port}/a",
            "gopher": f"gopher://127.0.0.1:{port}/_GET%20/",
            "dict": f"dict://127.0.0.1:{port}/info",
            "no scheme": f"//127.0.0.1:{port}/a",
            "path": secret_file,
        }

    # What happened

    @property
    def hits(self) -> list[Any]:
        """Every connection: `Hit(address, port, host, method, path, headers, body)`."""
        return list(self._network.hits)

    @property
    def lookups(self) -> list[str]:
        """The names that were asked for."""
        return list(self._network.lookups)

    def mark(self) -> int:
        """A position in `hits`, to be given to `touched_inside`."""
        return len(self._network.hits)

    def touched_inside(self, since: int = 0) -> list[Any]:
        """The connections to internal addresses since a mark."""
        return [hit for hit in self._network.hits[since:] if is_internal(hit.address)]

    def renew(self) -> None:
        """Forgets hits and lookups, and lets the answers of rebinding names begin anew."""
        self._network.clear()

    def _publish(self, path: str) -> None:
        for host in (
            "rebind.example",
            "rebind-private.example",
            "rebind-later.example",
            "both.example",
            "both-inside-first.example",
            "both-six.example",
        ):
            for port in self._ports:
                self._pages[host, port, path] = harness.Reply(status=200, headers={}, body=b"welcome")

    def _answer(self, hit: Any) -> Any:
        if is_internal(hit.address):
            return harness.Reply(status=200, headers={"Content-Type": "text/plain"}, body=self.secret.encode())
        path = "/" + urlsplit("http://x" + hit.path).path.lstrip("/") if hit.path.startswith("/") else hit.path
        for key in ((hit.host, hit.port, hit.path), (hit.host, hit.port, path)):
            if key in self._pages:
                return self._pages[key]
        return harness.Reply(status=404, headers={}, body=b"nothing here")

    @staticmethod
    def _port(port: int) -> str:
        return "" if port == 80 else f":{port}"

    @staticmethod
    def _key(url: str) -> tuple[str, int, str]:
        parts = urlsplit(url)
        return (
            parts.hostname or "",
            parts.port or 80,
            (parts.path or "/") + (f"?{parts.query}" if parts.query else ""),
        )


def _is_changing(url: str) -> bool:
    """Does the address stand for a name that changes, in whatever letters?"""
    return _CHANGING in unicodedata.normalize("NFKC", unquote(url)).lower().replace("\u00ad", "").replace("\u200b", "")


def _around(name: str, at: str) -> tuple[str, ...]:
    """A host with what may stand around it, for who puts a number in the place of the name, or compares both."""
    port = at or ":80"
    first = (f"{name}@{name}{at}", f"{name}{port}", f"a:{name}@{name}{at}", f"{name}:@{name}{at}", f"{name}:0{port[1:]}", f"x@{name}{port}", f"{name}{at}//{name}")
    return *first, f"{name.upper()}@{name}{at}", f"x{name}y@{name}{at}", f"{name}:{name}@{name}{port}", f"{name}@{name.upper()}{at}", f"{name[:3]}@{name}{at}"


class LineServer:
    """A server that speaks a protocol of lines, on every address at one port. Made at the top level of a check file.

    It says the first line of `script` at once and one more after each line received, or, with `answer`, what that
    function makes of each line (bytes without the line end → bytes or None).

        mail = network.LineServer(25, script=["220 hi\\r\\n"], answer=lambda line: b"250 ok\\r\\n")
    """

    def __init__(
        self,
        port: int,
        script: Iterable[str | bytes] = (),
        answer: Callable[[bytes], bytes | None] | None = None,
        hosts: Mapping[str, list[Any]] | None = None,
    ) -> None:
        self._answer = answer
        self._read: dict[int, int] = {}
        self._forgotten: dict[int, int] = {}
        lines = [line.encode() if isinstance(line, str) else line for line in script]
        lines = [line if line.endswith(b"\n") else line + b"\r\n" for line in lines]
        self._network = harness.Network(
            ports=(port,), hosts=dict(hosts or {}), handler=self._handle if answer else None, raw=True, script=lines
        )

    @property
    def data(self) -> bytes:
        """Everything received since `clear`, as it came."""
        return b"".join(hit.raw[self._forgotten.get(id(hit), 0) :] for hit in self._network.hits)

    @property
    def received(self) -> list[str]:
        """The same as lines; `\\r\\n`, `\\n` and a bare `\\r` all end one, as some server or other reads them."""
        return [line.decode("utf-8", "replace") for line in re.split(rb"\r\n|\n|\r", self.data) if line]

    def clear(self) -> None:
        """Forgets what was received so far."""
        self._forgotten = {id(hit): len(hit.raw) for hit in self._network.hits}

    def _handle(self, hit: Any) -> bytes:
        start = self._read.get(id(hit), 0)
        whole = hit.raw.rfind(b"\n") + 1
        self._read[id(hit)] = max(start, whole)
        said = (
            [self._answer(line.rstrip(b"\r")) for line in hit.raw[start:whole].split(b"\n")[:-1]]
            if self._answer
            else []
        )
        return b"".join(part for part in said if part)
