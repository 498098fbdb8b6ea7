"""Addresses of machines that must not be reached, in the spellings of hosts, URLs and redirects.

See RFC 6890 and IANA's registries of special-purpose addresses, RFC 6052 (NAT64) and 3056 (6to4), RFC 3986, and the
URL standard's "host parsing", which reads `0x7f.1`.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterator, Sequence

from probes.addresses import NOT_PUBLIC
from probes.grammars.ranked import in_turn, ranked

#: The best known first, then those that lists of ranges forget.
_V4 = (
    ("127.0.0.1", "10.0.0.5", "169.254.169.254", "100.100.100.200", "192.168.1.1", "172.20.3.4", "0.0.0.0"),
    (
        "127.8.9.10",
        "172.31.255.254",
        "10.255.255.254",
        "172.16.0.1",
        "0.1.2.3",
        "198.18.0.1",
        "240.0.0.1",
    ),
    ("169.254.1.1", "100.64.0.1", "127.255.255.254", "192.168.255.254", "198.19.255.254"),
)
_V6 = (
    ("::1", "::", "fd00::5", "fe80::1"),
    ("fe90::1", "febf::1", "fc00::7", "0:0:0:0:0:0:0:1", "fdff:ffff::1", "2001:db8::1", "100::1", "::0001"),
)

#: What lists of ranges, and `is_private` and `is_global`, forget: what leads to an IPv4 address inside by a translator or
#: a tunnel, blocks that are deprecated, and those for tests, books and one provider's own use.
_RESERVED = (
    "64:ff9b::a9fe:a9fe",
    "fec0::5",
    "2002:a00:5::1",
    "::ffff:100.64.0.1",
    "64:ff9b:1::a00:5",
    "::10.0.0.5",
    "::ffff:0:10.0.0.5",
    "100.64.0.1",
    "2002:a9fe:a9fe::1",
    "64:ff9b::7f00:1",
    "::ffff:169.254.169.254",
    "2001:0:a00:5::1",
    "192.0.0.1",
    "198.18.0.1",
    "64:ff9b::a00:5",
    "::ffff:198.18.0.1",
    "2002:7f00:1::",
    "100::1",
    "240.0.0.1",
    "feff::1",
    "::7f00:1",
    "::ffff:0:127.0.0.1",
    "192.0.2.1",
    "2001:2::1",
    "64:ff9b::6440:1",
    "2001:db8::1",
    "203.0.113.1",
    "2002:6440:1::1",
    "2001:10::1",
    "198.51.100.1",
    "192.0.0.170",
    "5f00::1",
    "100:0:0:1::1",
    "::ffff:240.0.0.1",
    "64:ff9b::c0a8:101",
)


def _parts(address: str) -> list[int]:
    return [int(part) for part in address.split(".")]


def _number(address: str) -> int:
    return int(ipaddress.IPv4Address(address))


def _other_digits(address: str, zero: str) -> str:
    return "".join(chr(ord(zero) + int(sign)) if sign.isdigit() else sign for sign in address)


_SPELLINGS: tuple[tuple[Callable[[str], str], ...], ...] = (
    (lambda one: one,),
    (
        lambda one: str(_number(one)),
        lambda one: f"[::ffff:{one}]",
        lambda one: hex(_number(one)),
        lambda one: f"{_parts(one)[0]}.{_number(one) & 0xFFFFFF}",
        lambda one: ".".join(f"0{part:o}" for part in _parts(one)),
        lambda one: f"[::ffff:{_number(one) >> 16:x}:{_number(one) & 0xFFFF:x}]",
        lambda one: one.replace(".", "\u3002"),
        lambda one: _other_digits(one, "\uff10"),
    ),
    (
        lambda one: ".".join(hex(part) for part in _parts(one)),
        lambda one: one.replace(".", "\uff0e"),
        lambda one: one.replace(".", "\uff61"),
        lambda one: f"{one}.",
        lambda one: ".".join(f"{part:03d}" if part < 8 else str(part) for part in _parts(one)),
        lambda one: f"{hex(_parts(one)[0])}.{_number(one) & 0xFFFFFF}",
        lambda one: f"[0:0:0:0:0:ffff:{one}]",
        lambda one: _other_digits(one, "\u0660"),
        lambda one: one.replace("1", "%31"),
        lambda one: one.replace("0", "\u24ea").replace("1", "\u2460"),
        lambda one: f"0x{_number(one):016x}",
        lambda one: f"0{_number(one):o}",
        lambda one: f" {one}",
        lambda one: f"{one} ",
        lambda one: f"[::FFFF:{one}]",
    ),
)


def hosts() -> Iterator[str]:
    """Hosts of internal machines, as a program may be given them; IPv6 in brackets."""
    v4 = (spelling(one) for one, spelling in _ranked_functions())
    v6 = (f"[{one}]" for tier in _V6 for one in tier)
    zones = (f"[{one}%{zone}]" for one in ("::1", "fe80::1") for zone in ("lo", "1", "25lo"))
    reserved = (f"[{one}]" if ":" in one else one for one in _RESERVED)
    yield from in_turn(v4, in_turn(v6, reserved, zones), _NAMES)


_NAMES = (
    "localhost",
    "LOCALHOST",
    "localhost.",
    "LocalHost.",
    "localhost.localdomain",
    "ip6-localhost",
    "\u24dbocalhost",
    "local\u00adhost",
)


def _ranked_functions() -> Iterator[tuple[str, Callable[[str], str]]]:
    numbers = [[str(number) for number in range(len(tier))] for tier in _SPELLINGS]
    tiers = [[f"{rank} {number}" for number in tier] for rank, tier in enumerate(numbers)]
    for address, place in ranked(_V4, tiers):
        rank, number = place.split()
        yield address, _SPELLINGS[int(rank)][int(number)]


def named() -> dict[str, list[str]]:
    """Names that mean internal machines of every kind, with their addresses."""
    known = (*_V4[0][1:], *_V6[0], "::ffff:127.0.0.1", "::ffff:10.0.0.5", *_V4[1], *_V6[1][:3], *_V4[2])
    kinds = dict.fromkeys(in_turn(known, _RESERVED))
    return {f"inside-{number}.example": [address] for number, address in enumerate(kinds)}


def blocks() -> list[str]:
    """Addresses of every block of IANA's registries that is not public: one within, then the first and the last one of each.

    First come those that `is_private`, `is_loopback`, `is_link_local` and the like leave out. No group of machines is among them.
    """
    networks = [one for one in NOT_PUBLIC if not one.is_multicast and str(one) != "224.0.0.0/3"] + [ipaddress.ip_network("240.0.0.0/4")]
    networks.sort(key=lambda one: [str(one).startswith(begin) for begin in ("100.64.", "198.18.", "192.0.", "fec0:", "5f00:", "64:")], reverse=True)
    within = [str(one[min(one.num_addresses - 1, 0x6464C8 % one.num_addresses)]) for one in networks]
    return list(dict.fromkeys((*within, *(str(one[-1]) for one in networks), *(str(one[0]) for one in networks))))


def of_blocks(port: str = "", path: str = "/latest") -> Iterator[str]:
    """URLs of one machine in each of these blocks, by address."""
    for address in blocks():
        yield f"http://[{address}]{port}{path}" if ":" in address else f"http://{address}{port}{path}"


def mixed(four: Sequence[str], six: Sequence[str]) -> dict[str, list[str]]:
    """Names with public addresses (two or more of each family) and an internal one, in every family and place."""
    kinds: list[list[str]] = []
    for number, (v4, v6) in enumerate(zip(_MIXED_V4, _MIXED_V6)):
        usual = [[four[0], v4], [six[0], v4], [v6, four[0]], [six[0], v6], [v4, four[0]], [v6, six[0]]]
        longer = [[*four[:2], v4], [six[0], four[0], v6], [*six[:2], v6], [four[0], v4, four[1]], [four[0], v6], [*six[:2], *four[:2], v4]]
        kinds += [*usual, *longer] if number == 0 else [usual[number % 6], longer[number % 6], usual[(number + 3) % 6]]
    return {f"mixed-{number}.example": addresses for number, addresses in enumerate(kinds)}


_MIXED_V4 = ("10.0.0.5", "127.0.0.1", "169.254.169.254", "100.64.0.1", "192.168.1.1", "0.0.0.0")
_MIXED_V6 = ("fd00::5", "::1", "64:ff9b::a9fe:a9fe", "fec0::5", "::ffff:10.0.0.5", "fe80::1")


def respelled(name: str) -> Iterator[str]:
    """A host's name as another text that a resolver takes for the same: what was noted under one is not found."""
    first, dot, rest = name.partition(".")
    letter = next(sign for sign in reversed(first) if sign.isalpha())
    place = first.rindex(letter)
    yield from (
        name.capitalize(),
        name.upper(),
        f"{name}.",
        f"{first}{dot}{rest.upper()}",
        f"{first[:place]}{chr(ord(letter) + 0xFEE0)}{first[place + 1 :]}{dot}{rest}",
        f"{first}\u3002{rest}",
        f"{first[:place]}\u00ad{first[place:]}{dot}{rest}",
        f"{first[:place]}{letter.upper()}{first[place + 1 :]}{dot}{rest}.",
        f"{first[:place]}%{ord(letter):02x}{first[place + 1 :]}{dot}{rest}",
        f"{first}\uff0e{rest}",
        f"{first[:place]}{chr(ord(letter) - ord('a') + 0x24D0)}{first[place + 1 :]}{dot}{rest}",
        f"{first[:place]}\u200b{first[place:]}{dot}{rest}",
        f"{first}{dot}{rest}\u3002",
    )


