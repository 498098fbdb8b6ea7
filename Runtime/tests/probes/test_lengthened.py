"""Seals that are made longer: plain hashes of key and data, and sound ones."""

import base64
import hashlib
import hmac
import unittest

import fakes  # noqa: F401

from probes.grammars import lengthened

KEY, DATA = b"k" * 32, b"crate 7: harp" * 9
NAMES = {32: "sha256", 64: "sha512", 20: "sha1", 16: "md5"}


def urlsafe(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def opened(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def fits(text, parts, seal):
    try:
        mac, data = parts(text)
    except ValueError:
        return False
    return mac == seal(data)


class Lengthened(unittest.TestCase):
    def test_the_hash_of_what_is_longer_is_right(self) -> None:
        for size, name in NAMES.items():
            for length in (0, 1, 55, 56, 63, 64, 111, 112, 128, 200):
                message = bytes(range(200))[:length]
                filled = message + lengthened.HASHES[size].padding(length)
                made = lengthened.HASHES[size].gone_on(hashlib.new(name, message).digest(), len(filled), b"more")
                self.assertEqual(made, hashlib.new(name, filled + b"more").digest(), (name, length))

    def test_each_place_of_a_seal_is_found(self) -> None:
        for size, name in NAMES.items():
            seal = lambda data, name=name: hashlib.new(name, KEY + data).digest()  # noqa: E731
            before = lambda text, size=size: (opened(text)[:size], opened(text)[size:])  # noqa: E731
            behind = lambda text, size=size: (opened(text)[-size:], opened(text)[:-size])  # noqa: E731
            apart = lambda text: (bytes.fromhex(text.split(".")[0]), opened(text.split(".")[1]))  # noqa: E731
            layouts = (
                (urlsafe(seal(DATA) + DATA), before),
                (urlsafe(DATA + seal(DATA)), behind),
                (f"{seal(DATA).hex()}.{urlsafe(DATA)}", apart),
            )
            for text, parts in layouts:
                made = list(lengthened.lengthened(text))
                self.assertTrue(any(fits(one, parts, seal) for one in made), (name, text))
                self.assertNotIn(text, made)

    def test_hmac_is_not_made_longer(self) -> None:
        text = urlsafe(hmac.digest(KEY, DATA, "sha256") + DATA)
        for one in map(opened, lengthened.lengthened(text)):
            self.assertNotEqual(one[:32], hmac.digest(KEY, one[32:], "sha256"))


if __name__ == "__main__":
    unittest.main()
