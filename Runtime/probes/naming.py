"""Names and secrets that are different at every use, and the same on every run."""

from __future__ import annotations

import hashlib
import itertools

_numbers = itertools.count(1)


def number() -> int:
    """The next unused number of this check process."""
    return next(_numbers)


def letters(length: int = 7) -> str:
    """A fresh word of lower-case letters that occurs in no text by chance.

    It holds neither `e` nor hexadecimal digits only, so that it cannot come out of an encoding.
    """
    digest = hashlib.sha256(f"word {number()}".encode()).digest()
    alphabet = "ghjkmnpqrstvwxyz"
    return "zq" + "".join(alphabet[byte % len(alphabet)] for byte in digest[: length - 2])


def secret(kind: str = "secret") -> str:
    """A fresh secret such as `card-1f0c…`: the kind, a dash, and 20 hexadecimal digits."""
    return f"{kind}-{hashlib.sha256(f'{kind} {number()}'.encode()).hexdigest()[:20]}"
