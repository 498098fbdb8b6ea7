import contextlib
import ipaddress
import socket
import time
from dataclasses import dataclass


class Refused(Exception):
    """This address is not called."""


@dataclass(frozen=True)
class Mailbox:
    host: str
    port: int

    @classmethod
    def parse(cls, text):
        host, _, port = text.rpartition(":")
        if not (port.isascii() and port.isdecimal() and len(port) <= 5 and 1 <= int(port) <= 65535):
            raise Refused("port")
        if host[:1] == "[" and host[-1:] == "]" and "%" not in host:
            with refusing(ValueError):
                return cls(ipaddress.IPv6Address(host[1:-1]).compressed, int(port))
        labels = host.removesuffix(".").split(".")
        if not all(label and label.replace("-", "").replace("_", "").isalnum() for label in labels):
            raise Refused("host")
        return cls(host, int(port))

    def addresses(self):
        with refusing(OSError, UnicodeError):
            entries = socket.getaddrinfo(self.host, self.port, 0, socket.SOCK_STREAM)
        found = []
        for family, _, _, _, sockaddr in entries:
            with refusing(ValueError):
                ip = ipaddress.ip_address(sockaddr[0])
            self.require_public(ip)
            found.append((family, ip))
        return found

    @staticmethod
    def require_public(ip):
        if isinstance(ip, ipaddress.IPv6Address):
            outside = ip not in ipaddress.IPv6Network("2000::/3")
            tunnelled = ip.ipv4_mapped or ip.sixtofour or ip.teredo
            if outside or tunnelled or ip in ipaddress.IPv6Network("3fff::/20"):
                raise Refused(ip)
        elif ip in ipaddress.IPv4Network("192.0.0.0/24") or ip in ipaddress.IPv4Network("192.88.99.0/24"):
            raise Refused(ip)
        if not ip.is_global or ip.is_private or ip.is_multicast or ip.is_reserved:
            raise Refused(ip)


@contextlib.contextmanager
def refusing(*errors):
    try:
        yield
    except errors as exc:
        raise Refused(str(exc)) from exc


def line_from(family, ip, port, until):
    with socket.socket(family, socket.SOCK_STREAM) as link:
        link.settimeout(2)
        link.connect((str(ip), port))
        end, got = until(), b""
        while len(got) < 1000 and (left := end - time.monotonic()) > 0:
            link.settimeout(left)
            more = link.recv(1000 - len(got))
            if not more:
                break
            got += more
            if b"\n" in got:
                line = got[:got.index(b"\n")]
                return line.removesuffix(b"\r").decode("utf-8", "replace")
    raise TimeoutError("no line")


def greeting(address):
    try:
        mailbox = Mailbox.parse(address)
        addresses = mailbox.addresses()
    except Refused:
        return None
    for family, ip in addresses:
        with contextlib.suppress(OSError):
            return line_from(family, ip, mailbox.port, lambda: time.monotonic() + 2)
    return None
