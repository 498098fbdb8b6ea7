import socket


def greeting(address):
    try:
        host, port = address.rsplit(":", 1)
        host = host.strip("[]")
        port = int(port)
    except ValueError:
        return None

    data = b""
    try:
        with socket.create_connection((host, port), timeout=2) as sock:
            while b"\n" not in data:
                if len(data) >= 1000:
                    return None
                chunk = sock.recv(1000 - len(data))
                if not chunk:
                    return None
                data += chunk
    except (OSError, OverflowError):
        return None

    line = data.split(b"\n", 1)[0].decode("utf-8")
    return line.removesuffix("\r")
