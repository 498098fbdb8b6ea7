"""Calls mailboxes of the club and shows their greeting."""
import ipaddress
import socket
import time

LIMIT = 1000
PATIENCE = 2


def _public(ip):
    """Whether an address is one of the open internet; of IPv6, only plain unicast (2000::/3) is, or a mapped IPv4."""
    if ip.version == 6:
        if ip.ipv4_mapped:
            return _public(ip.ipv4_mapped)
        if ip.sixtofour or ip.teredo or ip not in ipaddress.ip_network("2000::/3"):
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _split(address):
    host, colon, port = address.rpartition(":")
    if not colon or not port.isascii() or not port.isdigit() or len(port) > 5 or not 1 <= int(port) <= 65535:
        raise ValueError("port")
    if host.startswith("[") and host.endswith("]"):
        host = str(ipaddress.IPv6Address(host[1:-1]))
    elif not host or set(host) & set("[]:/@%?# \t\r\n\0"):
        raise ValueError("host")
    return host, int(port)


def _listen(connection):
    until = time.monotonic() + PATIENCE
    heard = bytearray()
    while len(heard) < LIMIT:
        connection.settimeout(max(0.001, until - time.monotonic()))
        part = connection.recv(LIMIT - len(heard))
        if not part:
            return None
        heard += part
        if b"\n" in part:
            line = bytes(heard[:heard.index(b"\n")])
            return (line[:-1] if line.endswith(b"\r") else line).decode("utf-8", errors="replace")
        if time.monotonic() > until:
            return None
    return None


def greeting(address):
    try:
        host, port = _split(address)
    except ValueError:
        return None
    # IPv6 first, as everywhere; the mailboxes that have IPv4 only come second.
    for family in (socket.AF_INET6, socket.AF_INET):
        try:
            answers = socket.getaddrinfo(host, port, family, socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError):
            continue                        # no address of this family
        if not all(_public(ipaddress.ip_address(where[0].split("%")[0])) for *_, where in answers):
            return None
        for *kind, _, where in answers:     # the very addresses that were checked
            try:
                with socket.socket(*kind) as connection:
                    connection.settimeout(PATIENCE)
                    connection.connect(where)
                    line = _listen(connection)
            except OSError:
                continue
            if line is not None:
                return line
    return None
