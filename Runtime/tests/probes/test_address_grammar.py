import ipaddress
import posixpath
import re
import socket
import unicodedata
import unittest
from urllib.parse import unquote, urljoin, urlparse, urlsplit

import fakes

from probes import search
from probes.addresses import is_internal
from probes.grammars import addresses

SHOP = "shop.example"
NAMES = {
    SHOP: "93.184.216.34",
    "inside.example": "10.0.0.7",
    "localhost": "127.0.0.1",
    "localhost.localdomain": "127.0.0.1",
}


def refused(found):
    if found:
        raise ValueError


def connected(url):
    """The address that a lenient client connects to: a backslash is a slash, tabs and line breaks are dropped."""
    found = re.match(r"(?i)https?://([^/?#\\]*)", re.sub("[\t\r\n]", "", url).strip())
    host = re.sub(r":\d*$", "", found[1].rpartition("@")[2]) if found else ""
    return resolved(host)


def resolved(host):
    host = unicodedata.normalize("NFKC", host).replace("\u3002", ".").lower().rstrip(".").strip()
    if host in NAMES:
        return NAMES[host]
    if host.startswith("["):
        return host[1:-1].partition("%")[0]
    return socket.inet_ntoa(socket.inet_aton(host))


def hostname(url):
    return urlsplit(url.strip()).hostname or ""


def literal(host):
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


GAPS = {
    "nothing": lambda url: None,
    "loopback by name": lambda url: refused("localhost" in url),
    "loopback as it is written": lambda url: refused("127.0.0.1" in url or "localhost" in url),
    "127 at the start": lambda url: refused(hostname(url).startswith("127.")),
    "some ranges by their beginning": lambda url: refused(
        hostname(url).startswith(("127.", "10.", "192.168.", "169.254."))
    ),
    "ranges by a pattern": lambda url: refused(
        re.match(r"(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.", hostname(url))
    ),
    "literals only": lambda url: refused(literal(hostname(url)) and not literal(hostname(url)).is_global),
    "dotted literals and numbers": lambda url: refused(
        literal(hostname(url)) and not literal(hostname(url)).is_global or hostname(url).isdigit()
    ),
    "IPv4 only": lambda url: refused(":" not in resolved(hostname(url)) and is_internal(resolved(hostname(url)))),
    "private only": lambda url: refused(ipaddress.ip_address(connected(url)) in ipaddress.ip_network("10.0.0.0/8")),
    "loopback only": lambda url: refused(ipaddress.ip_address(connected(url)).is_loopback),
    "no link-local": lambda url: refused(
        ipaddress.ip_address(connected(url)).is_private and not connected(url).startswith("169.254.")
    ),
    "IPv6 loopback only": lambda url: refused(
        connected(url) == "::1" or ":" not in connected(url) and is_internal(connected(url))
    ),
    "unspecified forgotten": lambda url: refused(
        is_internal(connected(url)) and connected(url) not in ("0.0.0.0", "::")
    ),
    "mapped forgotten": lambda url: refused(is_internal(connected(url)) and not connected(url).startswith("::ffff:")),
    "shop somewhere": lambda url: refused(SHOP not in url),
    "shop at the start": lambda url: refused(not url.startswith(f"http://{SHOP}")),
    "shop at the end of the host": lambda url: refused(not hostname(url).endswith(SHOP)),
    "host by urllib": lambda url: refused(hostname(url) != SHOP),
    "host up to a slash": lambda url: refused(url.split("/")[2].split("@")[0] != SHOP),
    "host up to a colon": lambda url: refused(url.split("/")[2].split(":")[0] != SHOP),
    "host behind the first sign": lambda url: refused(url.split("/")[2].split("@")[-1].split("#")[-1] != SHOP),
    "backslashes refused": lambda url: refused("\\" in url or "127.0.0.1" in url),
    "user refused": lambda url: refused("@" in url or "localhost" in url.lower() or "127." in url),
}


