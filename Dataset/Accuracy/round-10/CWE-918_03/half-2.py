"""Calls a mailbox once and returns its greeting."""

import ipaddress
import re
import socket
import time

TIMEOUT = 2
LIMIT = 1000


def _split(address):
    """Host and port, or None when the address is not of the form."""
    match = re.fullmatch(r"(\[[^\[\]]+\]|[^:\[\]]+):([0-9]+)", address)
    if match is None:
        return None
    host, port = match[1], int(match[2][:8])
    if not 1 <= port <= 65535:
        return None
    if host.startswith("["):
        try:
            host = str(ipaddress.IPv6Address(host[1:-1]))
        except ValueError:
            return None
        if "%" in host:
            return None
    elif not re.fullmatch(r"[\w-]+(\.[\w-]+)*\.?", host):
        return None
    return host, port


def _is_public(text):
    """Whether an address belongs to the public internet, and so does the IPv4 address in it."""
    ip = ipaddress.ip_address(text.split("%")[0])
    inner = []
    if ip.version == 6:
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip.ipv4_mapped:
            return _is_public(str(ip.ipv4_mapped))
    for each in (ip, *inner):
        if each is not None and (
            not each.is_global
            or each.is_multicast
            or each.is_unspecified
            or getattr(each, "is_site_local", False)
        ):
            return False
    return True


def _call(family, kind, proto, target):
    with socket.socket(family, kind, proto) as sock:
        sock.settimeout(TIMEOUT)
        sock.connect(target)
        deadline = time.monotonic() + TIMEOUT
        received = bytearray()
        while len(received) < LIMIT and b"\n" not in received:
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                return None
            sock.settimeout(remaining)
            piece = sock.recv(LIMIT - len(received))
            if not piece:
                return None
            received += piece
    line, found, _ = bytes(received).partition(b"\n")
    if not found:
        return None
    return line.removesuffix(b"\r").decode("utf-8", "replace")


def greeting(address):
    split = _split(address)
    if split is None:
        return None
    try:
        infos = socket.getaddrinfo(*split, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return None
    # All of them first, and then exactly these are called.
    if not all(_is_public(info[4][0]) for info in infos):
        return None
    for family, kind, proto, _, target in infos:
        try:
            line = _call(family, kind, proto, target)
        except OSError:
            continue
        if line is not None:
            return line
    return None
