"""Greetings of mailboxes. What is public is told by a list of everything that is not."""
import contextlib
import functools
import ipaddress
import socket
import time

_NOT_PUBLIC = {
    4: [ipaddress.IPv4Network(n) for n in """
        0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
        192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24
        203.0.113.0/24 224.0.0.0/4 240.0.0.0/4""".split()],
    6: [ipaddress.IPv6Network(n) for n in """
        ::/3 2001::/23 2001:db8::/32 2002::/16 3fff::/20 4000::/2 8000::/1""".split()],
}


def is_public(ip):
    mapped = getattr(ip, "ipv4_mapped", None)
    if mapped is not None:
        return is_public(mapped)
    return not any(ip in net for net in _NOT_PUBLIC[ip.version])


class Call:
    """An address that somebody typed, on its way to a greeting."""

    def __init__(self, typed):
        host, _, port = typed.rpartition(":")
        if not (port.isascii() and port.isdecimal() and 1 <= int(port[:6]) <= 65535):
            raise ValueError(port)
        if host[:1] == "[":
            if host[-1:] != "]" or "%" in host:
                raise ValueError(host)
            ipaddress.IPv6Address(host[1:-1])
            host = host[1:-1]
        elif not host or any(c in "[]:%/@\\" or c.isspace() or c < " " for c in host):
            raise ValueError(host)
        self.host, self.port = host, int(port)

    @functools.cached_property
    def addresses(self):
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(ipaddress.ip_address(info[4][0].split("%")[0]) for info in found))

    def answer(self, ip):
        deadline = time.monotonic() + 2
        with socket.create_connection((str(ip), self.port), timeout=2) as line:
            got = b""
            while b"\n" not in got:
                rest = deadline - time.monotonic()
                if len(got) >= 1000 or rest <= 0:
                    raise TimeoutError
                line.settimeout(rest)
                more = line.recv(1000 - len(got))
                if not more:
                    raise ConnectionError("no whole line")
                got += more
        text = got[:got.find(b"\n")]
        return str(text.removesuffix(b"\r"), "utf-8", "replace")

    def greeting(self):
        if all(map(is_public, self.addresses)):
            for ip in self.addresses:
                with contextlib.suppress(OSError):
                    return self.answer(ip)


def greeting(address):
    try:
        return Call(address).greeting()
    except (OSError, ValueError):
        return None
