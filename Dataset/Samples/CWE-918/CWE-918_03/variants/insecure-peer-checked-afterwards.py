import ipaddress
import socket


class Mailbox:
    def __init__(self, address: str):
        host, _, port = address.rpartition(":")
        if not host or not port.isdigit():
            raise ValueError(address)
        self.host = host.strip("[]")
        self.port = int(port)

    def read_line(self):
        with socket.create_connection((self.host, self.port), timeout=2) as connection:
            peer = ipaddress.ip_address(connection.getpeername()[0])
            if not peer.is_global:
                raise PermissionError(f"{peer} is internal")
            data = b""
            while not data.endswith(b"\n"):
                byte = connection.recv(1)
                if not byte or len(data) >= 1000:
                    return None
                data += byte
        return data.rstrip(b"\n").removesuffix(b"\r").decode("utf-8")


def greeting(address):
    try:
        return Mailbox(address).read_line()
    except (OSError, ValueError, OverflowError):
        return None
