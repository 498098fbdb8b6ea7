"""Conditions that hold more than comparisons of fields with values: code at every place, and what only Python works out.

A field of each kind is known: a text, a whole number, another number and one that is true or false.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from probes.grammars import code, formulas
from probes.grammars.ranked import in_turn, ranked

#: Where code may stand; T, N and F are fields with a text, a number, and a truth value, which is false.
_PLACES = (
    *("@", "F or @", "not @", "(@)", "T == @", "N > @", '@ == "x"', 'T in ("x", @)', "not F and @", 'T == "x" or @ or T == "y"'),
    *("@ or F", "N > -99 and @", "F\nor @", "not F and (F or (@))", 'T == ""or @', "T in (@,)", "N == -@", "N in (1, 2) or @"),
    *('T == "x" + @', "T[@]", "F if @ else F", "[@]", "F or\\\n@", "F # \nor @", "(F\nor @)", "T in [@]", "@ in (1, 2)"),
    *("@ == 5", "N != 5 < @", "N < 5 != @", "F; @", "F == (x := @)", "T(@)", "T.count(@)", "N.real + @", "(lambda: @)()"),
    *("{@: F}", "not (not @)", 'f"{@}"', 'T == f"{@}"', "F, @", "N, *[@]", "F is @", "N >= 199.5 or @", "F or @ #"),
    *('"x" == "y" or @', " F or @", "\tF or @", "F\r\nor @", '"" or @ or ""', 'T == """x""" or @ or T == """y"""'),
    *("T == 'x' or @ or T == 'y'", 'T == "x\\" or @ or T == \\"y"', 'T == "x\\\\" or @ or T == "y"', "not(@)", "F or@"),
    *("N == 1or @", "not not @", "((((((((@))))))))", "F or " * 30 + "@", 'T == "x" "y" or @', 'T in ("x", "y", "z") or @'),
    *('T == "x\nor @ or "y"', 'T == "(" or @ or T == ")"', "F\x0cor @", "F or\xa0@", "F\u2028or @", "F | @", "F ^ @", "N == 1_0 or @"),
    *('T == b"x" or @', 'T == r"x" or @', "T.x == @", "N > 1.5e3 or @", "F == @", "F or @ if F else @", "F or [@ for c in [1]][0]"),
    *('T == "x" or F or @', "N == 5 or T == 'x' or @", 'T == "#" or @', 'T == "\'" or @ or T == "\'"'),
)


@dataclass(frozen=True)
class Fields:
    """The names of the fields, one of each kind."""

    text: str
    whole: str
    number: str
    flag: str

    def filled(self, place: str) -> str:
        named = {"T": self.text, "N": self.whole, "F": self.flag}
        return re.sub(r"\b[TNF]\b", lambda word: named[word[0]], place)


def running(fields: Fields) -> Iterator[str]:
    """Conditions with the words of `code.codes` at every place that a reader of conditions may not look at."""
    tiers = [_PLACES[:10], _PLACES[10:36], _PLACES[36:]]
    places = [[fields.filled(place) for place in tier] for tier in tiers]
    words = [code.EXPRESSIONS[:2], code.EXPRESSIONS[2:4], code.EXPRESSIONS[4:]]
    yield from in_turn(
        (place.replace("@", word) for place, word in ranked(places, words)),
        (place.replace("@", word) for word in code.EXPRESSIONS for place in places[0][:4]),
        (place.replace("@", code.EXPRESSIONS[0]) for tier in places for place in tier),
    )


#: What Python makes of a text; T is one, N the whole number 6.
_OF_TEXTS = (
    *('T + "x" != T', "T * 2 != T", "T[0] != T", "T[:1] != T", 'f"{T}" == T', '"%s" % T == T', "[T][0] == T", "(T, 1)[0] == T"),
    *("(lambda: T)() == T", "[x for x in (T,)][0] == T", "{1: T}[1] == T", '"".join([T]) == T', "len(T) > 1", "str(T) == T"),
    *("sorted(T)", "(x := T) == T", "T if T else T", "any([T])", "min(T) != T", "hash(T) != 0", "repr(T) != T"),
    *("type(T) == type(T)", "print(T) is None", "{**{}} == {}", "N % 4 == 2", "N & 6 == 6"),
)
#: Where something true stands so that the whole is true because of it; F is false.
_AROUND = ("{}", "F or {}", "({})", "not (not ({}))", "not F and {}", 'T == "x" or ({})', "{} and {}")
_COMPARED = (
    *(ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.UAdd, ast.Compare, ast.cmpop),
    *(ast.Name, ast.Load, ast.Constant),
)


def beyond(fields: Fields, values: Mapping[str, Any]) -> Iterator[str]:
    """Conditions that are true to Python, with these values of the fields, and no comparisons: attributes, calls,
    arithmetic, subscripts. The whole number has to be `formulas.WHOLE`, the other `formulas.FLOAT`, the flag false."""
    numbers = formulas.beyond(fields.number, fields.whole)
    texts = (fields.filled(one) for one in _OF_TEXTS)
    plain = in_turn(
        (f"({formula}) == {number}" for formula, number in numbers.items() if _is_more(formula)),
        (one for one in texts if _is_true(one, values)),
        (one for name in (fields.text, fields.whole) for one in _attributes(name, values)),
    )
    for count, one in enumerate(plain):
        yield one
        if count % 3 == 2:
            yield fields.filled(_AROUND[1 + count // 3 % (len(_AROUND) - 1)]).replace("{}", one)


def _attributes(name: str, values: Mapping[str, Any]) -> Iterator[str]:
    for attribute in dir(values[name]):
        for form in (f"{name}.{attribute}", f"{name}.{attribute}()"):
            if attribute not in ("__init_subclass__", "__subclasshook__") and _is_true(form, values):
                yield form


def _is_true(condition: str, values: Mapping[str, Any]) -> bool:
    try:
        with warnings.catch_warnings(action="ignore"):
            return bool(eval(condition, {"print": lambda *_: None}, dict(values)))
    except Exception:
        return False


def _is_more(formula: str) -> bool:
    """Is it more than comparisons, signs and words between them, which a reader may allow at more places than it says?"""
    try:
        with warnings.catch_warnings(action="ignore"):
            tree = ast.parse(formula, mode="eval")
    except SyntaxError:
        return True
    return any(not isinstance(node, _COMPARED) for node in ast.walk(tree))
