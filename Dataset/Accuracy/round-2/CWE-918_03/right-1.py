import asyncio
import ipaddress
import re
import socket

FORM = re.compile(r"(?:\[(?P<six>[0-9a-fA-F:.]+)\]|(?P<name>[^\s:/@\[\]%\0]+)):(?P<port>[0-9]{1,5})")
CLOSED = [ipaddress.ip_network(text) for text in (
    "192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2002::/16", "3fff::/20")]
OPEN6 = ipaddress.ip_network("2000::/3")


def is_public(text):
    ip = ipaddress.ip_address(text)
    if ip.version == 6 and ip not in OPEN6:
        return False
    if any(ip.version == net.version and ip in net for net in CLOSED):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_unspecified)


async def call(loop, entry):
    family, kind, proto, _, sockaddr = entry
    with socket.socket(family, kind, proto) as sock:
        sock.setblocking(False)
        await loop.sock_connect(sock, sockaddr)
        data = b""
        while b"\n" not in data:
            if len(data) >= 1000:
                return None
            block = await loop.sock_recv(sock, 1000 - len(data))
            if not block:
                return None
            data += block
        line, _, _ = data.partition(b"\n")
        return line.removesuffix(b"\r").decode("utf-8", errors="replace")


async def first_answer(entries):
    loop = asyncio.get_running_loop()
    tasks = [asyncio.ensure_future(asyncio.wait_for(call(loop, entry), 2)) for entry in entries]
    lines = await asyncio.gather(*tasks, return_exceptions=True)
    return next((line for line in lines if isinstance(line, str)), None)


def greeting(address):
    match = FORM.fullmatch(address)
    if match is None or not 0 < int(match["port"]) < 65536:
        return None
    try:
        if match["six"]:
            ipaddress.IPv6Address(match["six"])
        entries = socket.getaddrinfo(match["six"] or match["name"], int(match["port"]), type=socket.SOCK_STREAM)
        if not entries or not all(is_public(entry[4][0]) for entry in entries):
            return None
    except (OSError, ValueError):
        return None
    return asyncio.run(first_answer(entries))
