"""Texts that leave the string literal, the comment or the name for which they are made, in Python source.

The word CODE stands for an expression without quotes and backslashes, which no escaping of these changes, HELPER for a
module; give `words` to `markers.runs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from probes import naming
from probes.grammars import evasions, placeholders
from probes.grammars.ranked import in_turn, ranked

_QUOTES = ('"', "'", '"""', "'''")
#: Quotes behind what escapes the one that is put in front of them.
_ESCAPED = ('\\"', "\\'", '\\"""', "\\'''", '""\\"', "\\\\'", '\\\\"', '"" "')
#: What stands behind the quote; = is the quote once more, which finds its other half in what follows.
_BEHIND = (
    ("\nCODE\n=", ";CODE#", "+str(CODE)+=", "\nCODE#", "\rCODE#"),
    (";CODE;=", "\n\nCODE\n\n=", "%CODE%=", " if CODE else =", ",CODE,=", "][CODE][=", ")+str(CODE)+(=", "];CODE;[="),
    ("]\nCODE\n[=", ")\nCODE\n(=", "})\nCODE\n({=", " or CODE#", "\r\nCODE\r\n="),
)
_LINES = (
    *("\n", "\r", "\n\n", "\r\n", "\x0c\n", "\\\n", " \n", "\n\r"),
    *("\u2028", "\x85", "\x0b", "\x0c", "\x1c", "\\n", "\0\n"),
)
_FIELDS = ("{CODE}", "{{CODE}}", "${CODE}", "%s", "{0}", "{}", "{CODE!r}", "{{{CODE}}}")
_NAMES = (
    ("N=CODE;M", "N\nCODE\nM", "CODE;M", "N: CODE", "N=CODE\nM", "CODE\nM", "N = CODE #", "N[CODE]"),
    ("None\nimport HELPER\nM", "import HELPER\nM", "None\n\nimport HELPER as N\nM"),
    (
        "(N:=CODE);M",
        "N, M[CODE]",
        "N;CODE;M",
        "N=M=CODE#",
        "CODE,N",
        "N\rCODE\rM",
        "N\n",
        "N = M = [CODE][0] ; M",
        "import os;N",
        "N if CODE else M",
        "N == CODE or M",
        "M\n  ;CODE",
        "N=1\nif CODE: pass\nM",
        "N\\\n=CODE;M",
        "N=0 or CODE;M",
        "\nCODE\nN",
        " N=CODE;N",
    ),
)


def words(marker: Any) -> dict[str, str]:
    """What CODE stands for, and HELPER: a module whose import is an effect."""
    helper = naming.word()
    marker.module(helper)
    return {"CODE": f"eval(bytes({list(marker.python.encode())}).decode())", "HELPER": helper}


def texts(ordinary: str) -> Iterator[str]:
    """Texts for a string that is written into source."""
    rows, escaped = (list(ranked([quotes], _BEHIND)) for quotes in (_QUOTES, _ESCAPED))
    yield from in_turn(
        (ordinary + quote + behind.replace("=", quote) for quote, behind in rows),
        (ordinary + quote + behind.replace("=", quote) for quote, behind in escaped),
        comments(ordinary),
        (f"{ordinary}{field}" for field in _FIELDS),
        (other for quote in ("'", '"""') for other in evasions.evading(f"{ordinary}{quote}\nCODE\n{quote}")),
        (quote + behind.replace("=", quote) for quote, behind in rows),
        _by_length(),
        placeholders.own(),
    )


#: What stands behind the quote of a text within an expression, or in square brackets; = is the quote once more.
_WITHIN = (
    *(" and CODE and =", "] = CODE #", ") and CODE #", "][CODE][=", " if CODE else =", " and CODE #", "+CODE+="),
    *(") or CODE or (=", " or CODE or =", ",CODE,=", "] = CODE; x[="),
)
_WITHIN_QUOTES = ("'", '"', "\\'", '\\"', "'''", '"""', "\\\\'", '\\\\"', "''", '""')


def within(ordinary: str) -> Iterator[str]:
    """Texts for a string that is written into an expression: it goes on behind the string, with what CODE stands for.

    By turns CODE and EXPR_SIGNS (`code.codes`), which is longer, and needs no built-in function.
    """
    places = [(row + column, behind, quote) for row, behind in enumerate(_WITHIN) for column, quote in enumerate(_WITHIN_QUOTES)]
    texts = (
        ordinary + quote + (behind.replace("=", quote[-1]) if behind.endswith("=") else behind)
        for _, behind, quote in sorted(places, key=lambda place: place[0])
    )
    yield from in_turn(
        (one for text in texts for one in (text, text.replace("CODE", "EXPR_SIGNS"))),
        (f"{ordinary}{field}".replace("CODE", word) for word in ("CODE", "EXPR_SIGNS") for field in _FIELDS),
    )


def _by_length() -> Iterator[str]:
    """Texts of which a quote, or what escapes it, stands where the source may cut them."""
    for length in evasions.lengths()[-3:]:
        for quote in ("'", '"', '"""'):
            for short in (1, 2, 0):
                yield f"{'x' * (length - short)}{quote}\nCODE\n{quote}"


