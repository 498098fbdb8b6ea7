import socket
from urllib.parse import urlsplit


def greeting(address):
    try:
        parts = urlsplit("//" + address)
        host, port = parts.hostname, parts.port
        if not host or not port:
            return None
        connection = socket.create_connection((host, port), timeout=2)
    except (OSError, ValueError):
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
