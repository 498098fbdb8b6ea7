"""A fourth text out of three genuine ones, for codes that add up.

A checksum, a sum or a substitution with a secret in it is no seal: what changes in the code when a part of the
message changes is the same whatever the rest says. So who has the texts for 12, 13 and 22 can write the one for 23.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator

_PARTS = re.compile(r"[A-Za-z0-9]+|[^A-Za-z0-9]+")
_Join = Callable[[str, str, str], str]


def combined(plain: str, one: str, other: str) -> Iterator[str]:
    """`plain` with what makes `one` and what makes `other` of it, both at once; no text twice, none of the three.

    The whole text is read as bytes, base64 or hexadecimal, or each of its parts as a number or letters on their own.
    """
    seen = {plain, one, other}
    for text in _all(plain, one, other):
        if text not in seen:
            seen.add(text)
            yield text


def _all(*three: str) -> Iterator[str]:
    for whole in (_letters, _base64, _hexadecimal_bytes):
        yield from _tried(whole, *three)
    parts = [_PARTS.findall(text) for text in three]
    if len({len(found) for found in parts}) > 1:
        return
    columns = list(zip(*parts, strict=True))
    # Of the parts that differ the last or the first is the code, and the others the message.
    differing = [place for place, column in enumerate(columns) if len(set(column)) > 1] or [0]
    for code in _WAYS:
        for message, place in ((_letters, -1), (_number, -1), (_letters, 0)):
            ways = [message] * len(columns)
            ways[differing[place]] = code
            found = [next(_tried(way, *column), None) for way, column in zip(ways, columns, strict=True)]
            if None not in found:
                yield "".join(part for part in found if part is not None)


def _tried(way: _Join, *three: str) -> Iterator[str]:
    if len(set(three)) == 1:
        yield three[0]
        return
    try:
        yield way(*three)
    except (ValueError, binascii.Error):
        return


def _letters(plain: str, one: str, other: str) -> str:
    """At each place the letter that was changed."""
    if not len(plain) == len(one) == len(other):
        raise ValueError("of different lengths")
    return "".join(c if a == b else b for a, b, c in zip(plain, one, other, strict=True))


def _number(plain: str, one: str, other: str) -> str:
    """Decimal, as long as it comes out."""
    return str(int(one) + int(other) - int(plain))


def _digits(plain: str, one: str, other: str) -> str:
    """Digit by digit, without carrying."""
    if not len(plain) == len(one) == len(other):
        raise ValueError("of different lengths")
    return "".join(str((int(b) + int(c) - int(a)) % 10) for a, b, c in zip(plain, one, other, strict=True))


def _of_numbers(base: int, reckon: Callable[[int, int, int], int], digits: str) -> _Join:
    def joined(plain: str, one: str, other: str) -> str:
        size = len(plain)
        number = reckon(int(plain, base), int(one, base), int(other, base)) % base ** max(size, len(one), len(other))
        text = _written(number, base, digits)
        return text.zfill(size) if len({size, len(one), len(other)}) == 1 else text

    return joined


def _written(number: int, base: int, digits: str) -> str:
    text = ""
    while number or not text:
        number, digit = divmod(number, base)
        text = digits[digit] + text
    return text


def _xor(a: int, b: int, c: int) -> int:
    return a ^ b ^ c


def _sum(a: int, b: int, c: int) -> int:
    return b + c - a


def _of_bytes(decode: Callable[[str], bytes], encode: Callable[[bytes], str]) -> _Join:
    def joined(plain: str, one: str, other: str) -> str:
        a, b, c = (decode(text) for text in (plain, one, other))
        if not len(a) == len(b) == len(c):
            raise ValueError("of different lengths")
        return encode(bytes(x ^ y ^ z for x, y, z in zip(a, b, c, strict=True)))

    return joined


_LOWER = "0123456789abcdefghijklmnopqrstuvwxyz"
_decimal_sum = _of_numbers(10, _sum, _LOWER)
_base64 = _of_bytes(
    lambda text: base64.b64decode(text + "=" * (-len(text) % 4), "-_", validate=True),
    lambda data: base64.urlsafe_b64encode(data).decode().rstrip("="),
)
_base32 = _of_bytes(
    lambda text: base64.b32decode(text.upper() + "=" * (-len(text) % 8)),
    lambda data: base64.b32encode(data).decode().rstrip("="),
)
_hexadecimal_bytes = _of_bytes(bytes.fromhex, bytes.hex)
_WAYS: tuple[_Join, ...] = (
    _letters,
    _of_numbers(16, _xor, _LOWER),
    _of_numbers(10, _xor, _LOWER),
    _decimal_sum,
    _of_numbers(16, _sum, _LOWER),
    _digits,
    _base64,
    _base32,
    _of_numbers(16, _xor, _LOWER.upper()),
    _of_numbers(16, _sum, _LOWER.upper()),
    _of_numbers(36, _xor, _LOWER),
    _of_numbers(36, _sum, _LOWER),
)
