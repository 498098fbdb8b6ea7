"""Who remembers an answer by a part of a payload, or by a checksum, is found; who compares all of it is not."""

import unittest
import zlib

import fakes  # noqa: F401

from probes.machines import twins

CARELESS = {
    "CRC-32": zlib.crc32,
    "a sum": sum,
    "the size": len,
    "the beginning": lambda data: data[:32],
    "the end": lambda data: data[-8:],
    "the ends": lambda data: (len(data), data[:8], data[-8:]),
    "cases": bytes.lower,
    "what is stripped": bytes.strip,
    "letters": sorted,
}


class Twins(unittest.TestCase):
    def mixed_up(self, key) -> bool:
        """Does a memory that goes by the key give one payload what was another's?"""
        return any(key(one) == key(other) for one, other in twins.payloads())

    def test_every_careless_memory_is_found(self) -> None:
        for name, key in CARELESS.items():
            self.assertTrue(self.mixed_up(key), name)

    def test_the_payloads_are_different(self) -> None:
        self.assertFalse(self.mixed_up(bytes))
