import socket
from contextlib import ExitStack
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from time import monotonic

INTERNAL = {
    4: "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
       "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4",
    6: "::/3 2001::/23 2001:db8::/32 2002::/16 3fff::/20 4000::/2 8000::/1",
}
INTERNAL = {version: [ip_network(net) for net in nets.split()] for version, nets in INTERNAL.items()}


class Nothing(Exception):
    pass


@dataclass
class Mailbox:
    host: str
    port: int

    @classmethod
    def parse(cls, typed):
        host, colon, port = typed.rpartition(":")
        if not (colon and port.isascii() and port.isdigit() and len(port) < 6 and 1 <= int(port) <= 65535):
            raise Nothing("port")
        if host.startswith("[") and host.endswith("]"):
            host = host[1:-1]
            if "%" in host:
                raise Nothing("zone")
            IPv6Address(host)
        elif not host or not all(c.isalnum() or c in "-._" for c in host):
            raise Nothing("host")
        return cls(host, int(port))

    def addresses(self):
        infos = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
        for *_, sockaddr in infos:
            ip = ip_address(sockaddr[0])
            if any(ip in net for net in INTERNAL[ip.version]):
                raise Nothing(f"{ip} is not public")
        return infos

    def call(self, info):
        with ExitStack() as stack:
            sock = stack.enter_context(socket.socket(*info[:3]))
            sock.settimeout(2)
            sock.connect(info[4])
            end, line = monotonic() + 2, b""
            while (at := line.find(b"\n")) < 0:
                if len(line) >= 1000 or (rest := end - monotonic()) <= 0:
                    raise Nothing("no whole line")
                sock.settimeout(rest)
                if not (more := sock.recv(1000 - len(line))):
                    raise Nothing("hung up")
                line += more
            return line[:at].removesuffix(b"\r").decode(errors="replace")


def greeting(address):
    try:
        box = Mailbox.parse(address)
        for info in box.addresses():
            try:
                return box.call(info)
            except (OSError, Nothing):
                pass
    except (Nothing, OSError, ValueError):
        pass
    return None
