import ipaddress
import re
import socket
import time

ADDRESS = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\s:\[\]%/@]+)):([0-9]{1,5})")
NAT64 = ipaddress.ip_network("64:ff9b::/96")
SECONDS = 2
MOST = 1000


def _public(ip):
    if ip.version == 6:
        # an IPv4 address may hide in an IPv6 address
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return _public(inner)
        if ip.teredo is not None or ip.is_site_local:
            return False
    return ip.is_global and not (
        ip.is_multicast or ip.is_reserved or ip.is_loopback
        or ip.is_link_local or ip.is_unspecified)


def _resolve(address):
    """The socket addresses to call, or [] when the host is refused."""
    match = ADDRESS.fullmatch(address)
    if match is None or not 1 <= int(match.group(3)) <= 65535:
        return []
    host = match.group(2)
    if match.group(1):
        host = str(ipaddress.IPv6Address(match.group(1)))
    found = socket.getaddrinfo(
        host, int(match.group(3)), type=socket.SOCK_STREAM)
    for family, _, _, _, where in found:
        if family not in (socket.AF_INET, socket.AF_INET6):
            return []
        if not _public(ipaddress.ip_address(where[0])):
            return []
    return [(family, where) for family, _, _, _, where in found]


def _first_line(family, where):
    with socket.socket(family, socket.SOCK_STREAM) as call:
        call.settimeout(SECONDS)
        call.connect(where)     # numbers only: no second look-up
        deadline = time.monotonic() + SECONDS
        data = b""
        while b"\n" not in data:
            left = deadline - time.monotonic()
            if left <= 0 or len(data) >= MOST:
                return None
            call.settimeout(left)
            piece = call.recv(MOST - len(data))
            if not piece:
                return None
            data += piece
    line = data.partition(b"\n")[0].removesuffix(b"\r")
    return line.decode("utf-8", "replace")


def greeting(address):
    try:
        targets = _resolve(address)
    except (OSError, ValueError):   # UnicodeError is a ValueError
        return None
    for family, where in targets:
        try:
            line = _first_line(family, where)
        except OSError:
            continue
        if line is not None:
            return line
    return None
