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
        _by_length(command, quote, escape, separators),
        (f"x{spelled}{separators[0]}{command}{separators[0]}" for spelled in _spelled(quote)),
    )


def _spelled(quote: str) -> Iterator[str]:
    """Other spellings of the quote, which a later step reads as one."""
    code = ord(quote)
    yield from (chr(code + 0xFEE0), f"&#{code};", f"%{code:02x}", f"\\u{code:04x}", f"\\x{code:02x}", "&quot;")


def _by_length(command: str, quote: str, escape: str, separators: Sequence[str]) -> Iterator[str]:
    """Texts of which the quote, or its escape, stands where the source may cut them or begin anew."""
    for length in evasions.lengths()[-3:]:
        for short in (1, 2, 0):
            for sign in (quote, escape):
                yield f"{'x' * (length - short)}{sign}{separators[0]}{command}{separators[0]}"


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
    for length in evasions.lengths()[-3:]:
        # Cut between the escape and what it is for.
        rows = ((length - 1, quote), (length - 1, escape), (length - 1, quote * length), (1, quote * length))
        for start, sign in rows:
            yield (f"{'x' * start}{sign}", f"{separators[0]}{command}{separators[0]}")
    for count in range(1, 6):
        for separator in separators:
            for end in (escape * count, quote + escape * count, escape * count + quote):
                yield (f"x{end}", f"{separator}{command}{separator}")
                yield (f"x{end}", f"{separator}{command}{separator}{end}")
