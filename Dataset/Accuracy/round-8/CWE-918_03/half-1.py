import ipaddress
import re
import socket
import time

ADDRESS = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\s:\[\]/@]+)):([0-9]{1,5})")
UNICAST = ipaddress.ip_network("2000::/3")


def _is_public(text):
    ip = ipaddress.ip_address(text)
    if ip.version == 6 and (ip not in UNICAST or ip.sixtofour or ip.teredo):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _read_line(sock, deadline):
    data = b""
    while b"\n" not in data and len(data) < 1000:
        left = deadline - time.monotonic()
        if left <= 0:
            return None
        sock.settimeout(left)
        chunk = sock.recv(1000 - len(data))
        if not chunk:
            return None
        data += chunk
    line, end, _ = data.partition(b"\n")
    return line.removesuffix(b"\r").decode("utf-8", "replace") if end else None


def greeting(address):
    match = ADDRESS.fullmatch(address)
    if not match or not 1 <= int(match[3]) <= 65535:
        return None
    host, port = match[1] or match[2], int(match[3])
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return None
    for family, kind, protocol, _, where in infos:
        if not _is_public(where[0]):
            return None
        try:
            with socket.socket(family, kind, protocol) as sock:
                sock.settimeout(2)
                sock.connect(where)  # the very address that was checked
                return _read_line(sock, time.monotonic() + 2)
        except OSError:
            continue
    return None
