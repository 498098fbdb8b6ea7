import ipaddress
import re
import socket
import time


def is_public(text):
    try:
        ip = ipaddress.ip_address(text)
    except ValueError:
        return False
    if ip.version == 6 and (ip not in ipaddress.ip_network("2000::/3") or ip.sixtofour or ip.teredo):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def parse(address):
    match = re.fullmatch(r"(\[[^\[\]\s]+\]|[^\[\]\s:/]+):([0-9]{1,5})", address)
    if match is None:
        return None
    host, port = match[1], int(match[2])
    if not 1 <= port <= 65535:
        return None
    if host.startswith("["):
        host = host[1:-1]
        try:
            ipaddress.IPv6Address(host)
        except ValueError:
            return None
    return host, port


def read_line(sock, deadline):
    data = b""
    while b"\n" not in data:
        left = deadline - time.monotonic()
        if left <= 0 or len(data) >= 1000:
            return None
        sock.settimeout(left)
        chunk = sock.recv(1000 - len(data))
        if not chunk:
            return None
        data += chunk
    line = data.split(b"\n")[0]
    if line.endswith(b"\r"):
        line = line[:-1]
    return line.decode("utf-8", errors="replace")


def greeting(address):
    parsed = parse(address) if isinstance(address, str) else None
    if parsed is None:
        return None
    try:
        infos = socket.getaddrinfo(*parsed, type=socket.SOCK_STREAM)
    except (OSError, ValueError):
        return None
    if not all(is_public(info[4][0]) for info in infos):
        return None
    for family, kind, proto, _, target in infos:
        try:
            with socket.socket(family, kind, proto) as sock:
                deadline = time.monotonic() + 2
                sock.settimeout(2)
                sock.connect(target)
                line = read_line(sock, deadline)
        except OSError:
            continue
        if line is not None:
            return line
    return None