def namesakes(name: str) -> dict[str, str]:
    """Hosts that are `name` to who folds letters, drops accents or signs, or goes by how they look; each with its ASCII name.

    They are other hosts, which anybody can register: what resolvers and connections use is the ASCII name (IDNA 2008).
    """
    found: dict[str, str] = {}
    own, dot, rest = name.partition(".")
    for plain, others in _NAMESAKES:
        for spelled in others:
            for place in ([*re.finditer(plain, name)][:1] + [*re.finditer(plain, name)][-1:]):
                host = name[: place.start()] + spelled + name[place.end() :]
                found.setdefault(host, _ascii(host))
    for sign in _DROPPED:
        for host in (f"{own}{sign}{dot}{rest}", f"{own[:1]}{sign}{own[1:]}{dot}{rest}"):
            found.setdefault(host, _ascii(host))
    return found


#: What a letter is taken for by `casefold`, `upper`, a normal form without its accents, or the eye.
_NAMESAKES = (
    ("ss", ("\u00df", "\u1e9e")),
    ("i", ("\u0131", "\u00ed", "\u0456")),
    ("o", ("\u00f6", "\u043e", "\u03bf", "\u00f8")),
    ("e", ("\u00e9", "\u0435")),
    ("u", ("\u00fc",)),
    ("s", ("\u015b", "\u0455")),
    ("a", ("\u00e4", "\u0430")),
    ("n", ("\u00f1",)),
    ("l", ("\u0142", "1")),
    ("ae", ("\u00e6",)),
    ("oe", ("\u0153",)),
    ("p", ("\u0440",)),
)
_DROPPED = ("\u00e4", "\u4e2d", "\u05d0")


