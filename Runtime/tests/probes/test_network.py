import socket
import types
import unittest
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import fakes

from probes import network


class Recorder:
    """Plays the harness's Network: a test makes the hits."""

    def __init__(self, **given: Any) -> None:
        self.__dict__.update(given)
        self.hits: list[Any] = []
        self.lookups: list[str] = []

    def clear(self) -> None:
        self.hits.clear()


fakes.harness.Network = Recorder


def hit(address: str, host: str = "", path: str = "/", raw: bytes = b"", port: int = 80) -> Any:
    return types.SimpleNamespace(address=address, host=host, path=path, raw=raw, port=port)


class Addresses(unittest.TestCase):
    def test_internal_addresses_are_known_in_every_form(self) -> None:
        for address in (
            "127.0.0.1",
            "10.0.0.5",
            "172.20.3.4",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "::1",
            "::",
            "fd00::5",
            "::ffff:127.0.0.1",
            "fe80::1%eth0",
            "2002:7f00:1::",
            "64:ff9b::10.0.0.5",
            "64:ff9b:1::5",
            "fec0::1",
            "::10.0.0.5",
            "::ffff:0:10.0.0.5",
            "::ffff:100.64.0.1",
            "198.51.100.1",
            "2001:0:a00:5::1",
        ):
            self.assertTrue(network.is_internal(address), address)
        for address in ("93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::"):
            self.assertFalse(network.is_internal(address), address)

    def test_the_internal_one_of_several_addresses_is_in_every_family_and_place(self) -> None:
        found = [tuple(network.is_internal(one) for one in names) for names in network.mixed(("93.184.216.44", "93.184.216.45"),
            ("2606:2800:220:1::44", "2606:2800:220:1::45")).values()]
        self.assertTrue(all(sum(one) == 1 for one in found))
        self.assertLessEqual({(True, False), (False, True), (False, True, False), (False, False, True)}, set(found))

    def test_a_public_address_of_a_host_with_an_internal_one_counts(self) -> None:
        net = network.Internet()
        reached = net.reached(lambda url: net._network.hits.append(hit(url)))
        self.assertIn("host with an internal address", reached("2606:2800:220:1::44"))
        self.assertIsNone(reached("93.184.216.34"))
        self.assertIn("10.0.0.5", reached("10.0.0.5"))

    def test_numeric_spellings_mean_internal_addresses(self) -> None:
        for name, url in network.Internet().internal().items():
            if any(word in name for word in ("decimal", "hexadecimal", "octal", "short", "mixed")) and "[" not in url:
                found = socket.getaddrinfo(url.split("/")[2], 80, type=socket.SOCK_STREAM)
                self.assertTrue(all(network.is_internal(one[4][0]) for one in found), name)


class Servers(unittest.TestCase):
    def test_public_pages_and_redirects_are_answered_and_internal_servers_tell_their_secret(self) -> None:
        net = network.Internet(pages={"http://shop.example/a?b=1": b"hello"}, ports=(80, 8080))
        answer = net._network.handler
        self.assertEqual(answer(hit("93.184.216.34", "shop.example", "/a?b=1")).body, b"hello")
        self.assertEqual(answer(hit("93.184.216.34", "shop.example", "/c")).status, 404)
        self.assertEqual(answer(hit("10.0.0.5", "shop.example", "/a?b=1")).body, net.secret.encode())
        url = net.redirects_inside()["redirect to metadata"]
        found = answer(hit("93.184.216.34", "shop.example", url.removeprefix("http://shop.example")))
        self.assertEqual((found.status, found.headers), (302, {"Location": "http://169.254.169.254/latest"}))
        for name, url in net.redirects_inside(site="http://archive.example").items():
            found = answer(hit("93.184.216.34", "archive.example", url.removeprefix("http://archive.example")))
            target = urljoin(url, found.headers["Location"].replace("\\", "/"))
            self.assertEqual(urlsplit(target).hostname == "archive.example", name == "redirect, twice", name)
        for url in net.rebinding(port=8080).values():
            self.assertIn(":8080", url)
            # A resolver knows a name in other letters as IDNA writes it.
            host = unquote(url.split("/")[2].rpartition("@")[2]).replace("\u200b", "").removesuffix(".").removesuffix("\u3002")
            name = host.partition(":")[0].encode("idna").decode().lower().removesuffix(".")
            self.assertIn(name, net._network.hosts)

    def test_between_two_steps_to_a_changing_name_the_server_ends_the_connection(self) -> None:
        net = network.Internet()
        url = net.rebinding()["rebinding between two steps"]
        told = net._network.handler(hit("93.184.216.34", "rebind.example", urlsplit(url).path))
        self.assertEqual((told.status, told.headers), (302, {"Location": "/latest", "Connection": "close"}))

    def test_contacts_inside_are_told_from_a_mark_on(self) -> None:
        net = network.Internet()
        net._network.hits += [hit("10.0.0.1"), hit("93.184.216.34")]
        start = net.mark()
        self.assertEqual(net.touched_inside(start), [])
        net._network.hits.append(hit("::ffff:10.0.0.1"))
        self.assertEqual(len(net.touched_inside(start)), 1)
        self.assertEqual(len(net.touched_inside()), 2)
        net.renew()
        self.assertEqual(net.hits, [])

    def test_names_that_mislead_are_known_to_the_resolver(self) -> None:
        net = network.Internet(hosts={"cdn.example": ["93.184.216.36"]})
        self.assertLessEqual(
            {"cdn.example", "intranet.example", "shop.example.local.example", "evilshop.example"},
            set(net._network.hosts),
        )


class Lines(unittest.TestCase):
    def test_lines_are_answered_one_by_one_and_kept_as_they_came(self) -> None:
        lines = network.LineServer(25, script=["220 hi"], answer=lambda line: b"ok " + line + b"\r\n")
        one = hit("10.0.0.1", raw=b"HELO a\r\nMA")
        lines._network.hits.append(one)
        self.assertEqual(lines._network.script, [b"220 hi\r\n"])
        self.assertEqual(lines._network.handler(one), b"ok HELO a\r\n")
        one.raw += b"IL b\rRSET\n"
        self.assertEqual(lines._network.handler(one), b"ok MAIL b\rRSET\r\n")
        self.assertEqual(lines.received, ["HELO a", "MAIL b", "RSET"])
        lines.clear()
        self.assertEqual((lines.received, lines.data), ([], b""))
        one.raw += b"QUIT\r\n"
        self.assertEqual(lines.data, b"QUIT\r\n")


if __name__ == "__main__":
    unittest.main()
