"""Calls a mailbox once and returns its greeting."""

import ipaddress
import re
import socket
import time

_SECONDS = 2.0
_BYTES = 1000
_ADDRESS = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<name>[^\s:/@\[\]%]+)):(?P<port>[0-9]{1,5})")
_EMBEDDING = [ipaddress.ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16",
                                                    "2001::/32", "fec0::/10", "::/96")]


class _Refused(Exception):
    """The host is not one of the public internet."""


def _public(text):
    ip = ipaddress.ip_address(text.partition("%")[0])
    if ip.version == 6:
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif any(ip in net for net in _EMBEDDING):
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _resolve(host, port, family):
    """The addresses of the host of one family. Refuses the host when one of them is not public."""
    try:
        found = socket.getaddrinfo(host, port, family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return []
    for *_, target in found:
        if not _public(target[0]):
            raise _Refused(host)
    return found


def _line(family, kind, proto, target):
    """Calls exactly this address; no name is looked up any more."""
    with socket.socket(family, kind, proto) as sock:
        sock.settimeout(_SECONDS)
        sock.connect(target)
        end = time.monotonic() + _SECONDS
        data = b""
        while b"\n" not in data and len(data) < _BYTES:
            left = end - time.monotonic()
            if left <= 0:
                return None
            sock.settimeout(left)
            piece = sock.recv(_BYTES - len(data))
            if not piece:
                return None
            data += piece
    line, feed, _ = data.partition(b"\n")
    return line.removesuffix(b"\r").decode("utf-8", "replace") if feed else None


def greeting(address):
    parts = _ADDRESS.fullmatch(address)
    if not parts or not 1 <= int(parts["port"]) <= 65535:
        return None
    host, port = parts["six"] or parts["name"], int(parts["port"])
    families = [socket.AF_INET6] if parts["six"] else [socket.AF_INET, socket.AF_INET6]
    try:
        # Few members have IPv6 at home: it is only tried when IPv4 leads nowhere.
        for family in families:
            for found in _resolve(host, port, family):
                try:
                    line = _line(*found[:3], found[4])
                except OSError:
                    continue
                if line is not None:
                    return line
    except _Refused:
        pass
    return None
