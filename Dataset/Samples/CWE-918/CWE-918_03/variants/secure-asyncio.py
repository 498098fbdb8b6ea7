import asyncio
import ipaddress
import socket

#: Of IPv6, what is given out on the internet: blocks that lead to an IPv4 address inside have no place in it, but 6to4.
INTERNET = ipaddress.ip_network("2000::/3")


def is_public(text):
    address = ipaddress.ip_address(text.partition("%")[0])
    if address.version == 6 and (address not in INTERNET or address.sixtofour):
        return False
    return address.is_global and not address.is_multicast


async def call(host, port):
    loop = asyncio.get_running_loop()
    infos = await loop.getaddrinfo(host, port, proto=socket.IPPROTO_TCP)
    for info in infos:
        if not is_public(info[4][0]):
            raise ValueError(f"{host} is not a public host")
    for info in infos:
        try:
            reader, writer = await asyncio.open_connection(info[4][0], port)
        except OSError:
            continue
        try:
            line = await reader.readuntil(b"\n")
        finally:
            writer.close()
        return line.rstrip(b"\n").removesuffix(b"\r").decode("utf-8") if len(line) <= 1000 else None
    return None


def greeting(address):
    host, colon, port = address.rpartition(":")
    if not colon or not port.isdecimal() or not 0 < int(port) < 65536:
        return None
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    elif ":" in host or not host:
        return None

    async def limited():
        return await asyncio.wait_for(call(host, int(port)), timeout=2)

    try:
        return asyncio.run(limited())
    except (OSError, UnicodeError, asyncio.TimeoutError, asyncio.IncompleteReadError):
        return None
