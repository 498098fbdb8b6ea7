"""Keyed functions that are sums of few parts, and sound ones."""

import hashlib
import hmac
import random
import unittest

import fakes  # noqa: F401

from probes import linear

P = 2**64 - 59
OWN = 2**61 - 31


def number(name: str, size: int = 8) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:size], "big")


def multiplied(one: int, other: int) -> int:
    """In the field of 2**64 elements."""
    found = 0
    for bit in range(64):
        if other >> bit & 1:
            found ^= one << bit
    for bit in range(127, 63, -1):
        if found >> bit & 1:
            found ^= (2**64 + 27) << (bit - 64)
    return found


def substituted(name, chance):
    tables = [chance.sample(range(16), 16) for _ in range(16)]
    return int("".join(f"{table[int(sign, 16)]:x}" for table, sign in zip(tables, f"{number(name):016x}")), 16)


def summed(name, chance):
    keys = [chance.getrandbits(64) for _ in range(5)]
    return sum(key * number(f"{name}{place}") for place, key in enumerate(keys)) % 2**64


FLAWED = {
    "a line modulo a prime": lambda name, chance: (chance.randrange(1, P) * number(name, 32) + chance.randrange(P)) % P,
    "a line modulo a power": lambda name, chance: (chance.randrange(1, 2**64, 2) * number(name) + chance.randrange(2**64)) % 2**64,
    "a factor only": lambda name, chance: chance.randrange(1, P) * number(name) % P,
    "a number of its own": lambda name, chance: (chance.randrange(OWN) * number(name) + chance.randrange(OWN)) % OWN,
    "a polynomial": lambda name, chance: sum(chance.randrange(P) * pow(number(name), power, P) for power in range(4)) % P,
    "words of the name": summed,
    "xor": lambda name, chance: number(name) ^ chance.getrandbits(64),
    "another field": lambda name, chance: multiplied(number(name), chance.getrandbits(64)) ^ chance.getrandbits(64),
    "one turn": lambda name, chance: (lambda x, by: (x << by | x >> (64 - by)) % 2**64)(number(name) ^ chance.getrandbits(64), chance.randrange(64)),
    "signs for signs": substituted,
}
SOUND = {
    "HMAC": lambda name, chance: int(hmac.new(chance.randbytes(16), name.encode(), "sha256").hexdigest()[:16], 16),
    "BLAKE": lambda name, chance: int(hashlib.blake2b(name.encode(), key=chance.randbytes(16), digest_size=8).hexdigest(), 16),
}


def table(keyed, names=300, secrets=6):
    """Many names with few secrets, or few with many: the generator is the same for each name."""
    return [[keyed(f"Ada {name}", random.Random(f"secret {secret}")) for secret in range(secrets)] for name in range(names)]


class Linear(unittest.TestCase):
    def told(self, keyed) -> str:
        numbers = linear.moduli("N = 2 ** 61 - 31")
        return linear.dependence(table(keyed, 12, 12), numbers) or linear.dependence(table(keyed), ())

    def test_each_sum_of_few_parts_is_found(self) -> None:
        for name, keyed in FLAWED.items():
            self.assertTrue(self.told(keyed), name)

    def test_no_good_function_is(self) -> None:
        for name, keyed in SOUND.items():
            self.assertEqual(self.told(keyed), "", name)