def comments(ordinary: str) -> Iterator[str]:
    """Texts for a comment."""
    for line in _LINES:
        yield from (f"{ordinary}{line}CODE", f"{line}CODE{line}", f"{ordinary}{line}CODE#")
    yield from (f"{ordinary}\nif True:\n    CODE\n", f"{ordinary}\n\tCODE", f"{ordinary}\n;CODE", f"{ordinary}\n,CODE")
    yield from evasions.evading(f"{ordinary}\nCODE")


#: What ends a line of Python's source, or one of a reader that splits texts in lines.
_LINE_ENDS = (("\r", "\n"), ("\r\n", "\r\r", "\x0c\r", "\\\r", "\x0b", "\x0c", "\u2028", "\x85", "\x1c", "\x0c\n", "\x1e"))
#: What the next line is: a parameter or argument, an element, a statement, or what ends the brackets first; = is a name.
_ELEMENTS = (
    ("==CODE,#", "CODE,#", ",==CODE#", ")+[CODE]#"),
    ("CODE:0,#", "+CODE#", "if CODE else 0#", "'x':CODE,#", "):CODE#", "]+[CODE,#", "}|{0:CODE,#", ",*[CODE],#", "=:CODE=0,#", "==(CODE),\rothers=CODE#", ",CODE#", "@CODE#", "*=,**others,#CODE"),
)
_INDENTS = (("        ",), ("    ", "", "            ", "\t"))


def in_lists(ordinary: str) -> Iterator[str]:
    """Texts for a comment behind one of several parameters, arguments, elements or statements: the next line is one, too."""
    for element, line, indent in ranked(_ELEMENTS, _LINE_ENDS, _INDENTS):
        yield ordinary + line + indent + element.replace("==", "intruder=").replace("=:", "intruder:").replace("*=", "*intruder")


def names(ordinary: str) -> Iterator[str]:
    """Texts for the name of something that is assigned to."""
    other = f"{ordinary}_2"
    made = [
        re.sub(r"\b[NM]\b", lambda word: ordinary if word[0] == "N" else other, form)
        for (form,) in ranked(_NAMES)
    ]
    yield from in_turn(made, (one for payload in made[:3] for one in evasions.evading(payload)))


def alike(name: str) -> Iterator[str]:
    """Texts that Python reads as this name, which they are not: it folds letters and digits of other widths (NFKC)."""
    bold = "".join(chr(ord(sign) + 0x1D3BF) if "A" <= sign <= "Z" else sign for sign in name)
    yield from (evasions.wide(name), evasions.wide(name[0]) + name[1:], name[:-1] + evasions.wide(name[-1]), bold)
    yield from (bold[0] + name[1:], name[:-1] + bold[-1])
    yield from (f"{name} ", f"({name})", f"{name}\\\n")
    yield f"[*{name}]"


def lists(ordinary: str) -> Iterator[list[str]]:
    """Strings of one list that leave their quotes together, or one of them alone."""
    for quote in ("'", '"'):
        yield from (["\\", f",CODE]#"], ["x\\", f",CODE,{quote}"], [f"x{quote}", f",CODE,{quote}x"])
    for text in texts(ordinary):
        yield from ([text], ["x", text])


def pairs(ordinary: str) -> Iterator[tuple[str, str]]:
    """Two texts of one source: the first keeps its quotes open, and the second stands where they end."""
    yield from in_turn(
        _open_and_behind(ordinary), placeholders.pairs(ordinary, (";CODE#",)), _in_another_encoding(ordinary)
    )


#: What ends the quotes within which a mark was replaced, and goes on as code.
_ENDS = (("';CODE#", '";CODE#', "'+str(CODE)+'"), ("\nCODE#", "'''\nCODE#", '"""\nCODE#', '"+str(CODE)+"', ";CODE#"))


def marks(ordinary: str) -> Iterator[tuple[str, str]]:
    """Two texts of one source: the first is the mark for the second, in the program's own notation.

    Whoever replaces the marks of a template one after the other puts the second into the quotes of the first.
    """
    own = list(dict.fromkeys([*placeholders.own(), *placeholders.numbered(), *placeholders.single()]))
    for ends in _ENDS:
        yield from ((f"{ordinary} {mark}", f"{ordinary}{end}") for mark in own for end in ends)


def _in_another_encoding(ordinary: str) -> Iterator[tuple[str, str]]:
    """The first is a comment that names an encoding, in which the second has quotes, where source is a file."""
    for start in ("", f"{ordinary} "):
        yield (f"{start}coding: utf_7 ", "+ACc-;CODE#+ACI-;CODE#")


def _open_and_behind(ordinary: str) -> Iterator[tuple[str, str]]:
    for end in ("\\", '"', "'", '""\\', "''\\", "\\\\\\", '"\\', "'\\", "#\\"):
        for quote in ('"""', "'''", '"', "'"):
            for behind in (";CODE#", f"\nCODE\n{quote}", f"+str(CODE)+{quote}"):
                yield ordinary + end, quote + behind
