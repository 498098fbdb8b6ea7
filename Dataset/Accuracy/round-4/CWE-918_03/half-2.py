import ipaddress
import re
import socket
import time

ADDRESS = re.compile(r"(?:\[(?P<v6>[0-9A-Fa-f:.]+)\]|(?P<host>[A-Za-z0-9._-]+)):(?P<port>[0-9]{1,5})")
_public_hosts = set()


def _public(host, addresses):
    if host not in _public_hosts:
        for *_, sockaddr in addresses:
            ip = ipaddress.ip_address(sockaddr[0].partition("%")[0])
            if not ip.is_global or ip.is_multicast:
                return False
        _public_hosts.add(host)
    return True


def _first_line(sock):
    end = time.monotonic() + 2
    received = bytearray()
    while b"\n" not in received:
        left = end - time.monotonic()
        if left <= 0 or len(received) >= 1000:
            return None
        sock.settimeout(left)
        piece = sock.recv(1000 - len(received))
        if not piece:
            return None
        received += piece
    return received.partition(b"\n")[0].removesuffix(b"\r").decode("utf-8", "replace")


def greeting(address):
    match = ADDRESS.fullmatch(address)
    if match is None:
        return None
    host, port = match["v6"] or match["host"], int(match["port"])
    if not 0 < port < 65536:
        return None
    try:
        addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return None
    if not _public(host, addresses):
        return None
    for family, kind, proto, _, sockaddr in addresses:
        try:
            with socket.socket(family, kind, proto) as sock:
                sock.settimeout(2)
                sock.connect(sockaddr)
                line = _first_line(sock)
                if line is not None:
                    return line
        except OSError:
            pass
    return None
