"""Lists of values for programs that make one text of a list and take it apart again: what stands at a joint of two values
reads as the separator, or as a mark of escape, though neither of them holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probes.grammars import evasions
from probes.grammars.ranked import in_turn

#: What programs put between values; those that are not typed come first in programs, and those that are in attacks.
SEPARATORS = ("|", ",", ";", "\n", "/", "-", "=", "\t", ":", " ", "_", "#", "\x1f", "\x1e", "\x01", "~", "@", "%", "&", "+", ".", "0", "x", "\u241f", "\r\n", "--", "::", "||")

#: The same for words that are joined and compared, or matched by one pattern: signs that nobody is thought to type.
RARE = ("\x1f", "\x1e", "\x1d", "\x1c", "\x01", "\x02", "\x03", "\x04", "\x07", "\x1b", "\x7f", "\x85", "\xa0", "\xa6", "\xff", "\u2028", "\u2029", "\u2400", "\u241e", "\u241f", "\u2063", "\ufeff", "\ufffd", "\uffff", "\ue000", "\uf8ff", "\U0010ffff", "\udcff", "\ud800", "\0\0", "\x0b", "\x0c")
#: How whole lists are written: by `repr`, JSON, `shlex.join`, and for shells.
QUOTED = ("', '", '", "', '","', "' '", '" "', "','", "\\ ", "\\0", "\\n", "\\x1f", " | ", "'\n'", ") (", "][", "></")


def joined(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words with two next to each other, the last ones first, or all from one on, as one: by every sign that may stand between.

    For programs that compare lists as texts. The solution's own separators come first.
    """
    signs = [one for one in evasions.texts() if 0 < len(one) <= 4 and not one.isalnum() and one not in words]
    for sign in dict.fromkeys((*signs[:12], *RARE, *QUOTED, *SEPARATORS)):
        for place in range(len(words) - 2, -1, -1):
            yield (*words[:place], sign.join(words[place : place + 2]), *words[place + 2 :])
        yield from ((*words[:place], sign.join(words[place:])) for place in range(len(words) - 3, 0, -1))
        yield (*words[:-1], words[-1] + sign)
        yield (*words, sign)


def lists(word: str) -> Iterator[tuple[str, ...]]:
    """Lists of two to five values; the solution's own separators are tried besides the usual ones."""
    own = [one for one in evasions.words() if 0 < len(one) <= 12 and (len(one) < 3 or not one.isalnum())]
    usual = (made for shape in zip(*(_around(one, word) for one in SEPARATORS)) for made in shape)
    theirs = (made for shape in zip(*(_around(one, word) for one in dict.fromkeys(own[:12]))) for made in shape)
    yield (word, "".join(one for one in SEPARATORS if len(one) == 1), "".join(own), word)  # of a few separators none is left
    yield from dict.fromkeys(in_turn(usual, theirs, _measured(word), _escaped(word)))


def _around(sign: str, word: str) -> list[tuple[str, ...]]:
    half = sign[: len(sign) // 2] or sign
    return [
        (sign, sign, word),  # a separator that is made longer until no value holds it comes about at a joint
        (f"{word}{sign}", f"{sign}{word}", sign * 2, word),
        (word, "", f"{sign}{word}"),
        (sign * 2, f"{word}{sign}", sign, "", word),
        (f"{word}{half}", f"{sign[len(half):] or sign}{word}"),
        ("", sign, ""),
        (f"{word}{sign}{word}", word, f"{word}{sign}"),
        (f"{word}{sign}1", f"{sign}2", f"{sign}0{sign}", word),
    ]


def _measured(word: str) -> Iterator[tuple[str, ...]]:
    """Lengths in front of values: counted in letters, bytes or not at all."""
    yield from ((f"\xe4\u20ac{word}", word), (f"3:{word}", f"{len(word)}:{word},"), ("\U0001f600", f"4 {word}", word), ("1", "2", "11"))
    yield from (("a\u0308", "\xe4", word), (f"{word}\n", f"\n{word}", "\n\n", word), ("2", word, ""), (f"{word}\n2", "1\n"))


def _escaped(word: str) -> Iterator[tuple[str, ...]]:
    """A mark of escape at the end of one value, and what it changes at the beginning of the next one."""
    for mark in ("\\", "%", "^", "&", "'", '"', "=", "\\\\", "$"):
        for next_one in ("n", "0a", "|", "2C", "\\", "'", " "):
            yield (f"{word}{mark}", f"{next_one}{word}", mark, f"{mark}{next_one}")
