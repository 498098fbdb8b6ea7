import ipaddress
import re
import socket
from typing import Optional

ADDRESS = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\s:\[\]/@]+)):([0-9]{1,5})")


class InternalAddress(Exception):
    """The host is not on the internet."""


def resolve(host: str) -> list[str]:
    texts = {entry[4][0].partition("%")[0] for entry in socket.getaddrinfo(host, None)}
    for text in texts:
        ip = ipaddress.ip_address(text)
        if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
            ip = ip.ipv4_mapped
        led_on = ip.version == 6 and (ip.is_reserved or ip.is_site_local or ip.sixtofour is not None)
        if led_on or not ip.is_global or ip.is_multicast:
            raise InternalAddress(text)
    return sorted(texts)


def greeting(address: str) -> Optional[str]:
    match = ADDRESS.fullmatch(address.strip())
    if match is None or not 1 <= int(match[3]) <= 65535:
        return None
    try:
        addresses = resolve(match[1] or match[2])
    except (OSError, UnicodeError):
        return None
    for text in addresses:
        try:
            with socket.create_connection((text, int(match[3])), timeout=2) as connection:
                with connection.makefile("rb") as stream:
                    line = stream.readline(1000)
        except OSError as error:
            print(f"{text}: {error}")
            continue
        if not line.endswith(b"\n"):
            return None
        return line[:-1].removesuffix(b"\r").decode(errors="replace")
    return None


if __name__ == "__main__":
    print(greeting("nowhere.invalid:6300"))