class Urls(fakes.ProbeTest):
    def exploit(self, check):
        def effect(url):
            reached = fakes.attempt(lambda: check(url) or connected(url)).value
            return reached and is_internal(reached) and reached

        candidates = addresses.in_turn(addresses.urls(names=("inside.example",)), addresses.confusing(SHOP))
        return search.first(candidates, effect, 90)

    def test_every_planted_gap_is_found(self) -> None:
        self.assertGreaterEqual(len(GAPS), 20)
        self.assertEqual([name for name, check in GAPS.items() if not self.exploit(check)], [])

    def test_sound_programs_withstand(self) -> None:
        self.assertIsNone(self.exploit(lambda url: refused(is_internal(connected(url)))))
        self.assertIsNone(
            self.exploit(lambda url: refused(not re.fullmatch(rf"http://{re.escape(SHOP)}/[\w/.]*", url)))
        )

    def test_every_host_that_is_an_address_is_an_internal_one(self) -> None:
        for host in addresses.hosts():
            reached = fakes.attempt(resolved, host).value
            if reached and literal(reached):
                self.assertTrue(is_internal(reached), host)

    def test_locations_lead_inside_whatever_they_look_like(self) -> None:
        checks = {
            "relative": lambda to: to.startswith("/"),
            "not absolute": lambda to: not to.lower().startswith(("http:", "//")),
            "site at the start": lambda to: to.startswith(f"http://{SHOP}"),
            "scheme in lower case": lambda to: not to.startswith("http"),
            "another scheme": lambda to: to.startswith("https:"),
            "one slash": lambda to: to.startswith("/") and not to.startswith("//"),
            "host by urllib": lambda to: urlsplit(urljoin(f"http://{SHOP}/", unquote(to))).hostname == SHOP,
        }
        for name, allowed in checks.items():

            def effect(to, allowed=allowed):
                joined = urljoin(
                    f"http://{SHOP}/x", re.sub("[\t\r\n]", "", to).replace("\\", "/", 2 if to[:1] in "/\\" else 0)
                )
                reached = allowed(to) and fakes.attempt(connected, joined).value
                return reached and is_internal(reached) and reached

            self.assertTrue(search.first(addresses.locations("http://127.0.0.1/till", SHOP), effect, 30), name)


def public_as(*forgotten):
    """A look that knows all blocks but these."""
    networks = [ipaddress.ip_network(one) for one in forgotten]
    return lambda address: not is_internal(address) or any(ipaddress.ip_address(address) in one for one in networks)


#: What a look at addresses forgets.
BLOCKS = (
    "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "fec0::/10", "::ffff:100.64.0.0/106", "100.64.0.0/10", "::/96", "::ffff:0:0:0/96",
    "2001::/32", "192.0.0.0/24", "198.18.0.0/15", "100::/64", "240.0.0.0/4", "192.0.2.0/24", "2001:db8::/32", "203.0.113.0/24",
    "fe80::/10", "fc00::/7", "0.0.0.0/8", "::ffff:0:0/96",
)
PUBLIC = ("93.184.216.44", "93.184.216.45"), ("2606:2800:220:1::44", "2606:2800:220:1::45")
#: Which of several addresses are looked at.
LOOKS = {
    "the first": lambda found: found[:1],
    "the last": lambda found: found[-1:],
    "first and last": lambda found: [found[0], found[-1]],
    "the first two": lambda found: found[:2],
    "the first four": lambda found: found[:4],
    "IPv4": lambda found: [one for one in found if ":" not in one],
    "IPv6": lambda found: [one for one in found if ":" in one],
    "IPv6 if there is any": lambda found: [one for one in found if ":" in one] or found,
    "IPv4 if there is any": lambda found: [one for one in found if ":" not in one] or found,
    "the family of the first": lambda found: [one for one in found if (":" in one) == (":" in found[0])],
    "the smallest": lambda found: [min(found)],
}


