"""Who remembers an answer by a part of a payload, or by a checksum, is found; who compares all of it is not."""

import binascii
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

    def test_two_texts_go_on_until_they_are_alike(self) -> None:
        keys = {**CARELESS, "CRC-16": lambda data: binascii.crc_hqx(data, 0), "Adler-32": zlib.adler32, "both": lambda data: (len(data), zlib.crc32(data), binascii.crc_hqx(data, 0))}
        del keys["cases"], keys["what is stripped"], keys["the ends"]
        for first, second in (("* {log.number} ", "* {log.paid} "), ("* {log.number}", "* {log.rate.__globals__[SCALE_PIN]}"), ("{count} ", "{sum(paid)} ")):
            pairs = list(twins.continued(first, second))
            for one, other in pairs:
                self.assertTrue(one.startswith(first) and other.startswith(second) and one.isascii() and other.isascii())
                self.assertEqual(len(one), len(other))
                self.assertEqual(one.count("\n"), 1)
            for name, key in keys.items():
                if name not in ("a sum", "letters", "Adler-32", "the beginning") or first == "* {log.number} ":
                    self.assertTrue(name == "the beginning" or any(key(one.encode()) == key(other.encode()) for one, other in pairs), (name, first))