def _ascii(host: str) -> str:
    labels = host.lower().split(".")
    return ".".join(one if one.isascii() else "xn--" + one.encode("punycode").decode() for one in labels)


def urls(port: str = "", path: str = "/latest", names: Sequence[str] = ()) -> Iterator[str]:
    """URLs of internal machines; `names` are names that mean one, `port` is "" or ":8080"."""
    for host in in_turn(hosts(), names):
        yield f"http://{host}{port}{path}"


def confusing(allowed: str, path: str = "/latest", inside: Sequence[str] = ("127.0.0.1", "10.0.0.5")) -> Iterator[str]:
    """URLs that one reader takes for one of the host `allowed`, and another for one of an internal machine."""
    for host in inside:
        for form in _CONFUSING:
            yield form.replace("ALLOWED", allowed).replace("INSIDE", host).replace("/PATH", path)


_CONFUSING = (
    "http://ALLOWED@INSIDE/PATH",
    "http://INSIDE\\@ALLOWED/PATH",
    "http://INSIDE#@ALLOWED/PATH",
    "http://INSIDE/ALLOWED/PATH",
    "http://INSIDE?@ALLOWED/PATH",
    "http://INSIDE/?u=http://ALLOWED/PATH",
    "http://ALLOWED:80@INSIDE/PATH",
    "HTTP://INSIDE/PATH",
    "http://INSIDE/PATH#ALLOWED",
    "http://ALLOWED\\@INSIDE/PATH",
    "http://INSIDE\\ALLOWED/PATH",
    "http://INSIDE:80\\@ALLOWED/PATH",
    "http://INSIDE:80#@ALLOWED/PATH",
    "http://ALLOWED#@INSIDE/PATH",
    "http://a@INSIDE@ALLOWED/PATH",
    "http://ALLOWED@INSIDE@ALLOWED/PATH",
    "http://x:ALLOWED@INSIDE/PATH",
    "http://ALLOWED%40INSIDE/PATH",
    "http://INSIDE%23@ALLOWED/PATH",
    "http://INSIDE%5c@ALLOWED/PATH",
    "http:\\\\INSIDE/PATH?ALLOWED",
    "http:/\\INSIDE/PATH#http://ALLOWED/",
    "//INSIDE/PATH?http://ALLOWED/",
    "http:INSIDE/PATH?http://ALLOWED/",
    "http://INSIDE\t/PATH?ALLOWED",
    "http://INSIDE/PATH?\nhttp://ALLOWED/",
    "http://ALLOWED\n@INSIDE/PATH",
    "http://INSIDE:80:80@ALLOWED/PATH",
    "http://INSIDE;ALLOWED/PATH",
    "http://INSIDE&@ALLOWED/PATH",
    "http://INSIDE%2f@ALLOWED/PATH",
    "http://[INSIDE]@ALLOWED/PATH",
    "http://INSIDE\x00ALLOWED/PATH",
    "http://INSIDE/\\ALLOWED/PATH",
    "http:///INSIDE/PATH",
    "http://INSIDE\uff0f@ALLOWED/PATH",
    " http://INSIDE/PATH",
    "http://INSIDE\u2100@ALLOWED/PATH",
    "http://INSIDE\uff03@ALLOWED/PATH",
    "http://ALLOWED\uff20INSIDE/PATH",
    "http://INSIDE:@ALLOWED/PATH",
    "http://INSIDE\uff3c@ALLOWED/PATH",
    "http://INSIDE\uff1f@ALLOWED/PATH",
)


