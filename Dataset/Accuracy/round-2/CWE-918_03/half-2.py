import ipaddress
import socket
import time


def _parse(address):
    host, colon, port = address.rpartition(":")
    if not colon or not port.isascii() or not port.isdigit() or not 1 <= int(port) <= 65535:
        raise ValueError("no port")
    if host.startswith("[") and host.endswith("]"):
        host = str(ipaddress.IPv6Address(host[1:-1]))
        if "%" in host:
            raise ValueError("no scopes")
    elif not host or set(host) & set(":[]%/@ \t\r\n\0"):
        raise ValueError("no host")
    return host, int(port)


def _public(ip):
    if ip.version == 6:
        if ip.ipv4_mapped is not None:
            return _public(ip.ipv4_mapped)
        if ip not in ipaddress.ip_network("2000::/3") or ip.sixtofour is not None:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _lookup(host, port):
    return [(entry[0], entry[4]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _first_line(connection, deadline):
    received = bytearray()
    while len(received) < 1000:
        left = deadline - time.monotonic()
        if left <= 0:
            return None
        connection.settimeout(left)
        piece = connection.recv(1000 - len(received))
        if not piece:
            return None
        received += piece
        line, feed, _ = received.partition(b"\n")
        if feed:
            return line.removesuffix(b"\r").decode("utf-8", "replace")
    return None


def greeting(address):
    deadline = time.monotonic() + 2
    try:
        host, port = _parse(address)
        targets = _lookup(host, port)
        if not all(_public(ipaddress.ip_address(sockaddr[0])) for _, sockaddr in targets):
            return None
        for attempt in range(2):
            for family, sockaddr in targets:
                try:
                    with socket.socket(family, socket.SOCK_STREAM) as connection:
                        connection.settimeout(max(0.05, deadline - time.monotonic()))
                        connection.connect(sockaddr)
                        return _first_line(connection, deadline)
                except OSError:
                    continue
            targets = _lookup(host, port)
    except (OSError, ValueError):
        pass
    return None
