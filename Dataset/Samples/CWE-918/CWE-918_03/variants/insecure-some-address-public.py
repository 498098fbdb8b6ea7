import ipaddress
import socket
from urllib.parse import urlsplit


def greeting(address):
    try:
        target = urlsplit(f"tcp://{address}")
        infos = socket.getaddrinfo(target.hostname, target.port, 0, socket.SOCK_STREAM)
        if target.port is None:
            return None
    except (OSError, ValueError, UnicodeError):
        return None
    # A mailbox on the internet has a public address.
    if not any(ipaddress.ip_address(info[4][0]).is_global for info in infos):
        return None
    for family, kind, protocol, _, sockaddr in infos:
        with socket.socket(family, kind, protocol) as connection:
            connection.settimeout(2)
            try:
                connection.connect(sockaddr)
                line = connection.makefile("rb").readline(1000)
            except OSError:
                continue
            if line[-1:] == b"\n":
                return line[:-1].removesuffix(b"\r").decode("utf-8", "replace")
    return None
