"""Texts that leave their place in a script for an editor of lines (sed): patterns, replacements, comments.

They make a file `stolen.txt`, read a file `wages.txt`, or change lines that are nobody's business. What fits more than itself, or brings in what nobody typed, is among them: see the manual of GNU sed, "Overview of
basic regular expression syntax", "The s Command", "Escapes".
"""

from __future__ import annotations

from collections.abc import Iterator

from probes.grammars import evasions, placeholders
from probes.grammars.ranked import in_turn

_COMMANDS = ("1e touch stolen.txt", "w stolen.txt", "1r wages.txt", "d", "s/x/stolen/", "e touch stolen.txt", "a\\\nstolen", "y/abc/xyz/", "q", "=", "i stolen", "R wages.txt", "n;d")
_BREAKS = ("\n", "\\\n", "\r\n", "\n\n", ";\n", "\n;", "\\\\\n", "}\n", "\r", "\\n", "\u2028", "\x0b", "\x85", "\x1c")
_ENDINGS = ("/", "\\/", "\\\\/", "/;", "|", "#", ",", "\x01", "@", "!", "~", "\x00", "\\", "\x1f", ":", "%", "\x02", "\x7f", "\ue000", "_", "=", "+", "\a", "§")
_FLAGS = ("e", "w stolen.txt", "x/e", "x/w stolen.txt", "/e;#", "x/ge\n#", "x/;1e touch stolen.txt\n", "x/;1r wages.txt\n#", "stolen/;#", "x/;d\n#", "d;#", "/d\n#", "p;#", "p;d", "I;#", "stolen/g\n#")
#: Patterns that fit more than themselves, or nothing that they hold.
_PATTERNS = (
    *(".*", "a.c", "[a-z]", "^", "$", "a*", "\\w", "\\(a\\)", "a\\|x", "[^x]", ".", "x\\?", "\\.", "a\\+c", "^.", "a\\{2\\}", "\\n", "^x$", "[", "]", "\\", "a\\", "\\\\"),
    *("[[:alpha:]]", "\\<a", "\\b", "\\x61", "\\d097", "\\o141", "\\`", "\\'", "\\S", "\\W", "a**", "*", "*a", "\\(", "\\)", "\\{", "a\\{", "(a)", "a|x", "a+", "a?", "a{2}", "{", "}", "^^", "$$"),
    *("[^]", "[]]", "[a", "a]", "\\[", "\\]", "\\/", "/", "//", "\\cA", "\\t", "&", "\\&", "é", "[é]", "~", "!", "\\1", "a-b", "[.a.]", "[=a=]", "\\e", "\\^", "^a\\", "\\$", "-", "--", "\\\\.", "\\*", "\0", "a\0b"),
)
_REPLACEMENTS = (
    *("&", "\\&", "\\\\&", "&&", "\\1", "\\0", "\\n", "\\t", "\\L&", "\\U", "\\", "x\\", "\\\\", "\\\\\\", "/", "\\/", "//", "\\\\/", "\\x26", "\\x41", "\\d065", "\\o101", "\\cA", "\\E", "\\2", "\\a"),
    *("a&b", "$", "^", ".", "*", "[", "]", "{}", "%s", "\\g<0>", "\\N", "é&", "\0", "x\0&", "\\u", "\\l", "\\\n", "\\&amp;", "&amp;", "~", "\\~", "\\.", "\\*", "\\-", "\\ ", "\\x5c", "\\x2f", "\\x0a"),
)


def _left(ordinary: str) -> Iterator[str]:
    """What ends a part of the command and goes on."""
    for number, flags in enumerate(_FLAGS):
        yield f"{ordinary}/{flags}"
        yield f"{ordinary}\\/{flags}"
        yield f"{ordinary}{_ENDINGS[number]}{flags.replace('/', _ENDINGS[number])}"
    yield from (other for text in (f"{ordinary}/x/w stolen.txt\n#", f"{ordinary}/w stolen.txt\n#") for other in evasions.evading(text))


