import socket
import struct
import unittest

import support  # noqa: F401
from tester import dns, http
from tester.http import Reply
from tester.network import Network


def question(name: str, kind: int) -> bytes:
    labels = b"".join(bytes([len(part)]) + part.encode() for part in name.split("."))
    return struct.pack(">HHHHHH", 7, 0x0100, 1, 0, 0, 0) + labels + b"\0" + struct.pack(">HH", kind, 1)


class DNSTest(unittest.TestCase):
    def test_addresses_of_the_kind_that_was_asked_for(self) -> None:
        for kind, expected in ((dns.A, ["1.2.3.4"]), (dns.AAAA, ["2001:db8::1"])):
            reply = dns.answer(question("Shop.Example", kind), lambda name, _: ["1.2.3.4", "2001:db8::1"])
            assert reply is not None
            family = socket.AF_INET if kind == dns.A else socket.AF_INET6
            size = 4 if kind == dns.A else 16
            self.assertEqual([socket.inet_ntop(family, reply[-size:])], expected)
            self.assertEqual(struct.unpack_from(">HHHH", reply), (7, 0x8180, 1, 1))

    def test_an_unknown_name_does_not_exist(self) -> None:
        reply = dns.answer(question("nowhere.example", dns.A), lambda *_: None)
        assert reply is not None
        self.assertEqual(reply[3] & 15, 3)

    def test_what_is_no_question_is_not_answered(self) -> None:
        for data in (b"", b"x" * 40, question("a.example", 1)[:14], b"\0" * 12 + b"\xc0\x0c\0\1\0\1"):
            self.assertIsNone(dns.answer(data, lambda *_: []))


class NetworkTest(unittest.TestCase):
    def test_a_list_of_lists_gives_another_answer_each_time_and_keeps_the_last(self) -> None:
        network = Network(hosts={"r.example": [["1.1.1.1"], ["2.2.2.2"]], "s.example": ["3.3.3.3"]})
        answers = [network.resolve("r.example", kind) for kind in (dns.A, dns.AAAA, dns.A, dns.A)]
        self.assertEqual(answers, [["1.1.1.1"], ["1.1.1.1"], ["2.2.2.2"], ["2.2.2.2"]])
        self.assertEqual(network.lookups, ["r.example"] * 3)
        self.assertEqual(network.resolve("s.example", dns.A), ["3.3.3.3"])
        self.assertIsNone(network.resolve("t.example", dns.A))


class HTTPTest(unittest.TestCase):
    def test_a_request_is_complete_when_its_body_is(self) -> None:
        text = b"POST /a?b HTTP/1.1\r\nHost: [::1]:80\r\nContent-Length: 3\r\n\r\nabc"
        for length in range(len(text)):
            self.assertIsNone(http.parse(bytearray(text[:length])))
        request = http.parse(bytearray(text + b"GET"))
        assert request is not None
        self.assertEqual((request.method, request.path, request.body, request.host), ("POST", "/a?b", b"abc", "::1"))
        self.assertEqual(request.length, len(text))

    def test_chunks_are_joined(self) -> None:
        text = b"PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n"
        request = http.parse(bytearray(text))
        assert request is not None
        self.assertEqual((request.body, request.length), (b"abcde", len(text)))

    def test_replies(self) -> None:
        self.assertEqual(
            Reply(404, {"X": "y"}, {"a": 1}).encoded("GET"),
            b"HTTP/1.1 404 Not Found\r\nX: y\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n"
            b'{"a": 1}',
        )
        self.assertTrue(Reply(body="ü").encoded("HEAD").endswith(b"Content-Length: 2\r\n\r\n"))
