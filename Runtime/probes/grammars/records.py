"""Texts of records that a program keeps in a file of its own: with what ends a record, or a field, for whoever reads it.

Writer and reader often go by different rules: one puts a backslash before line feeds, and the other takes a line to end
wherever `str.splitlines` does; one writes a line feed, and the other reads a carriage return as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probes.grammars.ranked import in_turn

#: What ends a line for `str.splitlines`, and for nobody who thinks of line feeds only.
_RARE = ("\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_ENDS = ("\n", "\r", "\r\n", "\\n", "\\\n", "\\\\n", "\n\n", "\0", "\x1f", "%0A", "&#10;", "\\x0a", "\\u000a", "\\r")
_BORDERS = ("\t", ",", ";", "|", "::", ": ", " = ", '","', '", "', "','", "', '", '"\n"', " -> ", "||", "\\t", "\x01", "\ue000")
#: What is taken off, unescaped, left out or taken for none when it is read again.
_ODD = ("", " ", "x ", " x", "x\n", "\nx", "x\r\ny", "x\ry", "#x", "\\", "x\\", "x\\\\", "\\\\n", "\\n", "\\u0041", "&amp;", "%41", "+", '"', "'", '"x"', "'x'", "[x]", "null", "---", "\ufeffx", "x\u2028y", "x\x85", "\x1ax", "=?", "{x}")


def _within(usual: Sequence[str], forged: Sequence[str], signs: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """One field, the last one first, goes on with a sign, and with a record of its own behind it."""
    for place in reversed(range(len(usual))):
        rest = forged if place == len(usual) - 1 else [*forged[place + 1 :], *forged]
        text = usual[place] + "".join(sign + one for sign in signs for one in rest)
        yield (*usual[:place], text, *usual[place + 1 :])


def records(usual: Sequence[str], forged: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Records (of as many fields as `usual`) of which another one, or other fields, may come when they are read again.

    records(("*", "Rivers"), ("*", "Forged")) → ("*", "Rivers\\u2028*\\u2028Forged"), …
    """
    yield from _within(usual, forged, _RARE)
    for place in range(len(usual)):
        yield from _within(usual, forged, _ENDS[place : place + 1])
    yield from in_turn(
        (one for sign in _ENDS[len(usual) :] for one in _within(usual, forged, (sign,))),
        ((*usual[:-1], text) for text in _ODD),
        (one for sign in _RARE[::-1] for one in _within(usual, forged, (sign,))),
        (one for sign in _BORDERS for one in _within(usual, forged, (sign,))),
    )