def locations(target: str, site: str) -> Iterator[str]:
    """Values of a `Location` that mean the address `target` (`http://…`), and may look like a path or the host `site`."""
    rest = target.removeprefix("http://")
    host, _, path = rest.partition("/")
    with_port = host if re.search(r":\d+$", host) else f"{host}:80"
    yield from (
        target,
        f"//{rest}",
        f"https://{with_port}/{path}",
        f"HTTP://{rest}",
        f"http://{site}@{rest}",
        f"/\t/{rest}",
        f"http:/\t/{rest}",
        f"ht\ttp://{rest}",
    )
    yield from (
        f"http://{host}\\@{site}/{path}",
        f"//{host}\\@{site}/{path}",
        f" {target}",
        f"\t//{rest}",
        f"/\\{rest}",
        f"\\\\{rest}",
    )
    yield from (
        f"http:\\\\{rest}",
        f"///{rest}",
        f"http:///{rest}",
        f"http://{host}#@{site}/{path}",
        f"http://{site}:80@{rest}",
    )
    yield from (
        f"/../..//{rest}",
        f"http:{rest}",
        f"?/../../{rest}",
        f"http:/{rest}",
        f"{target}\n",
        f"/./\n/{rest}",
        f";//{rest}",
    )


def labels(own: str, inside: Sequence[str] = ("127.0.0.1", "10.0.0.5", "[::1]")) -> Iterator[str]:
    """What is put in front of a host (`http://LABEL.site.example:8081/…`) and leads to an internal machine instead.

    `own` is an ordinary label, for guards that look for one at the beginning or the end, or in some line.
    """
    ends = [["/", "#", "?"], ["\\", f"/{own}", f"/\n{own}", f"?{own}", "/x?", ":8081/", ":8081?", ":80#", f"/{own}\n", f"\\@{own}"]]
    ends[1] += [f"#{own}", f"#@{own}", "/x#", ":8081/x.", ":80/x/"]
    begins = [[""], [f"{own}@", f"{own}\n@", "x@", f"{own}:x@", f"{own}.site.example@", f"{own}%00@", f"{own}#@"]]
    foreign = (f"{own}\uff0f@INSIDE/", "INSIDE\uff0f", "INSIDE\uff03", "INSIDE\uff1f", f"INSIDE/\u2028{own}")
    ended = (host + end for host, end in ranked([inside[:1], inside[1:]], ends))
    begun = (begin + host + end for host, begin, end in ranked([inside[:1], inside[1:]], begins[1:], ends))
    yield from in_turn(ended, begun, (form.replace("INSIDE", host) for host in inside for form in foreign))


