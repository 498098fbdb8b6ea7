import ipaddress
import re
import socket
import time

ADDRESS = re.compile(r"(?:\[(?P<v6>[0-9A-Fa-f:.]+)\]|(?P<host>[^\[\]:/\s]+)):(?P<port>[0-9]{1,5})")


def _internal(text):
    ip = ipaddress.ip_address(text.split("%")[0])
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return (
        ip.is_private
        or ip.is_loopback
        or ip.is_link_local
        or ip.is_multicast
        or ip.is_reserved
        or ip.is_unspecified
        or getattr(ip, "is_site_local", False)
        or getattr(ip, "sixtofour", None) is not None
    )


def _first_line(connection, deadline):
    data = b""
    while b"\n" not in data:
        left = deadline - time.monotonic()
        if left <= 0 or len(data) >= 1000:
            return None
        connection.settimeout(left)
        chunk = connection.recv(1000 - len(data))
        if not chunk:
            return None
        data += chunk
    line = data.split(b"\n")[0]
    return line.removesuffix(b"\r").decode("utf-8", "replace")


def greeting(address):
    match = ADDRESS.fullmatch(address)
    if not match or not 1 <= int(match["port"]) <= 65535:
        return None
    host = match["v6"] or match["host"]
    try:
        found = socket.getaddrinfo(host, int(match["port"]), type=socket.SOCK_STREAM)
    except (OSError, ValueError):
        return None
    if any(_internal(entry[4][0]) for entry in found):
        return None
    for family, kind, protocol, _, target in found:
        try:
            with socket.socket(family, kind, protocol) as connection:
                connection.settimeout(2)
                connection.connect(target)
                line = _first_line(connection, time.monotonic() + 2)
        except OSError:
            continue
        if line is not None:
            return line
    return None
