"""Bodies that are two requests, passed on by programs that leave out some headers."""

import itertools
import unittest

import fakes  # noqa: F401
from tester import http

from probes.grammars import smuggled

CAREFUL = {"content-length", "transfer-encoding"}


def paths(left_out: set[str], candidate: smuggled.Candidate, changed=lambda value: value) -> list[str]:
    """What a server is asked for when all headers but these go along, with the body as it is."""
    headers, body = candidate
    lines = ["POST /notes HTTP/1.1", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {changed(value)}" for name, value in headers if name.lower() not in left_out]
    rest, found = bytearray("\r\n".join(lines).encode() + b"\r\n\r\n" + body), []
    while rest:
        try:
            request = http.parse(rest)
        except ValueError:
            break
        if request is None:
            break
        found.append(request.path)
        del rest[: request.length]
    return found


class SmuggledTest(unittest.TestCase):
    def candidates(self) -> list[smuggled.Candidate]:
        return list(itertools.islice(smuggled.bodies("/setup", "perry.example"), 40))

    def test_a_second_request_is_found(self) -> None:
        careless = (set(), {"content-length"}, {"host", "connection", "expect"}, {"te", "trailer", "upgrade"})
        for left_out in careless:
            self.assertTrue(any("/setup" in paths(left_out, one) for one in self.candidates()), left_out)

    def test_who_leaves_out_one_spelling_is_found(self) -> None:
        only = lambda value: "" if value == "chunked" else value
        self.assertTrue(any("/setup" in paths(set(), one, only) for one in self.candidates()))

    def test_without_the_header_there_is_one(self) -> None:
        for one in self.candidates():
            self.assertEqual(paths(CAREFUL, one), ["/notes"])


if __name__ == "__main__":
    unittest.main()
