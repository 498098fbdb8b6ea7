"""Secrets that can be worked out: from the time, from `random`, from each other, or because there are few of them.

    made = "solution.Accounts()", "accounts.register('ada', 'plum'); code = accounts.forgot('ada')"
    exploit_if(why := chance.too_little("code", f"accounts = {made[0]}; {made[1]}"), why)
    exploit_if(why := chance.told_by_others([stations.make_key(OWNER, []) for _ in range(12)], [OWNER]), why)
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import itertools
import math
import os
import string
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from probes import drivers

_MOMENT = 1_900_000_000.25
_ALGORITHMS = ("sha256", "md5", "sha1", "sha512", "sha3_256", "blake2b", "blake2s", "sha224", "sha384")
#: Kinds of UUID of which the next, or others, can be worked out from one: by time, name, or machine.
_COUNTABLE = (1, 2, 3, 5, 6)
_NEAR = 1 << 24
#: Bits at which numbers of a generator wrap around.
_WORDS = (48, 61, 63, 64, 96, 127, 128)
_SHORTEST, _LONGEST_KNOWN = 6, 200
_ALPHABETS = (
    string.digits,
    "0123456789abcdef",
    string.digits + string.ascii_uppercase,
    string.digits + string.ascii_lowercase,
    string.ascii_lowercase,
    string.ascii_uppercase,
    string.ascii_letters + string.digits,
    string.digits + string.ascii_letters,
    string.digits + string.ascii_uppercase + string.ascii_lowercase,
    string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_",
)


@dataclass(frozen=True)
class Drawn:
    """What an expression came to, and the bits of real chance in it; None if part of it is of an unknown origin."""

    value: Any
    bits: float | None


def drawn(
    expression: str, setup: str = "", needed: float = 64, random: bool = False, watched: bool = False, **values: Any
) -> Drawn:
    """Evaluates the expression in a program that was just started, and looks for the chance that is in it.

    The program is loaded anew for each of several runs, of which `setup` is the first thing that happens. In all of
    them it is the same time, `random` is in the same state, and `os.urandom`, `secrets`, `SystemRandom` and `uuid`
    give the same; then single bytes and numbers that they give are changed. Only those on which the value depends
    count, until there are `needed` bits of them. Where the value differs all the same, there is other chance in it.
    With `random`, what that module begins with when nobody gives it a seed counts as chance, too. With `watched`, what
    any generator of that module has begun with up to the end of `setup` does not: somebody has seen enough of its numbers.
    """
    call = "drawn(solution, _setup, _expression, _moment, _values, _needed, _seeds, _watched)"
    given: dict[str, Any] = {"_setup": setup, "_expression": expression, "_moment": _MOMENT, "_values": values, "_needed": needed}
    report = drivers.run("clock chance", call, **given, _seeds=random, _watched=watched)
    return Drawn(report["value"], report["bits"])


def too_little(expression: str, setup: str = "", bits: float = 40, random: bool = False, **values: Any) -> str:
    """Why the secret that the expression comes to can be found by trying; empty if it cannot, or is none."""
    found = drawn(expression, setup, bits, random, **values)
    if found.bits is None or found.bits >= bits or not found.value or not isinstance(found.value, (str, bytes, list)):
        return ""
    if found.bits < 1:
        return f"{found.value!r} is made of the time{'' if random else ' and of `random`'}, and who knows that knows it"
    return f"in {found.value!r} there are {found.bits:.0f} bits of chance: all can be tried"


def told_by_a_generator(expression: str, setup: str, bits: float = 40, **values: Any) -> str:
    """Why who has seen many secrets of the program, which `setup` has had made, works out the one of the expression.

    Empty if there is real chance in it besides a generator of `random` that was there before: a Mersenne Twister tells
    its whole state by 20,000 bits of what it gives, however well it was seeded.
    """
    found = drawn(expression, setup, bits, True, True, **values)
    if found.bits is None or found.bits >= bits or not found.value or not isinstance(found.value, (str, bytes, list)):
        return ""
    return f"{found.value!r} comes out of a generator of `random`, which tells its next numbers by those before"


def told_by_others(made: Sequence[str], known: Iterable[str] = ()) -> str:
    """Why somebody who has some of these secrets, made one after another, or what is known, works out others.

    Empty if no reason is found. Looked for are UUIDs of time and name, counters, steps that repeat, few signs that
    differ, the same letters in another order, and hashes of one another or of something known with a number.
    """
    made = [one for one in made if isinstance(one, str)]
    if len(made) < 3:
        return ""
    reasons = (_twice, _of_the_clock, _near, _few, _turned)
    found = next((reason for look in reasons if (reason := look(made))), "")
    return found or _hashed(made, [one for one in known if 0 < len(one) < _LONGEST_KNOWN])


def bits_between(made: Sequence[str]) -> float:
    """So many bits differ between the texts, at least to the eye: what each place has, if no other place tells it."""
    shortest = min(map(len, made), default=0)
    columns = list(dict.fromkeys(tuple(one[place] for one in made) for place in range(shortest)))
    total = 0.0
    for index, column in enumerate(columns):
        if len(set(column)) > 1 and not any(_is_told(column, other) for other in columns[:index]):
            total += math.log2(len(set(column)))
    return total


def _is_told(column: Sequence[str], other: Sequence[str]) -> bool:
    """Is one place the other one in other letters? Only what comes several times can show it."""
    kinds = len(set(other))
    return 1 < kinds <= len(column) // 2 and len(set(zip(other, column, strict=True))) == kinds == len(set(column))


def _twice(made: Sequence[str]) -> str:
    twice = next((one for place, one in enumerate(made) if one in made[:place]), None)
    return "" if twice is None else f"{twice!r} was made twice"


def _of_the_clock(made: Sequence[str]) -> str:
    for one in made[:2]:
        for size in (36, 32):
            for start in range(len(one) - size + 1):
                version = _version(one[start : start + size])
                if version in _COUNTABLE and all(_version(other[start : start + size]) == version for other in made):
                    return f"{one!r} is a UUID of version {version}: others are found by counting"
    return ""


def _version(text: str) -> int | None:
    try:
        return uuid.UUID(text).version if len(text.replace("-", "")) == 32 else None
    except ValueError:
        return None


def _near(made: Sequence[str]) -> str:
    """Numbers in some digits that follow on each other, or lie in steps of the same size."""
    begin, end = len(os.path.commonprefix(made)), len(os.path.commonprefix([one[::-1] for one in made]))
    cut = [one[max(0, begin - 8) : len(one) - max(0, end - 8) or None] for one in made]
    for texts in (made, cut, [one[::-1] for one in made]):
        for read in _readings(texts):
            steps = [after - before for before, after in itertools.pairwise(read)]
            if all(0 < abs(step) < _NEAR for step in steps):
                return f"{made[0]!r}, {made[1]!r} and {made[2]!r} are found by counting"
            if len(set(steps)) == 1 or len({a ^ b for a, b in itertools.pairwise(read)}) == 1:
                return f"from {made[0]!r} to {made[1]!r} is the same step as from there to {made[2]!r}"
            if _is_multiplied(steps, max(read)):
                return f"each of {made[0]!r}, {made[1]!r} and the next is the one before, multiplied and added to"
    return ""


def _is_multiplied(steps: Sequence[int], highest: int) -> bool:
    """Do the steps grow by one factor, in numbers that wrap around at some size? Who has four knows the next.

    Steps that end in many zeros say nothing, as then their products do so too.
    """
    if len(steps) < 3 or math.gcd(*steps) & 0x1FF == 0:
        return False
    rows = list(zip(steps, steps[1:], steps[2:], strict=False))
    ends = [end for size in _WORDS for end in (1 << size, (1 << size) - 1) if highest < end]
    return any(all((one * last - middle * middle) % end == 0 for one, middle, last in rows) for end in ends)


def _readings(texts: Sequence[str]) -> Iterator[list[int]]:
    """The texts as numbers, in the digits of several alphabets, and as bytes."""
    signs = set("".join(texts)) - {"-"}
    plain = [one.replace("-", "") for one in texts]
    if not signs or not all(plain):
        return
    for alphabet in _ALPHABETS:
        if signs <= set(alphabet):
            digits = {sign: place for place, sign in enumerate(alphabet)}
            numbers = []
            for one in plain:
                number = 0
                for sign in one:
                    number = number * len(alphabet) + digits[sign]
                numbers.append(number)
            yield numbers
    decoded = [next(iter(_decoded(one)), b"") for one in texts]
    if all(decoded):
        yield [int.from_bytes(one, "big") for one in decoded]
        yield [int.from_bytes(one, "little") for one in decoded]


def _few(made: Sequence[str]) -> str:
    bits = bits_between(made)
    most = math.log2(len(made))
    # Each place of letters or digits that differ by chance has most of what so many texts can show.
    return f"of {made[0]!r} and the others, only some {bits:.0f} bits differ" if bits < max(10, 2.5 * most) else ""


def _turned(made: Sequence[str]) -> str:
    for before, after in itertools.pairwise(made):
        if len(before) > 9 and before != after and sorted(before) == sorted(after):
            return f"{after!r} has the letters of {before!r} in another order"
    return ""


def _hashed(made: Sequence[str], known: Sequence[str]) -> str:
    """Is one of them a hash of another, or of what is known, also with a number or as the key of an HMAC?"""
    shown: dict[str, str] = {}
    for one in made:
        for form in _forms_of(one):
            shown.setdefault(form, one)
    tails = ["", *(by + str(number) for number in range(len(made) + 1) for by in ("", ":", "-", "|"))]
    for base in (*made[:3], *known):
        for data in (base.encode("utf-8", "replace"), *_decoded(base)):
            for algorithm in _ALGORITHMS:
                plain = hashlib.new(algorithm, data)
                for tail in tails:
                    behind = plain.copy()
                    behind.update(tail.encode())
                    digests = [behind.digest()]
                    if tail and algorithm in _ALGORITHMS[:4]:
                        digests.append(hmac.digest(data, tail.encode(), algorithm))
                        digests.append(hashlib.new(algorithm, tail.encode() + data).digest())
                    for digest in digests:
                        found = shown.get(digest.hex()[:_SHORTEST * 2])
                        if found is not None and found != base:
                            return f"{found!r} is a hash of {base!r}{f' with {tail!r}' if tail else ''}"
    return ""


def _forms_of(one: str) -> Iterator[str]:
    """How digests begin of which this text may be made, in hexadecimal digits."""
    for text in (one, one.replace("-", ""), one.rsplit("-", 1)[-1], one.rsplit(".", 1)[-1], one.rsplit("_", 1)[-1]):
        for data in _decoded(text):
            if len(data) >= _SHORTEST:
                yield data.hex()[: _SHORTEST * 2]


def _decoded(text: str) -> Iterator[bytes]:
    try:
        yield bytes.fromhex(text)
    except ValueError:
        pass
    try:
        yield base64.urlsafe_b64decode(text.replace("+", "-").replace("/", "_") + "=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        pass
