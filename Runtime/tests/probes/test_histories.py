"""A request whose answer is made of what others left is told apart by their pasts."""

import json
import unittest

import fakes  # noqa: F401

from probes.machines import histories


class Radio:
    """One buffer for all."""

    def __init__(self, clears):
        self.buffer, self.clears = bytearray(4), clears

    def receive(self, message):
        if self.clears:
            self.buffer[:] = bytes(4)
        self.buffer[: len(message)] = message
        return bytes(self.buffer[:1])


class Histories(unittest.TestCase):
    def found(self, clears):
        def come_to(past, request):
            radio = Radio(clears)
            for message in past:
                radio.receive(message)
            return radio.receive(request)

        return histories.told_apart([[], [b"a"], [b"b", b"c"]], [b"x", b""], come_to)

    def test_what_is_left_of_others_is_found(self) -> None:
        self.assertEqual(self.found(False), "b'' came to b'a' after [b'a'], and to b'\\x00' after []")

    def test_what_is_cleared_first_is_left_alone(self) -> None:
        self.assertEqual(self.found(True), "")


def answer(order, past, request, kinds=("application/json",)):
    """A status, by a program that looks in this order: is it there, is the body right, whose is it."""
    text = request.get("data") or ""
    try:
        body = json.loads(text) if request.get("content_type") in kinds else None
    except ValueError:
        body = None
    right = isinstance(body, dict) and isinstance(body.get("text"), str) and len(body["text"]) < 9
    looks = {
        "path": (404, not request["path"].isdigit()),
        "there": (404, past is None),
        "body": (400, request["method"] == "PUT" and not right),
        "match": (412, "If-Match" in request.get("headers", {}) and past is None),
        "whose": (404, past is not None),
    }
    return next(status for status, is_so in (looks[one] for one in order) if is_so)


class Asked(unittest.TestCase):
    def told(self, *order):
        requests = list(histories.asked(7, {"text": "x"}))
        return histories.told_apart([None, "Ada"], requests, lambda past, request: answer(order, past, request))

    def test_a_look_at_the_body_between_two_others_is_found(self) -> None:
        for order in (("path", "there", "body", "whose"), ("path", "match", "there", "whose")):
            self.assertNotEqual(self.told(*order), "")

    def test_other_orders_tell_nothing(self) -> None:
        for order in (("body", "there", "whose"), ("path", "there", "whose", "body"), ("path", "body", "there", "whose")):
            self.assertEqual(self.told(*order), "")

    def test_some_requests_are_right_and_most_are_not(self) -> None:
        found = list(histories.asked(7, {"text": "x"}))
        self.assertTrue(40 < len(found) < 80, len(found))
        self.assertIn({"method": "DELETE", "path": "7"}, found)


if __name__ == "__main__":
    unittest.main()