def _borders(ordinary: str) -> Iterator[str]:
    """What another border than a slash ends, without a line break."""
    for ending in _ENDINGS:
        yield f"{ordinary}{ending}x{ending}w stolen.txt"
    for ending in _ENDINGS:
        yield from (f"{ordinary}{ending}x{ending}w stolen.txt\n", f"{ordinary}{ending}x", f"{ordinary}{ending}")


def _lines(ordinary: str) -> Iterator[str]:
    """A command on a line of its own."""
    for place, command in enumerate(_COMMANDS):
        yield from (f"{ordinary}{line}{command}{end}" for line, end in ((_BREAKS[place % 3], "\n"), (_BREAKS[0], "\n#")))
        yield f"{ordinary}{_BREAKS[(place + 2) % len(_BREAKS)]}{command}"
        yield f"{ordinary}/x/g\n{command}\n#" if place % 2 else f"{ordinary}/g\n{command}\ns/qqq/"
    for line in _BREAKS:
        yield from (f"{ordinary}{line}d", f"{line}d", f"{ordinary}{line}", f"{ordinary}{line}# x")


def _rare_breaks(ordinary: str) -> Iterator[str]:
    """A command behind what ends a line only when the script is read, and written, by another rule: at the next change."""
    yield f"{ordinary}\rd"
    yield ordinary + "".join(f"{line}d" for line in ("\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"))
    yield from (f"{ordinary}{line}d" for line in ("\x85", "\u2028", "\x0c", "\x1e", "\x0b", "\u2029", "\x1c"))
    yield from (f"\r{ordinary}", f"{ordinary}\r", f"{ordinary}\r\r# x", f"{ordinary}\r1e touch stolen.txt\r#")


#: Of these nothing is left, or something else, where what cannot be written or seen is dropped or replaced.
_VANISHING = (
    *("\ud800", "\udfff", "\udc80", "\ud83d\ud83d", " ", "\ufeff", "\u200b", "\x1a", "\x7f", "\r", "\t", "\xa0", "\u00ad", "\ue000", "\u2060", "\x00", "\u0301", "\ufffe", "\x0b", "\x1c", "\u2028", "\x85"),
)


def vanishing() -> Iterator[str]:
    """Texts that are not empty, and become so when they are encoded, stripped, normalised or cleaned."""
    yield from _VANISHING
    yield from (one + other for one, other in zip(_VANISHING, _VANISHING[1:], strict=False))


def patterns(ordinary: str) -> Iterator[str]:
    """Texts that are looked for, as they are."""
    yield from (f"{ordinary}\n1e touch stolen.txt\n#", f"{ordinary}/x/w stolen.txt\n", ".*")
    yield from in_turn(_left(ordinary), _borders(ordinary), _PATTERNS, _lines(ordinary), (f"{text}{ordinary}" for text in _PATTERNS[:12]), placeholders.own(), _rare_breaks(ordinary))


def replacements(ordinary: str) -> Iterator[str]:
    """Texts that are put in, as they are."""
    yield from (f"{ordinary}\n1e touch stolen.txt\n#", f"{ordinary}/w stolen.txt\n", "&")
    yield from in_turn(_left(ordinary), _borders(ordinary), _REPLACEMENTS, _lines(ordinary), placeholders.own(), _rare_breaks(ordinary))


def comments(ordinary: str) -> Iterator[str]:
    """Texts for a comment, which ends with its line."""
    yield from in_turn(_lines(ordinary), _lines(ordinary), _rare_breaks(ordinary))


def pairs() -> Iterator[tuple[str, str]]:
    """Two texts of one command, the first of which opens what the second steps out of."""
    ends = ("\\", "a\\", "[", "a\\\\\\", "x/", "/", "a\n", "\\(", "a[^", "a\r", "a\\\n", "a[/")
    yield from in_turn(
        ((end, text) for end in ends[:4] for text in ("/w stolen.txt\n", "x]/w stolen.txt\n", "/e;#")),
        ((field, payload) for field, payload in placeholders.pairs("x", ("a/w stolen.txt\n#", "\\", "&"))),
        ((end, "d;#") for end in ends),
        ((text, text) for text in ("\\", "&", ".", "/", "\\1", "[", "a.c", "\\n")),
    )
