"""Sealed texts that are made longer without the key: a plain hash of key and data can be gone on with.

MD5, SHA-1 and SHA-2 end with their whole state as the digest. Who knows it, and how long key and data are together, fills
the last block up as the hash did, adds what he likes, and has the hash of all that. HMAC is made against this.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

#: What a key may be long: a hash of a word, in hex or with a border behind it.
KEY_SIZES = (32, 64, 33, 65, 16, 20, 40, 128, 48, 24)


def _primes(count: int) -> list[int]:
    found: list[int] = []
    number = 2
    while len(found) < count:
        if all(number % prime for prime in found):
            found.append(number)
        number += 1
    return found


def _cube_root(number: int) -> int:
    root = 1 << -(-number.bit_length() // 3)
    while (lower := (2 * root + number // root**2) // 3) < root:
        root = lower
    return root


def _turned(number: int, by: int, width: int) -> int:
    return (number >> by | number << width - by) & (1 << width) - 1


@dataclass(frozen=True)
class _Hash:
    """One hash: the size of its words in bytes, how many make the digest, and a step over one block."""

    word: int
    words: int
    order: Literal["big", "little"]
    step: Callable[[list[int], list[int]], list[int]]

    def padding(self, size: int) -> bytes:
        """What is put behind a message of so many bytes."""
        block, length = 16 * self.word, 2 * self.word
        return b"\x80" + bytes(-(size + 1 + length) % block) + (8 * size).to_bytes(length, self.order)

    def gone_on(self, digest: bytes, hashed: int, more: bytes) -> bytes:
        """The digest when `more` follows so many bytes, which are whole blocks."""
        state = self._numbers(digest)
        rest = more + self.padding(hashed + len(more))
        for start in range(0, len(rest), 16 * self.word):
            after = self.step(state, self._numbers(rest[start : start + 16 * self.word]))
            state = [(one + other) % (1 << 8 * self.word) for one, other in zip(state, after, strict=True)]
        return b"".join(number.to_bytes(self.word, self.order) for number in state)

    def _numbers(self, data: bytes) -> list[int]:
        return [int.from_bytes(data[at : at + self.word], self.order) for at in range(0, len(data), self.word)]


def _sha2(width: int, rounds: int, turns: tuple[tuple[int, ...], ...]) -> Callable[[list[int], list[int]], list[int]]:
    mask = (1 << width) - 1
    constants = [_cube_root(prime << 3 * width) & mask for prime in _primes(rounds)]

    def mixed(number: int, by: tuple[int, ...], shifted: bool) -> int:
        last = number >> by[2] if shifted else _turned(number, by[2], width)
        return _turned(number, by[0], width) ^ _turned(number, by[1], width) ^ last

    def step(state: list[int], block: list[int]) -> list[int]:
        words = list(block)
        for at in range(16, rounds):
            late = mixed(words[at - 15], turns[0], True) + mixed(words[at - 2], turns[1], True)
            words.append(words[at - 16] + words[at - 7] + late & mask)
        a, b, c, d, e, f, g, h = state
        for constant, word in zip(constants, words, strict=True):
            one = h + mixed(e, turns[3], False) + (e & f ^ ~e & g) + constant + word
            other = mixed(a, turns[2], False) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = one + other & mask, a, b, c, d + one & mask, e, f, g
        return [a, b, c, d, e, f, g, h]

    return step


def _sha1(state: list[int], block: list[int]) -> list[int]:
    words = list(block)
    for at in range(16, 80):
        words.append(_turned(words[at - 3] ^ words[at - 8] ^ words[at - 14] ^ words[at - 16], 31, 32))
    a, b, c, d, e = state
    for at, word in enumerate(words):
        part = ((b & c | ~b & d), b ^ c ^ d, (b & c | b & d | c & d), b ^ c ^ d)[at // 20]
        constant = (0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6)[at // 20]
        new = _turned(a, 27, 32) + part + e + constant + word & 0xFFFFFFFF
        a, b, c, d, e = new, a, _turned(b, 2, 32), c, d
    return [a, b, c, d, e]


def _md5(state: list[int], block: list[int]) -> list[int]:
    a, b, c, d = state
    for at in range(64):
        part = ((b & c | ~b & d), (d & b | ~d & c), b ^ c ^ d, c ^ (b | ~d))[at // 16]
        place = (at, 5 * at + 1, 3 * at + 5, 7 * at)[at // 16] % 16
        by = ((7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21))[at // 16][at % 4]
        constant = int(abs(math.sin(at + 1)) * 2**32)
        new = b + _turned(a + part + constant + block[place] & 0xFFFFFFFF, 32 - by, 32) & 0xFFFFFFFF
        a, b, c, d = d, new, b, c
    return [a, b, c, d]


#: Size of the digest → the hash.
HASHES = {
    32: _Hash(4, 8, "big", _sha2(32, 64, ((7, 18, 3), (17, 19, 10), (2, 13, 22), (6, 11, 25)))),
    64: _Hash(8, 8, "big", _sha2(64, 80, ((1, 8, 7), (19, 61, 6), (28, 34, 39), (14, 18, 41)))),
    20: _Hash(4, 5, "big", _sha1),
    16: _Hash(4, 4, "little", _md5),
}
_Coding = tuple[Callable[[bytes], bytes], Callable[[str], bytes]]
_CODINGS: tuple[_Coding, ...] = (
    (base64.b64encode, lambda text: base64.b64decode(text, validate=True)),
    (base64.urlsafe_b64encode, base64.urlsafe_b64decode),
    (
        lambda data: base64.urlsafe_b64encode(data).rstrip(b"="),
        lambda text: base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)),
    ),
    (lambda data: data.hex().encode(), bytes.fromhex),
    (base64.b85encode, base64.b85decode),
    (base64.b32encode, base64.b32decode),
)


def lengthened(text: str, key_sizes: Iterable[int] = KEY_SIZES, more: bytes = b"x") -> Iterator[str]:
    """The sealed text with `more` behind its data, for each size of the key and each place of the seal."""
    readings = list(_readings(text))
    for size in dict.fromkeys(key_sizes):
        for seal, data, join in readings:
            hashed = HASHES[len(seal)]
            filled = data + hashed.padding(size + len(data))
            yield join(hashed.gone_on(seal, size + len(filled), more), filled + more)


_Reading = tuple[bytes, bytes, Callable[[bytes, bytes], str]]


def _readings(text: str) -> Iterator[_Reading]:
    """The seal, the data behind it or before it, and how both make a text."""
    for data, encode in _decoded(text):
        for size in HASHES:
            if len(data) > size:
                yield data[:size], data[size:], lambda seal, data, encode=encode: encode(seal + data)
                yield data[-size:], data[:-size], lambda seal, data, encode=encode: encode(data + seal)
    for sign in dict.fromkeys(one for one in text if not one.isalnum()):
        first, _, last = text.partition(sign) if text.count(sign) == 1 else text.rpartition(sign)
        for one, encode_one in _decoded(first):
            for other, encode_other in _decoded(last):
                if len(one) in HASHES:
                    yield one, other, lambda seal, data, a=encode_one, b=encode_other, s=sign: a(seal) + s + b(data)
                if len(other) in HASHES:
                    yield other, one, lambda seal, data, a=encode_one, b=encode_other, s=sign: a(data) + s + b(seal)


def _decoded(text: str) -> Iterator[tuple[bytes, Callable[[bytes], str]]]:
    for encode, decode in _CODINGS:
        try:
            data = decode(text)
        except ValueError:
            continue
        if data and encode(data).decode() == text:
            yield data, lambda data, encode=encode: encode(data).decode()
