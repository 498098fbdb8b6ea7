"""Calls all addresses of a mailbox side by side; the first whole line is its greeting."""

import errno
import ipaddress
import re
import selectors
import socket
import time

_FORM = re.compile(
    r"(?:\[(?P<v6>[0-9a-f:.]+)\]|(?P<v4>[0-9]+(?:\.[0-9]+){3})"
    r"|(?P<name>(?!-)[\w-]+(?:\.[\w-]+)*\.?)):0*(?P<port>[1-9][0-9]{0,4})",
    re.IGNORECASE,
)


def _inner(ip):
    """The address itself and all IPv4 addresses that are hidden in it."""
    yield ip
    if ip.version == 6:
        raw = ip.packed
        if raw[:4] == b"\0\x64\xff\x9b":            # NAT64, of both kinds
            yield ipaddress.IPv4Address("127.0.0.1")
        if ip.sixtofour:
            yield ip.sixtofour
        if ip.teredo:
            yield from ip.teredo
        if raw[:12] == bytes(12):
            yield ipaddress.IPv4Address(raw[12:])


def _public(ip):
    if ip.version == 6 and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return all(
        each.is_global
        and not (each.is_multicast or each.is_reserved or each.is_private or each.is_link_local)
        and not getattr(each, "is_site_local", False)
        for each in _inner(ip)
    )


class _Call:
    def __init__(self, family, target):
        self.sock = socket.socket(family, socket.SOCK_STREAM)
        self.sock.setblocking(False)
        self.data = b""
        self.connected = False
        self.deadline = time.monotonic() + 2
        code = self.sock.connect_ex(target)
        if code not in (0, errno.EINPROGRESS):
            self.sock.close()
            raise OSError(code, "nobody answers")

    def step(self):
        """Goes on after the socket is ready; returns whether this call is still worth it."""
        if not self.connected:
            if self.sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                return False
            self.connected, self.deadline = True, time.monotonic() + 2
            return True
        try:
            piece = self.sock.recv(1000 - len(self.data))
        except BlockingIOError:
            return True
        except OSError:
            return False
        self.data += piece
        return bool(piece) and (len(self.data) < 1000 or b"\n" in self.data)


def _race(targets):
    calls = []
    with selectors.DefaultSelector() as selector:
        try:
            for family, target in targets:
                try:
                    call = _Call(family, target)
                except OSError:
                    continue
                calls.append(call)
                selector.register(call.sock, selectors.EVENT_WRITE, call)
            while waiting := [key.data for key in selector.get_map().values()]:
                now = time.monotonic()
                for call in waiting:
                    if call.deadline <= now:
                        selector.unregister(call.sock)
                until = min(call.deadline for call in waiting)
                for key, _ in selector.select(max(0, until - now)):
                    call = key.data
                    if not call.step():
                        selector.unregister(call.sock)
                    elif b"\n" in call.data:
                        return call.data[:call.data.index(b"\n")]
                    elif call.connected:
                        selector.modify(call.sock, selectors.EVENT_READ, call)
        finally:
            for call in calls:
                call.sock.close()
    return None


def greeting(address):
    form = _FORM.fullmatch(address)
    if not form or int(form["port"]) > 65535:
        return None
    port = int(form["port"])
    try:
        if form["v6"]:
            ips = [ipaddress.IPv6Address(form["v6"])]
        elif form["v4"]:
            ips = [ipaddress.IPv4Address(form["v4"])]
        else:
            ips = [ipaddress.ip_address(info[4][0]) for info in socket.getaddrinfo(form["name"], port)]
    except (ValueError, OSError):
        return None
    if not all(map(_public, ips)):
        return None
    families = {4: socket.AF_INET, 6: socket.AF_INET6}
    line = _race(dict.fromkeys((families[ip.version], (str(ip), port)) for ip in ips))
    if line is None:
        return None
    return re.sub(rb"\r\Z", b"", line).decode("utf-8", errors="replace")