class Names(unittest.TestCase):
    def test_each_block_that_is_forgotten_is_found_by_a_name(self) -> None:
        for block in BLOCKS:
            look = public_as(block)
            found = search.first(map(tuple, addresses.named().values()), lambda found: look(found[0]) and is_internal(found[0]), 60)
            self.assertTrue(found, block)

    def test_each_block_that_a_look_at_addresses_forgets_is_found(self) -> None:
        looks = {
            **{block: public_as(block) for block in BLOCKS if not block.startswith(("::ffff:0:0/", "::ffff:100", "64:ff9b::", "2002"))},
            "by kinds": lambda one: not any(getattr(ipaddress.ip_address(one), f"is_{kind}", False) for kind in ("private", "loopback", "link_local", "multicast", "reserved", "unspecified", "site_local")),
            "a smaller shared block": lambda one: not is_internal(one) or one.startswith("100.") and not one.startswith("100.64."),
            "a smaller private block": lambda one: not is_internal(one) or one.startswith("172.") and not one.startswith("172.16."),
        }
        for name, look in looks.items():
            self.assertTrue(search.first(addresses.blocks(), lambda one, look=look: look(one) and is_internal(one), 90), name)
        self.assertTrue(all(map(is_internal, addresses.blocks())))
        self.assertFalse([one for one in addresses.blocks() if ipaddress.ip_address(one).is_multicast])

    def test_each_look_at_some_of_several_addresses_is_found(self) -> None:
        for name, look in LOOKS.items():
            effect = lambda found, look=look: not any(map(is_internal, look(found))) and any(map(is_internal, found))
            self.assertTrue(search.first(map(tuple, addresses.mixed(*PUBLIC).values()), effect, 27), name)

    def test_another_spelling_is_the_same_name_to_a_resolver(self) -> None:
        found = [*addresses.respelled("rebind.example")]
        self.assertEqual(len(found), len(set(found)))
        for host in found:
            host = unquote(host).replace("\u200b", "").replace("\u3002", ".").rstrip(".")
            self.assertEqual(host.encode("idna").decode().lower().rstrip("."), "rebind.example", host)

    def test_who_notes_a_name_in_one_spelling_and_asks_for_it_in_another_is_found(self) -> None:
        pins = {
            "as it is written": lambda host: host == "rebind.example",
            "in small letters": lambda host: host.lower() == "rebind.example",
            "without a dot": lambda host: host.rstrip(".") == "rebind.example",
            "small, without a dot": lambda host: host.rstrip(".").lower() == "rebind.example",
            "plain": lambda host: unicodedata.normalize("NFKC", host).rstrip(".").lower() == "rebind.example",
        }
        for name, finds in pins.items():
            self.assertTrue(search.first(addresses.respelled("rebind.example"), lambda host: not finds(host), 13), name)


def without_parameters(path):
    return urlparse(f"http://{SHOP}{path}").path


#: How a path is read by who looks at it; a server takes it as it was sent, and decodes it at most twice.
PATH_READERS = {
    "urlparse": without_parameters,
    "urlsplit": lambda path: urlsplit(f"http://{SHOP}{path}").path,
    "up to a semicolon": lambda path: path.partition(";")[0],
    "up to a question mark": lambda path: path.partition("?")[0],
    "decoded, up to a question mark": lambda path: unquote(path).partition("?")[0],
    "decoded, up to a hash": lambda path: unquote(path).partition("#")[0],
    "up to NUL": lambda path: unquote(path).partition("\0")[0],
    "the first line": lambda path: unquote(path).partition("\n")[0],
    "stripped": lambda path: unquote(path).strip(" \n\0"),
    "without slashes at the end": lambda path: path.rstrip("/"),
    "dots taken out": lambda path: posixpath.normpath(path),
    "its beginning": lambda path: path[:12],
    "its end": lambda path: path[-12:],
    "behind a semicolon": lambda path: path.rpartition(";")[2],
    "without parameters anywhere": lambda path: re.sub(";[^/]*", "", path),
    "backslashes are slashes": lambda path: posixpath.normpath(path.replace("\\", "/")).partition("/..")[0],
    "up to an ampersand": lambda path: path.partition("&")[0],
    "the last part alone": lambda path: "/shots/" + path.rpartition("/")[2],
    "both ends": lambda path: "/shots/a.jpg" if path.startswith("/shots/") and path.endswith(".jpg") else path,
    "decoded twice, up to a question mark": lambda path: unquote(unquote(path)).partition("?")[0],
}


class Paths(unittest.TestCase):
    def test_each_reader_that_takes_another_path_for_its_own_is_found(self) -> None:
        self.assertGreaterEqual(len(PATH_READERS), 20)
        for name, reader in PATH_READERS.items():
            effect = lambda path, reader=reader: path != "/shots/a.jpg" and reader(path) == "/shots/a.jpg"
            self.assertTrue(search.first(addresses.strayed(("/shots/a.jpg", "/weather.json")), effect, 70), name)


