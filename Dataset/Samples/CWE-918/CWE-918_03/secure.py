import ipaddress
import socket
from urllib.parse import urlsplit

#: Of IPv6, what is given out on the internet: blocks that lead to an IPv4 address inside have no place in it, but 6to4.
INTERNET = ipaddress.ip_network("2000::/3")


def is_public(text):
    address = ipaddress.ip_address(text.partition("%")[0])
    if address.version == 6 and (address not in INTERNET or address.sixtofour):
        return False
    return address.is_global and not address.is_multicast


def connect(host, port):
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not all(is_public(target[0]) for *_, target in found):
        return None
    for family, kind, protocol, _, target in found:
        connection = socket.socket(family, kind, protocol)
        connection.settimeout(2)
        try:
            connection.connect(target)
            return connection
        except OSError:
            connection.close()
    return None


def greeting(address):
    try:
        parts = urlsplit("//" + address)
        host, port = parts.hostname, parts.port
        if not host or not port:
            return None
        connection = connect(host, port)
    except (OSError, ValueError):
        return None
    if connection is None:
        return None

    received = b""
    with connection:
        try:
            while b"\n" not in received and len(received) < 1000:
                data = connection.recv(1000)
                if not data:
                    break
                received += data
        except OSError:
            return None

    line, end, _ = received.partition(b"\n")
    return line.removesuffix(b"\r").decode("utf-8", "replace") if end else None
