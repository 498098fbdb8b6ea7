import ipaddress
import re
import socket
import time

ADDRESS = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([\w.-]+)):([0-9]{1,5})")
SECONDS, LIMIT = 2.0, 1000


def _public(text):
    ip = ipaddress.ip_address(text.split("%")[0])
    if ip.version == 6:
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif ip.sixtofour is not None or ip.teredo is not None or ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_loopback
                                 or ip.is_link_local or ip.is_unspecified)


def _split(address):
    match = ADDRESS.fullmatch(address)
    if match is None or not 1 <= int(match[3]) <= 65535:
        raise ValueError("not host:port")
    if match[1] is not None:
        ipaddress.IPv6Address(match[1])
    elif re.fullmatch(r"[0-9.]+|(.*\.)?0[xX][0-9A-Fa-f]*\.?", match[2]):
        ipaddress.IPv4Address(match[2])  # no short, octal or hexadecimal forms
    return match[1] or match[2], int(match[3])


def _read_line(family, sockaddr):
    deadline = time.monotonic() + SECONDS
    data = b""
    with socket.socket(family, socket.SOCK_STREAM) as conn:
        conn.settimeout(SECONDS)
        conn.connect(sockaddr)  # a numeric address, the one that was checked
        while len(data) < LIMIT:
            left = deadline - time.monotonic()
            if left <= 0:
                return None
            conn.settimeout(left)
            chunk = conn.recv(LIMIT - len(data))
            if not chunk:
                return None
            data += chunk
            line, found, _ = data.partition(b"\n")
            if found:
                return line.removesuffix(b"\r").decode("utf-8", "replace")
    return None


def greeting(address):
    try:
        host, port = _split(address)
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        if not infos or not all(_public(info[4][0]) for info in infos):
            return None
    except (ValueError, OSError):
        return None
    for family, _, _, _, sockaddr in infos:
        try:
            line = _read_line(family, sockaddr)
        except OSError:
            continue
        if line is not None:
            return line
    return None
