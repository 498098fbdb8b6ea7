import socket
import time


def greeting(address):
    host, colon, port = address.strip().rpartition(":")
    if not colon or not host or not port.isdigit():
        return None
    port = int(port)
    if not 1 <= port <= 65535:
        return None
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    elif ":" in host:
        return None

    deadline = time.monotonic() + 2
    data = b""
    try:
        with socket.create_connection((host, port), timeout=2) as conn:
            while b"\n" not in data and len(data) < 1000:
                remaining = deadline - time.monotonic()
                if remaining <= 0:
                    return None
                conn.settimeout(remaining)
                chunk = conn.recv(1000 - len(data))
                if not chunk:
                    return None
                data += chunk
    except (OSError, UnicodeError):
        return None
    if b"\n" not in data:
        return None
    line = data.split(b"\n", 1)[0]
    if line.endswith(b"\r"):
        line = line[:-1]
    return line.decode("utf-8", errors="replace")
