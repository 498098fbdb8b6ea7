import contextlib
import logging
import socket
from ipaddress import IPv6Address, ip_address, ip_network
from time import monotonic

log = logging.getLogger("mailboxes")

NOT_PUBLIC = [
    ip_network(text)
    for text in """
    0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
    192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24
    224.0.0.0/4 240.0.0.0/4
    ::/3 4000::/2 8000::/1 2001::/23 2001:db8::/32 2002::/16 3fff::/20
    """.split()
]


def _public(ip):
    inside = any(ip in network for network in NOT_PUBLIC if network.version == ip.version)
    return ip.is_global and not inside


def _host_and_port(address):
    host, _, port = address.rpartition(":")
    if not (port.isascii() and port.isdecimal() and len(port) <= 5 and 1 <= int(port) <= 65535):
        raise ValueError("port")
    if host[:1] == "[" and host[-1:] == "]":
        if "%" in host:
            raise ValueError("zone")
        return str(IPv6Address(host[1:-1])), int(port)
    if not host or set(host) & set(":[]/%@") or any(c.isspace() or not c.isprintable() for c in host):
        raise ValueError("host")
    return host, int(port)


def _addresses(host, port):
    """All addresses of the host as arguments for a socket; ValueError if one of them is not public."""
    result = []
    for family, _, _, _, sockaddr in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if family not in (socket.AF_INET, socket.AF_INET6):
            raise ValueError("unknown family")
        ip = ip_address(sockaddr[0])
        if not _public(ip):
            raise ValueError(f"{ip} is not public")
        result.append((family, (str(ip), port)))
    return result


def _pieces(connection, until):
    left = 1000
    while left and (seconds := until - monotonic()) > 0:
        connection.settimeout(seconds)
        piece = connection.recv(left)
        if not piece:
            return
        left -= len(piece)
        yield piece


def _greet(family, target):
    with contextlib.closing(socket.socket(family, socket.SOCK_STREAM)) as connection:
        connection.settimeout(2)
        connection.connect(target)
        data = b""
        for piece in _pieces(connection, monotonic() + 2):
            data += piece
            if b"\n" in piece:
                line, _, _ = data.partition(b"\n")
                return line.removesuffix(b"\r").decode(errors="replace")
    return None


def greeting(address):
    try:
        found = _addresses(*_host_and_port(address))
    except (ValueError, OSError) as problem:
        log.info("%r was not called: %s", address, problem)
        return None
    for each in dict.fromkeys(found):
        with contextlib.suppress(OSError):
            if (line := _greet(*each)) is not None:
                return line
    return None
