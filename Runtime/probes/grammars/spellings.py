"""Names of files for programs that read a name in another spelling than it is typed: in small letters, with other slashes,
and without the blanks and dots at the ends of its parts. Who looks at a name before it has been read for the last time
looks at another one.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from probes.grammars.ranked import in_turn, ranked

#: What some reading makes `..` of: ends that are taken off, in one order or the other, and signs of other scripts.
_UP = (
    ("..",),
    (".. ", " ..", ".. .", "... "),
    ("...", ". .", "..\t", "\t..", "..\u00a0", ".. . ", " .. ."),
    ("\u2025", "\uff0e\uff0e", ".\u200b.", "..\0", " . .", ". ..", "..\x1f", "....", "%2e%2e", ".%2e", "%252e%252e"),
)
#: What stands around a name and is taken off, as {} and more.
_ENDS = (
    ("{}",),
    ("{} ", " {}", "{}.", "{} .", "{}. "),
    ("{}..", "{}\t", "\t{}", "{}\u00a0", "{} . ", ".{}", " . {}"),
    ("{}\0", "{}\x1f", "{}\u200b", "{}\r", "\ufeff{}"),
)
#: What may stand in front of a path and is nothing to whoever reads it later.
_FIRST = (("",), (".S", "S", "SUBS..S", " S"), (". S", ".S.S", "SS", "SUB S.. S", "SUBS.. .S"), (".. S", "... S", "x S..S", "C:", " . S", "...S"))
_SLASHES = (("\\", "/"), ("\\\\", "//", "\\/"), ("\\ ", "/ ", " \\", "\uff0f", "\u2216", "\u29f5"))
_TAILS = (("",), (".", " ", "S.", "S"), (" .", ". ", "S ", "S..Sx"), (". .", " . ", "\0"))
#: Letters that become those of ASCII when a name is written small, large, small after large, or in its plainest form.
_FOLDED = (("ff", "\ufb00"), ("st", "\ufb06"), ("s", "\u017f"), ("k", "\u212a"), ("i", "\u0130"), ("i", "\u0131"), ("fi", "\ufb01"))


def ups() -> Iterator[str]:
    """Parts of a path that are read as `..`."""
    for tier in _UP:
        yield from tier


def names(name: str) -> Iterator[str]:
    """Other spellings of one part, the likeliest first."""
    letters = [[name, name.upper()], [_folded(name, plain, other) for plain, other in _FOLDED if plain in name.lower()]]
    letters.append([name.title(), name.swapcase()])
    letters[1].append(f"%{ord(name[0]):02x}{name[1:]}")
    letters[1].append("".join(chr(ord(sign) + 0xFEE0) if sign.isascii() and sign.isalpha() else sign for sign in name))
    for spelled, ends in ranked(letters, _ENDS):
        yield ends.format(spelled)


def _folded(name: str, plain: str, other: str) -> str:
    at = name.lower().index(plain)
    return name[:at] + other + name[at + len(plain) :]


def paths(ways: Sequence[Sequence[str]], sub: str = "sub") -> Iterator[str]:
    """The `ways`, each a row of parts such as `("..", "vault", "x.txt")` or `("staff", "x.txt")`, in other spellings.

    `sub` is a folder that is there. Of a way, the parts that are `..` are respelled, otherwise the first.
    """
    yield from in_turn(*(_spelled(way, sub) for way in ways))


#: Signs that some way of writing a name leaves out: halves of characters where UTF-8 is made, all but ASCII where that is
#: made, signs that are not seen, NUL, and what a system allows in no name.
_LEFT_OUT = (("\ud800", "\xe9"), ("\udcff", "\0", "\u0301"), ("\u200b", "\n", "\x1f", "\xad", '"'), ("\ufeff", "\x7f", "\t", "\u4e2d", "?", "\U000e0041", "\ufffd", ":", "*", "<", "|", "\u202e", "\udfff", "^", "%", "\r", "'", "~", "\u2028", "$"))


def left_out(ways: Sequence[Sequence[str]]) -> Iterator[str]:
    """The `ways` with a sign within a part that is not written: whoever looks at the name before that looks at another one.

    Also where the sign alone is a part, before, between or behind others, and where it stands for the slash's neighbour.
    """
    places = (("inside", "all"), ("end", "begin"), ("part",))
    for sign, slash, place in ranked(_LEFT_OUT, (("/",), ("\\",)), places):
        yield from (slash.join(_with_sign(way, sign, place)) for way in ways)


def marred(word: str) -> Iterator[str]:
    """The word with signs that are left out where it is written or compared as bytes: within it, at its end, before it."""
    for tier in _LEFT_OUT[:3]:
        for sign in tier:
            yield f"{word[:1]}{sign}{word[1:]}"
        yield from (word + sign for sign in tier)
    yield from (sign + word for sign in _LEFT_OUT[0])


#: Readings in which letters of other scripts become letters, digits or signs of ASCII, or are one with them.
_READINGS = (str.lower, str.upper, str.casefold, str.title, lambda sign: unicodedata.normalize("NFKC", sign), lambda sign: unicodedata.normalize("NFKD", sign)[:1])


#: Where such signs are: a look at all that there are takes half a second.
_PLANES = (range(0x80, 0x700), range(0x1E00, 0x1F00), range(0x2070, 0x2190), range(0xFB00, 0xFB07), range(0xFF10, 0xFF5B), range(0x1D400, 0x1D468))


@lru_cache(maxsize=1)
def _foreign() -> tuple[tuple[str, ...], ...]:
    """Signs that are no ASCII: those that are one with a letter of it where case is ignored, a few for each reading that
    makes ASCII of them, and one of each kind that patterns and methods of texts take for letters or digits."""
    ignored = re.compile("[a-z]", re.IGNORECASE)
    signs = [chr(code) for codes in _PLANES for code in codes]
    one = tuple(sign for sign in signs if ignored.fullmatch(sign))
    read = [[sign for sign in signs if sign not in one and re.fullmatch(r"[A-Za-z0-9_]+", way(sign))][:5] for way in _READINGS]
    kinds: dict[tuple[str, bool, bool, bool], str] = {}
    for sign in signs:
        kinds.setdefault((unicodedata.category(sign), sign.isalnum(), sign.isidentifier(), sign.isdecimal()), sign)
    words = [sign for (_, *is_one), sign in kinds.items() if any(is_one)]
    return one, tuple(dict.fromkeys(sign for row in itertools.zip_longest(*read) for sign in row if sign)), tuple(words)


def foreign(word: str) -> Iterator[str]:
    """The word with a letter or digit that is none of ASCII, within it, at its end and before it.

    For patterns that ignore case, or know letters of every script, and for whoever folds a word before it is looked at.
    """
    for sign in itertools.chain(*_foreign()):
        yield f"{word[:1]}{sign}{word[1:]}"
    for sign in _foreign()[0]:
        yield from (sign + word, word + sign)


def folded(word: str) -> Iterator[str]:
    """The word in other letters that are its own where case is ignored, or where they are read in their plainest form."""
    yield from (other for other in (word.upper(), word.title(), word.swapcase()) if other != word)
    plainly = (("i", "\u0131"), ("i", "\u0130"), ("s", "\u017f"), ("k", "\u212a"), ("a", "\u00aa"), ("o", "\u00ba"), ("ff", "\ufb00"), ("fi", "\ufb01"), ("st", "\ufb06"), ("ss", "\u00df"), ("r", "\u211b"), ("e", "\u2147"), ("n", "\u207f"), ("l", "\u2113"))
    for letter, other in plainly:
        if letter in word:
            yield from dict.fromkeys((word.replace(letter, other), word.replace(letter, other, 1)))
    yield from ("".join(chr(ord(sign) + shift) if "a" <= sign <= "z" else sign for sign in word) for shift in (0xFEE0, 0x1D41A - 97))
    yield from (word[:-1] + chr(ord(word[-1]) + 0xFEE0), word[:1] + "\u0301" + word[1:], word[:1] + "\xad" + word[1:], word[:1] + "\u200b" + word[1:])


def _with_sign(way: Sequence[str], sign: str, place: str) -> list[str]:
    up = way[0] == ".."
    shapes = {"inside": f"{way[0][:1]}{sign}{way[0][1:]}", "all": sign.join(way[0]) + sign, "end": way[0] + sign, "begin": sign + way[0]}
    head = shapes.get(place, way[0])
    return [*([sign] if place == "part" else []), *(head if part == ".." and up else part for part in ([head, *way[1:]] if not up else way))]


def _spelled(way: Sequence[str], sub: str) -> Iterator[str]:
    up = way[0] == ".."
    heads = _UP if up else [list(part) for part in _tiers(way[0])]
    for first, head, slash, tail in ranked(_FIRST, heads, _SLASHES, _TAILS):
        parts = [head if part == ".." else part for part in way] if up else [head, *way[1:]]
        yield first.replace("SUB", sub).replace("S", slash) + slash.join(parts) + tail.replace("S", slash)


def _tiers(name: str) -> Iterator[Sequence[str]]:
    found = list(names(name))
    yield found[:1]
    yield found[1:9]
    yield found[9:30]
    yield found[30:]
