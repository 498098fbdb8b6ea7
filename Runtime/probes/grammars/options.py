"""Operands that a program takes for options (`getopt`'s reading of arguments)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probes.grammars import evasions
from probes.grammars.ranked import in_turn, ranked

_BEFORE = (
    ("",),
    (" ", "\t", "\n", '"', "'", "\u3000", "\u00a0", "\x0b", "\ufeff", "\u2028", "  "),
    ("x ", "x\n", "' ", '" ', "x' '", 'x" "', "\\", "\0"),
)
#: Other signs that normalisation (NFKC) turns into a hyphen.
_HYPHENS = ("\uff0d", "\ufe63")


def operands(options: Sequence[str]) -> Iterator[str]:
    """Texts for one operand; `options` are complete, with their value, in each spelling that the program knows."""
    spelled = [[one] for one in options]
    yield from in_turn(
        (before + option for before, option in ranked(_BEFORE, spelled)),
        (other for option in options for other in evasions.evading(option)),
        (option.replace("-", hyphen, count) for option in options for hyphen in _HYPHENS for count in (2, 1)),
        (f"{word} {option}" for option in options for word in ("--", "- ", "-")),
    )


def pairs(valued: Sequence[str], options: Sequence[str], values: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Two operands, the first of which is an option that takes the next argument for its value.

    That may be the second operand (one of `values`), or the `--` between them, which then does not end the options.
    """
    # An operand that is left out where it is empty.
    yield from (("", option) for option in options)
    for first in valued:
        yield from ((first, value) for value in values)
    for first in (*valued, "-", "--"):
        yield from ((first, option) for option in options)
        yield from ((f" {first}", option) for option in options[:1])
