import ipaddress
import re
import socket
import time

ADDRESS = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+)):([0-9]{1,5})")


def _is_public(text):
    ip = ipaddress.ip_address(text)
    if ip.version == 6:
        if ip.ipv4_mapped:
            return _is_public(str(ip.ipv4_mapped))
        if ip.sixtofour or ip.teredo or ip.is_site_local:
            return False
    return not (ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast
                or ip.is_reserved or ip.is_unspecified)


def _read_line(connection, deadline):
    data = b""
    while b"\n" not in data:
        left = deadline - time.monotonic()
        if left <= 0 or len(data) >= 1000:
            return None
        connection.settimeout(left)
        block = connection.recv(1000 - len(data))
        if not block:
            return None
        data += block
    line = data.split(b"\n", 1)[0]
    return line.removesuffix(b"\r").decode("utf-8", "replace")


def greeting(address):
    match = ADDRESS.fullmatch(address)
    if not match:
        return None
    v6, name, port = match.groups()
    port = int(port)
    if not 1 <= port <= 65535:
        return None
    try:
        if v6:
            ipaddress.IPv6Address(v6)
        found = socket.getaddrinfo(v6 or name, port, type=socket.SOCK_STREAM)
        if not found or not all(_is_public(entry[4][0]) for entry in found):
            return None
    except (OSError, ValueError):
        return None
    deadline = time.monotonic() + 2
    for family, kind, proto, _, sockaddr in found:
        try:
            with socket.socket(family, kind, proto) as connection:
                connection.settimeout(max(0.1, deadline - time.monotonic()))
                connection.connect(sockaddr)
                line = _read_line(connection, deadline)
        except OSError:
            continue
        if line is not None:
            return line
    return None
