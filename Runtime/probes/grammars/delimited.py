"""Texts of quoted names and numbers in which a pattern finds other ends of the names than Python does.

What guards an `eval` with a pattern (`"(?:\\\\.|[^"])*": [0-9]+`), takes quoted texts out before it looks, or looks
at one kind of part only, must agree with Python on where each text ends and what a part may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from probes.grammars.ranked import in_turn


def texts(own: str, first: str, second: str, codes: Sequence[str]) -> Iterator[str]:
    """Texts like `own`, in which `first` and `second` are quoted names, with code where a careless guard sees none."""
    for quote in "\"'":
        one, other = f"{quote}{first}{quote}", f"{quote}{second}{quote}"
        begin, found, rest = own.partition(one)
        between, also, end = rest.partition(other)
        if not (found and also):
            continue
        yield from in_turn(*(_of_code(own, one, (begin, between, end), quote, code) for code in codes))


def _of_code(own: str, name: str, parts: tuple[str, str, str], quote: str, code: str) -> Iterator[str]:
    begin, between, end = parts
    yield from _broken_out(begin, between, end, quote, _without(quote, code))
    yield from (own.replace(name, text, 1) for text in _worked_out(quote, code))
    yield from _in_parts(own, name, between, code)


def _without(quote: str, code: str) -> str:
    other = "'" if quote == '"' else '"'
    return code.replace(quote, other) if other not in code else code


def _broken_out(begin: str, between: str, end: str, quote: str, code: str) -> Iterator[str]:
    """The code is between two quotes for the guard, and between two texts for Python; a comment takes what is left."""
    for escape in ("\\", "a\\", "\\\\\\"):
        yield (
            f"{begin}{quote}{escape}{quote}{between}{quote}+{code}+{quote}{between}"
            f"{quote}{end}#{quote}{end}"
        )
    for opened in ("\n", "\r", "\x0c"):
        yield f"{begin}{quote}a{quote}{between}{opened}{code}#{quote}{end}"
    other = "'" if quote == '"' else '"'
    yield f"{begin}{other}{quote}{other}+{code}+{other}{quote}{other}{end}"
    yield f"{begin}{quote * 3}a{quote * 3}+{code}+{quote}{quote}{end}"
    yield f"{begin}{quote}a{quote}{end}#{quote}{code}{quote}"


#: Every kind of part of an expression that holds another.
_SHAPES = (
    *("CODE", "-CODE", "1+CODE", "CODE or 1", "not CODE", "1 if CODE else 1", "(lambda: CODE)()", "(x := CODE)"),
    *("1<CODE", "[CODE][0]", "(CODE,)[0]", "{CODE}", "{1: CODE}", "{**CODE}", "[*CODE]", "[CODE for x in [1]]"),
    *("[x for x in CODE]", "{CODE for x in [1]}", "{CODE: 1 for x in [1]}", "next(CODE for x in [1])", "[1][CODE]"),
    *("[1][CODE:]", "f'''{CODE}'''", "f'''{1:{CODE}}'''", "'%s'%CODE", "(1).__class__(CODE)", "print(CODE)", "CODE.x"),
    *("1 and CODE", "1**CODE", "~CODE"),
)


#: Before a quoted text: what makes the text one that Python works out, alone and with another letter.
_PREFIXES = ("f", "F", "rf", "fR")


def _worked_out(quote: str, code: str) -> Iterator[str]:
    """Quoted texts with code in them, for guards that let any letters stand before the quote."""
    inside = _without(quote, code)
    if quote not in inside and "\\" not in inside:  # before Python 3.12 these may not stand there
        for prefix in _PREFIXES:
            yield f"{prefix}{quote}{{{inside}}}{quote}"


def _in_parts(own: str, name: str, between: str, code: str) -> Iterator[str]:
    """In the place of a name, of the number behind it, and of all."""
    number = re.search(r"\d+", between)
    for shape in _SHAPES:
        filled = shape.replace("CODE", code)
        if number:
            changed = f"{between[: number.start()]}{filled}{between[number.end() :]}"
            yield own.replace(f"{name}{between}", f"{name}{changed}", 1)
        if shape in ("CODE", "f'''{CODE}'''", "'%s'%CODE", "{CODE}"):
            yield own.replace(name, filled, 1)
            yield filled
    yield f"{own} or {code}"
    yield f"{own}[{code}]"
