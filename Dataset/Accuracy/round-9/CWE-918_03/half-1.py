"""Greetings of the club's mailboxes."""
import ipaddress
import re
import socket
import time

_ADDRESS = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<host>[^\s\[\]:/@%]+)):(?P<port>[0-9]{1,5})")
_SECONDS = 2.0
_BYTES = 1000

# IPv6 addresses that ipaddress calls global, though they lead to an IPv4 address or into a site
_DETOURS = [ipaddress.ip_network(net) for net in (
    "::/96",            # IPv4-compatible
    "64:ff9b::/96",     # NAT64
    "64:ff9b:1::/48",   # NAT64, local
    "2001::/32",        # Teredo
    "2002::/16",        # 6to4
    "fec0::/10",        # site-local
    "5f00::/16",        # segment routing
)]


def _is_public(text):
    address = ipaddress.ip_address(text.partition("%")[0])
    # is_global also looks at the IPv4 address in a mapped one (::ffff:10.0.0.1)
    if not address.is_global or address.is_multicast or address.is_unspecified:
        return False
    return not any(address.version == net.version and address in net for net in _DETOURS)


def _line(family, sockaddr):
    end = time.monotonic() + _SECONDS
    data = b""
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(_SECONDS)
        connection.connect(sockaddr)
        while b"\n" not in data and len(data) < _BYTES:
            left = end - time.monotonic()
            if left <= 0:
                return None
            connection.settimeout(left)
            block = connection.recv(_BYTES - len(data))
            if not block:
                return None
            data += block
    line, found, _ = data.partition(b"\n")
    if not found:
        return None
    return line.removesuffix(b"\r").decode("utf-8", "replace")


def greeting(address):
    match = _ADDRESS.fullmatch(address)
    if not match or not 1 <= int(match["port"]) <= 65535:
        return None
    host = match["six"] or match["host"]
    family = socket.AF_INET6 if match["six"] else socket.AF_UNSPEC
    try:
        found = socket.getaddrinfo(host, int(match["port"]), family, socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return None
    # One that is not public is enough to leave it; and what was looked at here is what is called below.
    if not all(_is_public(sockaddr[0]) for *_, sockaddr in found):
        return None
    for family, _, _, _, sockaddr in found:
        try:
            line = _line(family, sockaddr)
        except OSError:
            continue
        if line is not None:
            return line
    return None
