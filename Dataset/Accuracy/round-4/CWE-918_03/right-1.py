import contextlib
import ipaddress
import re
import select
import socket
import time
from dataclasses import dataclass

FORBIDDEN = [ipaddress.ip_network(n) for n in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96", "fec0::/10")]


class Refused(Exception):
    pass


@dataclass(frozen=True)
class Target:
    host: str
    port: int

    @classmethod
    def parse(cls, text):
        host, colon, port = text.rpartition(":")
        if not colon or not re.fullmatch("[0-9]{1,5}", port) or not 1 <= int(port) <= 65535:
            raise Refused("port")
        if host.startswith("[") and host.endswith("]"):
            try:
                return cls(str(ipaddress.IPv6Address(host[1:-1])), int(port))
            except ValueError:
                raise Refused("IPv6 address") from None
        if not re.fullmatch(r"[^\s\[\]:/@%\x00]+", host):
            raise Refused("host")
        return cls(host, int(port))

    def endpoints(self):
        try:
            infos = socket.getaddrinfo(self.host, self.port, 0, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        except (OSError, UnicodeError):
            raise Refused("unknown host") from None
        found = list(dict.fromkeys((family, sockaddr) for family, _, _, _, sockaddr in infos))
        for _, sockaddr in found:
            ip = ipaddress.ip_address(sockaddr[0])
            if not ip.is_global or ip.is_multicast or ip.is_reserved or any(ip in n for n in FORBIDDEN):
                raise Refused("not public")
        return found


def chunks(sock, seconds):
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        ready, _, _ = select.select([sock], [], [], left)
        if not ready:
            return
        byte = sock.recv(1)
        if not byte:
            return
        yield byte


def first_line(sock):
    line = bytearray()
    for byte in chunks(sock, 2.0):
        if byte == b"\n":
            return line.removesuffix(b"\r").decode("utf-8", "replace")
        line += byte
        if len(line) >= 1000:
            return None
    return None


def greeting(address):
    try:
        endpoints = Target.parse(address).endpoints()
    except (Refused, ValueError):
        return None
    for family, sockaddr in endpoints:
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_STREAM) as sock:
            sock.settimeout(2.0)
            sock.connect(sockaddr)
            line = first_line(sock)
            if line is not None:
                return line
    return None