def looks_like_a_label(text):
    return bool(re.fullmatch("[a-z0-9-]+", text))


LABEL_GAPS = {
    "nothing": lambda label: True,
    "no slash": lambda label: "/" not in label,
    "no user": lambda label: "@" not in label,
    "neither slash nor hash": lambda label: not re.search("[/#]", label),
    "only its beginning": lambda label: bool(re.match("[a-z]{2,}", label)),
    "only its end": lambda label: bool(re.search("[a-z]+$", label)),
    "one of its lines": lambda label: bool(re.search("^[a-z]+$", label, re.MULTILINE)),
    "the host is there": lambda label: "site.example" in re.split("[/?#]", f"{label}.site.example")[0],
}
TAIL_GAPS = {
    "nothing": lambda tail: True,
    "no dots at the start": lambda tail: not tail.startswith("."),
    "no slash at the start": lambda tail: not tail.startswith("/"),
    "no dots and slash": lambda tail: "../" not in tail,
    "only its beginning": lambda tail: bool(re.match("[A-Za-z]+", tail)),
    "one of its lines": lambda tail: bool(re.search("^[A-Za-z]+$", tail, re.MULTILINE)),
}


def led_inside(label):
    try:
        address = connected(f"http://{label}.site.example:8081/x")
    except (OSError, ValueError):
        return None
    return address if is_internal(address) else None


def another_path(tail):
    """As clients ask that put `..` and `%2e` out of the way."""
    path = re.sub("(?i)%2e", ".", re.split("[?#]", re.sub("[\\t\\r\\n]", "", f"/shots/{tail}.jpg").replace("\\\\", "/"))[0])
    asked = urlsplit(urljoin("http://site.example/", path)).path
    return None if re.fullmatch(r"/shots/[^/]+\.jpg", asked) else asked


class Parts(fakes.ProbeTest):
    def test_labels_lead_inside_through_every_planted_gap(self) -> None:
        for name, passes in LABEL_GAPS.items():
            effect = lambda label, passes=passes: led_inside(label) if passes(label) else None
            self.assertIsNotNone(search.first(addresses.labels("alps"), effect, 70), name)

    def test_tails_ask_for_another_path_through_every_planted_gap(self) -> None:
        for name, passes in TAIL_GAPS.items():
            effect = lambda tail, passes=passes: another_path(tail) if passes(tail) else None
            self.assertIsNotNone(search.first(addresses.tails("Summit"), effect, 50), name)

    def test_nothing_that_is_led_elsewhere_is_a_name(self) -> None:
        self.assertFalse([one for one in addresses.labels("alps") if looks_like_a_label(one)])
        self.assertFalse([one for one in addresses.tails("Summit") if re.fullmatch(r"[\w -]+", one)])



class Namesakes(unittest.TestCase):
    known = addresses.namesakes("giesserei.example") | addresses.namesakes("a.kissling.example")

    def test_each_way_to_take_one_host_for_another_is_found(self) -> None:
        def bare(text):
            return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))

        ways = {
            "casefold": str.casefold,
            "upper": lambda host: host.upper().lower(),
            "no accents": bare,
            "ASCII alone": lambda host: host.encode("ascii", "ignore").decode(),
            "decoded": lambda host: ".".join(one[4:].encode().decode("punycode") if one.startswith("xn--") else one for one in host.split(".")).casefold(),
            "by the eye": lambda host: host.translate(str.maketrans("\u0456\u0435\u0430\u0455\u043e", "ieaso")),
            "capital letters of every kind": lambda host: host.lower().replace("\u00df", "ss"),
            "letters for letters": lambda host: host.replace("\u00df", "ss").replace("\u00e4", "a"),
        }
        for name, way in ways.items():
            every = (*self.known, *self.known.values())
            self.assertTrue([host for host in every if way(host) in ("giesserei.example", "a.kissling.example")], name)

    def test_they_are_other_hosts(self) -> None:
        for host, plain in self.known.items():
            self.assertTrue(plain.isascii() and plain == plain.lower(), plain)
            self.assertNotIn(plain, ("giesserei.example", "a.kissling.example"))
            self.assertNotIn(host.lower(), ("giesserei.example", "a.kissling.example"))


if __name__ == "__main__":
    unittest.main()