def tails(own: str) -> Iterator[str]:
    """What is put into the last part of a path (`/shots/TAIL.jpg`) and asks for another path of the same server."""
    ups = [["../"], ["/../", f"{own}/../../", "..\\", "%2e%2e/", ".%2e/", "/", "//", "./../", "\t../", "x/../../"]]
    ends = [["setup?"], ["setup#", "setup/", "setup/x", f"setup?{own}", f"setup/{own}", f"setup?\n{own}"]]
    special = (f"{own};x", "..", "../..", f"{own}\n/../../setup?", "../?", f"{own}/setup", "..\u2044setup", "\uff0e\uff0e/setup?", "../#")
    joined = (up + end for up, end in ranked(ups, ends))
    yield from in_turn(joined, joined, (*special, f"{own} HTTP/1.0\r\n\r\nGET /setup"))


def strayed(own: Sequence[str], other: str = "/setup") -> Iterator[str]:
    """Paths that one reader takes for one of `own` (`/shots/a.jpg`), and that ask for something else, `other` perhaps.

    Readers differ over what ends a path (`;`, `?`, `#`, `\\`, NUL, a line break), over dots, and over how often it is decoded.
    """
    up = "../.."
    behind = [
        [f";{up}{other}", ";x", "?x", f";..%2F..%2F{other[1:]}", "%3Fx", f"/..{other}", "/x", f"%2F..%2F..{other}"],
        [f"\\..\\..{other}", "%00", "/.", "%23x", "%3Bx", "//", f"\n/..{other}", "%0A", " x", "%5C..", ";", f"&x={other}", "%20", "%2500",
            f"/%2e%2e{other}", "/..;/x", "%253Fx", ";a=b;c", "?;", "\x00x"],
    ]
    before = [[f"{other};", f"{other}?", f"{other}#"], [f"{other}/..;", f"{other}%3F", f"{other}\\..", f"{other}%00", f"{other}%23", "/x", "/;x", other, "/.;"]]
    inside = (path.replace("/", f"/..;{other}/", 1) for path in own)
    ended = (path + end for path, end in ranked([own[:1], own[1:]], behind))
    begun = (begin + path for path, begin in ranked([own[:1], own[1:]], before))
    doubled = (f"{path};{other}{path[path.rindex('.'):]}" for path in own)
    cut = (f"{path[:path.rindex('.')]}{mark}x{path[path.rindex('.'):]}" for path in own for mark in (";", "%3B", "%2F", "?", "%00", "%3F", "\\"))
    yield from in_turn(ended, begun, in_turn(doubled, cut, inside))
