"""A request whose answer is made of what others left is told apart by their pasts."""

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


if __name__ == "__main__":
    unittest.main()
