"""The network namespace of one run: loopback, and, when a check asks, every address of the world on it."""

import errno
import fcntl
import os
import socket
import struct

_SIOCSIFFLAGS = 0x8914
_UP_AND_RUNNING = 0x1 | 0x40

_RTM_NEWROUTE = 24
_REQUEST_ACK_CREATE = 0x1 | 0x4 | 0x400
_RTA_DST, _RTA_OIF = 1, 4
_TABLE_LOCAL = 255
_PROTOCOL_BOOT = 3
_SCOPE_EVERYWHERE, _SCOPE_HOST = 0, 254
_TYPE_LOCAL, _TYPE_UNREACHABLE = 2, 7
_LOOPBACK_INDEX = 1
_NLMSG_ERROR = 2

DNS_PORT = 53

#: The one public address at which no machine is: a connection to it fails.
NOBODY = "93.184.216.250"


def bring_up_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _UP_AND_RUNNING))


def make_every_address_local() -> None:
    """What `ip route add local default dev lo` does, for IPv4 and IPv6; NOBODY is unreachable.

    A server that listens on the wildcard address then answers at every address, and `getsockname` of an accepted
    connection tells which one the client wanted.
    """
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, socket.NETLINK_ROUTE) as netlink:
        everywhere = struct.pack("HHI", 8, _RTA_OIF, _LOOPBACK_INDEX)
        for family, length, kind, attributes in (
            (socket.AF_INET, 0, _TYPE_LOCAL, everywhere),
            (socket.AF_INET6, 0, _TYPE_LOCAL, everywhere),
            (socket.AF_INET, 32, _TYPE_UNREACHABLE, struct.pack("HH4s", 8, _RTA_DST, socket.inet_aton(NOBODY))),
        ):
            scope = _SCOPE_HOST if kind == _TYPE_LOCAL else _SCOPE_EVERYWHERE
            route = struct.pack("BBBBBBBBI", family, length, 0, 0, _TABLE_LOCAL, _PROTOCOL_BOOT, scope, kind, 0)
            route += attributes
            header = struct.pack("IHHII", 16 + len(route), _RTM_NEWROUTE, _REQUEST_ACK_CREATE, 1, 0)
            netlink.send(header + route)
            answer = netlink.recv(4096)
            _, answered, _, _, _, error = struct.unpack_from("IHHIIi", answer)
            if answered == _NLMSG_ERROR and error:
                if -error != errno.EEXIST:  # a worker for one request may carry out several runs for it
                    raise OSError(-error, f"route to every address: {os.strerror(-error)}")


def open_listeners(ports: list[int]) -> list[tuple[str, int, socket.socket]]:
    """Listening sockets at every address, and the resolver's two sockets: (`tcp` or `udp`, port, socket)."""
    opened = []
    for port in ports:
        for family in (socket.AF_INET, socket.AF_INET6):
            listener = socket.socket(family, socket.SOCK_STREAM)
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            listener.bind(("::" if family == socket.AF_INET6 else "0.0.0.0", port))
            listener.listen(64)
            opened.append(("tcp", port, listener))
    resolver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    resolver.bind(("127.0.0.1", DNS_PORT))
    opened.append(("udp", DNS_PORT, resolver))
    return opened
