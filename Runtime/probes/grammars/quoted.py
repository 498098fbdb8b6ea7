"""Texts that leave quotes in which a sign escapes the next: every short row of quotes and escapes, shortest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from probes.grammars import evasions
from probes.grammars.ranked import in_turn


def texts(
    command: str, quote: str = '"', escape: str = "\\", separators: Sequence[str] = (";", "\n"), longest: int = 4
) -> Iterator[str]:
    """Texts in which a row of quotes and escapes is followed by a command between separators."""
    yield from in_turn(
        _rows(command, quote, escape, separators, longest),
        (
            other
            for text in (f"x{escape}{quote}{separators[0]}{command}{separators[0]}",)
            for other in evasions.evading(text)
        ),
    )


def _rows(command: str, quote: str, escape: str, separators: Sequence[str], longest: int) -> Iterator[str]:
    signs = (quote, escape, "x")
    for length in range(1, longest + 1):
        for row in product(signs, repeat=length):
            for separator in separators:
                start = f"{''.join(row)}{separator}{command}"
                yield f"{start}{separator}"
                if length < longest - 1:
                    yield f"{start}{separator}{quote}"
                    yield f"a{escape}n{start}{separator}x{quote}{escape}"


def pairs(
    command: str, escape: str = "\\", quote: str = '"', separators: Sequence[str] = (";", "\n")
) -> Iterator[tuple[str, str]]:
    """Two texts: the end of the first takes the quote behind it away, so that the second stands outside of quotes."""
    for count in range(1, 6):
        for separator in separators:
            for end in (escape * count, quote + escape * count, escape * count + quote):
                yield (f"x{end}", f"{separator}{command}{separator}")
                yield (f"x{end}", f"{separator}{command}{separator}{end}")
