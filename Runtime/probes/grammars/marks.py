"""Texts in a small markup (Markdown, BBCode, a wiki's) that bring code into the HTML that is made of them.

A form is one mark of the language, with TEXT and ADDRESS where something may stand: `*TEXT*`, `[TEXT](ADDRESS)`. The
word MARK stands for a marker, as in `probes.grammars.markup`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from probes.grammars import markup, placeholders
from probes.grammars.ranked import in_turn

_HOLES = ("ADDRESS", "TEXT")
_HERE = "\0"
#: What is an attribute once a tag's own quotes have ended the attribute that it stands in: nothing to be escaped.
_BARE = ("onfocus=MARK//", "/onfocus=MARK//x")

#: Quotes and brackets of another width, which are plain ones in an id that was made of a text: no blanks there.
_WIDE = "x\uff02/onfocus=MARK//\uff07/onfocus=MARK//\uff1csvg/onload=MARK\uff1e"


def _addresses(address: str) -> Iterator[str]:
    """Without brackets and, where it matters, blanks, which most languages take for the end of an address."""
    quoted = (f"{address}{quote}{bare}" for quote in "\"'" for bare in _BARE)
    yield from in_turn((url.replace("MARK()", "MARK") for url in markup.urls(address)), quoted)


def _plain(form: str, address: str) -> str:
    return form.replace("ADDRESS", address).replace("TEXT", "x")


def filled(forms: Sequence[str], address: str) -> Iterator[str]:
    """Each form with markup as its text, or code as its address; `address` is one that is allowed."""
    yield from in_turn(*(_filled(form, hole, address) for form in forms for hole in _HOLES if hole in form))


def _filled(form: str, hole: str, address: str) -> Iterator[str]:
    for text in _addresses(address) if hole == "ADDRESS" else itertools.chain((_WIDE,), markup.texts()):
        yield _plain(form.replace(hole, _HERE), address).replace(_HERE, text)


def nested(forms: Sequence[str], address: str) -> Iterator[str]:
    """Two marks, one within the other, or each begun within the other: whoever replaces one after the other, in what
    has been made already, puts one tag into an attribute of another."""
    pairs = itertools.product(forms, _HOLES, forms)
    yield from in_turn(*(_pair(outer, hole, inner, address) for outer, hole, inner in pairs if hole in outer))


def _pair(outer: str, hole: str, inner: str, address: str) -> Iterator[str]:
    before, _, behind = (_plain(part, address) for part in outer.partition(hole))
    start = address if hole == "ADDRESS" else ""
    for bare in _BARE:
        filled_in = inner.replace("ADDRESS", f"{address}/{bare}").replace("TEXT", bare)
        yield before + start + filled_in + behind
        middle = filled_in.find(bare) + len(bare)
        yield before + start + filled_in[:middle] + behind + filled_in[middle:]
        yield filled_in[:middle] + before + start + filled_in[middle:] + behind


def set_aside(forms: Sequence[str], address: str) -> Iterator[str]:
    """For whoever sets finished marks aside and puts them back at the end, where a sign and a number stand.

    Whoever types such a sign, as the source of the solution makes it, has a finished mark put into an attribute.
    """
    attributes = [(outer, hole) for outer in forms if "ADDRESS" in outer for hole in _HOLES if hole in outer]
    linking = [_plain(inner, address + _BARE[1]) for inner in forms if "ADDRESS" in inner]
    numbered = list(placeholders.numbered())
    # For whoever looks for one sign after the other, all that are likely can stand in one text.
    signs = ["".join(numbered[place : place + 3]) for place in range(0, len(numbered), 3)] + numbered
    for sign, marked, (outer, hole) in itertools.product(signs, linking, attributes):
        start = address if hole == "ADDRESS" else ""
        begun = _plain(outer.replace(hole, start + _HERE), address).replace(_HERE, sign)
        yield from (f"{begun} {marked}", f"{marked} {begun}")


#: What helpers make elements of without being asked: ends of lines, addresses, and the marks of small languages.
_UNASKED = (
    ("a\nb", "a http://a.example/b c", "*a* b", "a\r\nb"),
    ("a\n\nb", "www.a.example", "**a** b", "https://a.example", "a\rb", "(+http://a.example/bot.html)"),
    ("a\n\n\n\nb\n", "ada@a.example", "_a_ b", "`a` b", "a\u2028b", "mailto:ada@a.example", "\n- a\n- b", "# a", "[a](http://a.example)", "~~a~~ b"),
    ("a\u0085b", "a\x0bb\x0cc", "a\tb", "a  b", "![a](b.png)", "> a", "ftp://a.example/", "[b]a[/b]", "[[a]]", "@ada", "#17", "<http://a.example>", "a  \nb", "__a__ b", ":smile:", "1. a\n2. b", "---", "a\u2029b", "\x1b[1ma\x1b[0m", "a <b", "&lt;br&gt;", "\\n"),
)


def unasked() -> Iterator[str]:
    """Texts without a tag of which a helper that is meant to be kind makes elements: links, and breaks of lines."""
    yield from itertools.chain(*_UNASKED)
