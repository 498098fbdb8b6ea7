import ipaddress
import socket


def is_public(host, port):
    for *_, target in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if not ipaddress.ip_address(target[0]).is_global:
            return False
    return True


def greeting(address):
    host, separator, port = address.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    try:
        if not host or not is_public(host, int(port)):
            return None
        # The name is looked up once more here.
        with socket.create_connection((host, int(port)), timeout=2) as connection:
            with connection.makefile("rb") as stream:
                line = stream.readline(1000)
    except (OSError, ValueError, OverflowError):
        return None
    if not line.endswith(b"\n"):
        return None
    return line.rstrip(b"\r\n").decode("utf-8", "replace")
