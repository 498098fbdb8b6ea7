"""Texts that a program has made of several values and a code that vouches for them, read in another way.

Where the code covers the values joined without a border, letters that move from one to the other leave it right.
Where it covers only a part, the rest can be exchanged. What another text of the same program says can be put in.
"""

from __future__ import annotations

import base64
import contextlib
import re
from collections.abc import Iterator, Sequence

_PARTS = re.compile(r"[A-Za-z0-9_]+|[^A-Za-z0-9_]")


def reread(text: str, others: Sequence[str] = ()) -> Iterator[str]:
    """The text with its borders moved, values exchanged, and parts of other genuine texts; no text twice."""
    seen = {text, *others}
    for candidate in _all(text, others):
        if candidate not in seen:
            seen.add(candidate)
            yield candidate


def mixed(text: str, other: str) -> Iterator[str]:
    """The text with parts of the other one, of the same layout, in their places, and the other one with parts of this."""
    one, two = _PARTS.findall(text), _PARTS.findall(other)
    yield from dict.fromkeys([*_mixed(one, two), *_mixed(two, one)])


def _all(text: str, others: Sequence[str]) -> Iterator[str]:
    parts = _PARTS.findall(text)
    yield from _moved(parts)
    for other in others:
        yield from _mixed(parts, _PARTS.findall(other))
    yield from _exchanged(parts)
    yield from _cut(text, parts)


def _moved(parts: list[str]) -> Iterator[str]:
    """A border one or two letters further left or right, or gone; with the parts next to each other turned round."""
    for place, part in enumerate(parts):
        if part.isalnum() or not 0 < place < len(parts) - 1:
            continue
        before, after = parts[place - 1], parts[place + 1]
        for size in (1, 2):
            if len(before) > size:
                yield _with(parts, place, before[:-size], part, before[-size:] + after)
            if len(after) > size:
                yield _with(parts, place, before + after[:size], part, after[size:])
            if len(before) > size:
                yield _with(parts, place, before[size:], part, after + before[:size])
            if len(after) > size:
                yield _with(parts, place, after[-size:] + before, part, after[:-size])
        yield _with(parts, place, before, "", after)
        yield _with(parts, place, after, part, before)


def _mixed(parts: list[str], other: list[str]) -> Iterator[str]:
    """One or more parts of the other text in the place of these."""
    if len(parts) != len(other):
        return
    for place in range(len(parts)):
        if parts[place] != other[place]:
            yield "".join([*parts[:place], other[place], *parts[place + 1 :]])
            yield "".join([*parts[:place], *other[place:]])


def _exchanged(parts: list[str]) -> Iterator[str]:
    """Numbers one up, ten times as large, with another end, or from behind."""
    for place, part in enumerate(parts):
        for before, digits, after in _numbers(part):
            for changed in _others(digits):
                yield "".join([*parts[:place], before + changed + after, *parts[place + 1 :]])
        for encode, decode in _ENCODINGS:
            with contextlib.suppress(ValueError):
                inside = decode(part)
                for before, digits, after in _numbers(inside):
                    for changed in _others(digits):
                        yield "".join([*parts[:place], encode(before + changed + after), *parts[place + 1 :]])


def _numbers(text: str) -> Iterator[tuple[str, str, str]]:
    """The first number of a text, if it is a short one, between what stands before and behind it."""
    found = re.search(r"[0-9]+", text) if text.isascii() else None
    if found and len(found[0]) <= 6 and found.start() <= 12:
        yield text[: found.start()], found[0], text[found.end() :]


def _others(digits: str) -> list[str]:
    number = int(digits)
    steps = [number + step for step in (1, -1, 10, 100, 256, 1000, 1024, 4096, 65536) if number + step > 0]
    forms = [digits + "0", digits + "1", digits[:-1], digits[1:], "0" + digits, digits[::-1], digits + digits, "1"]
    return [*(str(step).zfill(len(digits)) for step in steps), *forms]


def _base64(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _from_base64(text: str) -> str:
    return base64.b64decode(text + "=" * (-len(text) % 4), "-_", validate=True).decode("ascii")


_ENCODINGS = (
    (_base64, _from_base64),
    (lambda text: text.encode().hex(), lambda text: bytes.fromhex(text).decode("ascii")),
)


def _cut(text: str, parts: list[str]) -> Iterator[str]:
    """Without an end or a beginning, or twice."""
    for place in range(1, len(parts)):
        yield "".join(parts[:place])
        yield "".join(parts[place:])
    yield from (text[:-1], text[1:], text[: len(text) // 2], text + text, text.upper(), text.lower())


def _with(parts: list[str], place: int, before: str, border: str, after: str) -> str:
    return "".join([*parts[: place - 1], before, border, after, *parts[place + 2 :]])
