"""Which addresses are internal, and in how many ways one can write them."""

from __future__ import annotations

import ipaddress


#: What IANA's registries of special addresses call not globally reachable, or deprecated. Left out is what Python 3.11
#: calls global, and where nobody can be: 192.0.0.8, 192.88.99.0/24, 3fff::/20.
NOT_PUBLIC = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/29 192.0.0.170/31 "
        "192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 "
        "::/96 ::ffff:0:0:0/96 64:ff9b:1::/48 100::/64 100:0:0:1::/64 2001::/32 2001:2::/48 2001:10::/28 2001:db8::/32 "
        "5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8"
    ).split()
)
#: Addresses of which the last 32 bits are an IPv4 address, to which a translator sends them on.
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


def is_internal(address: str) -> bool:
    """Is this a loopback, private, link-local, unspecified or otherwise not public address? `::ffff:10.0.0.1` is.

    So is what leads to such a one: by NAT64 (`64:ff9b::10.0.0.1`) or 6to4 (`2002:a00:1::`).
    """
    parsed = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    if parsed in _TRANSLATED:
        inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
    return any((inner or parsed) in network for network in NOT_PUBLIC)


def spellings(port: str, path: str, public: str) -> dict[str, str]:
    """Named addresses of internal servers; `port` is "" or ":8080", `public` a public host to hide behind."""
    hosts = {
        "loopback": "127.0.0.1",
        "loopback by name": "localhost",
        "loopback by name, upper case": "LOCALHOST",
        "loopback by name, with a dot": "localhost.",
        "another loopback": "127.8.9.10",
        "loopback, short": "127.1",
        "loopback, decimal": "2130706433",
        "loopback, hexadecimal": "0x7f000001",
        "loopback, octal": "0177.0.0.1",
        "loopback, mixed": "0x7f.0.1",
        "loopback, other digits": "①②⑦.⓪.⓪.①",
        "loopback, other dots": "127。0。0。1",
        "loopback, IPv6": "[::1]",
        "loopback, IPv6 in full": "[0:0:0:0:0:0:0:1]",
        "loopback, mapped": "[::ffff:127.0.0.1]",
        "loopback, mapped in hexadecimal": "[::ffff:7f00:1]",
        "unspecified": "0.0.0.0",
        "unspecified, short": "0",
        "unspecified, IPv6": "[::]",
        "private, class A": "10.0.0.5",
        "private, class B": "172.20.3.4",
        "private, class C": "192.168.1.1",
        "private, shared by a provider": "100.100.100.200",
        "private, decimal": "167772165",
        "private, IPv6": "[fd00::5]",
        "private, mapped": "[::ffff:10.0.0.5]",
        "metadata": "169.254.169.254",
        "metadata, decimal": "2852039166",
        "metadata, mapped": "[::ffff:169.254.169.254]",
        "name of a private address": "intranet.example",
        "name of a loopback address": "local.example",
        "name of the metadata address": "metadata.example",
        "name of an IPv6 address": "six.example",
        "public name in front": f"{public}.local.example",
        "public name behind": f"evil{public}",
        "public name as user": f"{public}@127.0.0.1",
        "public name as user and password": f"{public}:80@127.0.0.1",
    }
    made = {name: f"http://{host}{port}{path}" for name, host in hosts.items()}
    return made | {
        "public name behind a hash": f"http://127.0.0.1{port}#@{public}{path}",
        "public name behind a backslash": f"http://127.0.0.1{port}\\@{public}{path}",
        "public name in the query": f"http://127.0.0.1{port}{path}?{public}",
        "upper-case scheme": f"HTTP://127.0.0.1{port}{path}",
        "leading space": f" http://127.0.0.1{port}{path}",
    }


def disguised(target: str, public: str) -> dict[str, str]:
    """Named values of a `Location` that mean the address `target`, and look like a path or like the host `public`.

    Parsers of addresses drop tabs, and differ over a backslash.
    """
    rest = target.removeprefix("http://")
    host, slash, path = rest.partition("/")
    return {
        "without scheme": f"//{rest}",
        "without scheme, with a tab": f"/\t/{rest}",
        "with a tab between the slashes": f"http:/\t/{rest}",
        "with a tab in the scheme": f"ht\ttp://{rest}",
        "with an upper-case scheme": f"HTTP://{rest}",
        "with the public host as user": f"http://{public}@{rest}",
        "with the public host behind a backslash": f"http://{host}\\@{public}{slash}{path}",
        "without scheme, with the public host behind a backslash": f"//{host}\\@{public}{slash}{path}",
    }


def names(public: str) -> dict[str, list[str]]:
    """The names that `spellings` uses, with their addresses."""
    return {
        "intranet.example": ["10.0.0.7"],
        "local.example": ["127.0.0.1"],
        "metadata.example": ["169.254.169.254"],
        "six.example": ["::1"],
        f"{public}.local.example": ["127.0.0.1"],
        f"evil{public}": ["192.168.7.7"],
    }
