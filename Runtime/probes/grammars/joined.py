"""Texts that a program has made of several values and a code that vouches for them, read in another way.

Where the code covers the values joined without a border, letters that move from one to the other leave it right.
Where it covers only a part, the rest can be exchanged. What another text of the same program says can be put in.
"""

from __future__ import annotations

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
        for size in (1, 2, 3):
            if len(before) > size:
                yield _with(parts, place, before[:-size], part, before[-size:] + after)
            if len(after) > size:
                yield _with(parts, place, before + after[:size], part, after[size:])
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
        if not part.isascii() or not part.isdigit() or len(part) > 6:
            continue
        number = int(part)
        steps = [number + step for step in (1, -1, 10, 100, 256, 1000, 1024, 4096, 65536)]
        made = [*map(str, steps), part + "0", part + "1", part[:-1], part[1:], "0" + part, part[::-1], part + part, "1"]
        for changed in made:
            yield "".join([*parts[:place], changed, *parts[place + 1 :]])


def _cut(text: str, parts: list[str]) -> Iterator[str]:
    """Without an end or a beginning, or twice."""
    for place in range(1, len(parts)):
        yield "".join(parts[:place])
        yield "".join(parts[place:])
    yield from (text[:-1], text[1:], text[: len(text) // 2], text + text, text.upper(), text.lower())


def _with(parts: list[str], place: int, before: str, border: str, after: str) -> str:
    return "".join([*parts[: place - 1], before, border, after, *parts[place + 2 :]])
