import ipaddress
import re
import socket
import time

ADDRESS = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\s:\[\]/@]+)):([0-9]{1,5})")


def _public(text):
    ip = ipaddress.ip_address(text)
    if ip.version == 6:
        if ip.is_site_local:
            return False
        ip = ip.ipv4_mapped or ip.sixtofour or ip
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _read_line(connection, deadline):
    data = b""
    while b"\n" not in data and len(data) < 1000:
        left = deadline - time.monotonic()
        if left <= 0:
            return None
        connection.settimeout(left)
        part = connection.recv(1000 - len(data))
        if not part:
            return None
        data += part
    line, feed, _ = data.partition(b"\n")
    return line.removesuffix(b"\r").decode("utf-8", "replace") if feed else None


def greeting(address):
    match = ADDRESS.fullmatch(address)
    if not match or not 1 <= int(match[3]) <= 65535:
        return None
    host, port = match[1] or match[2], int(match[3])
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        if not all(_public(info[4][0]) for info in infos):
            return None
        with socket.create_connection((host, port), timeout=2) as connection:
            # the name may have got another address in the meantime
            if not _public(connection.getpeername()[0]):
                return None
            return _read_line(connection, time.monotonic() + 2)
    except (OSError, ValueError):
        return None
