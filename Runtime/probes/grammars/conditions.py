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

from probes.grammars import code, formulas, placeholders
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


#: What every object, class, module, text or dictionary has, and names of variables in a reader of conditions.
_OF_OBJECTS = (
    *("__doc__", "__module__", "__name__", "__class__", "__dict__", "__qualname__", "__slots__", "__weakref__", "keys", "items"),
    *("get", "values", "copy", "self", "sighting", "fields", "field", "row", "data", "value", "name", "record", "__file__"),
    *("__annotations__", "__match_args__", "__dataclass_fields__", "__sizeof__", "__hash__", "__eq__", "__init__", "_fields"),
    *("__builtins__", "__spec__", "__loader__", "__firstlineno__", "__static_attributes__", "__debug__", "__all__", "mro"),
)
#: Comparisons of a name that one kind of value makes true; N is the name.
_TRUE_OF = ('N >= ""', "N", "N != 5", "N >= -99", 'N != "x"', "not (N == 5)", 'N == "x" or not (N < "")', 'not N in ("x", "y")', "not N < 0", "not not N")


def of_every_object(fields: Fields, names: Iterator[str] = iter(())) -> Iterator[str]:
    """Comparisons of names that are no fields, and that objects have all the same; `names` are more of them.

    Also of parts of fields, of fields in other letters, and of fields within fields.
    """
    forms = ("_{0}", "__{0}", "{0}_", "{0}.{0}", "{0}s", "self.{0}")
    near = [form.format(one) for one in (fields.text, fields.whole) for form in forms]
    near += [fields.text.upper(), fields.flag.title(), fields.text[:-1], "\uff43\uff4f\uff55\uff4e\uff54", "\u017f" + fields.text[1:]]
    shapes, names_of = [_TRUE_OF[:1], _TRUE_OF[1:4], _TRUE_OF[4:]], [_OF_OBJECTS[:3], _OF_OBJECTS[3:13], _OF_OBJECTS[13:]]
    first = (shape.replace("N", name) for shape, name in ranked(shapes, names_of))
    more = (shape.replace("N", name) for name in names for shape in _TRUE_OF[:4])
    yield from in_turn(first, (shape.replace("N", name) for name in near for shape in _TRUE_OF[:4]), more)


#: What `int`, `float`, `json`, `decimal` and Python's own reader take for a number, besides digits with a point among them.
_NUMBERS = (
    *("inf", "nan", "infinity", "-inf", "Infinity", "NaN", "-Infinity", "INF", "sNaN", "-nan", "+inf", "1e9", "-1e9", "1E9", "1e400"),
    *("True", "None", "true", "null", "False", "+99", "--99", "0x63", "9_9", "-9_9", "99j", "0b11", "0o77", "99L", "1e-9", "1e+9", "99%"),
    *("1/2", "9-3", "e9", "9e", "pi", "max", "99.", ".99", "-.9", "9 9", "9..9", "9.9.9", "-", "", "@", "NULL", "undefined", "none"),
)
#: Where one stands: true because of it, or because of what stands beside it; N is a number, V is another, T a text.
_NUMBER_AT = ("N != @", "N < @", "N == V or N < @", "N > @", "N in (@, V)", "not N == @", "N in (V, @)", "not N > @", "N >= @")
#: Other words, signs and values of conditions than those that are described; V is the value of N, S that of T, in quotes.
_OTHERWISE = (
    *("N is V", "N <> 5", "N = V", "N === V", "N =< V", "N !== 5", "T not in ('x', \"y\")", 'T not in ("x", "y")', "N in [V]", "N in {V}"),
    *("V == N", "3 < N < 99", "5 < N", "N != O", "N == N", "T == T", "N != T", "F == False", "not F == True", "F != 5", "F < 5", "F in (False, 5)"),
    *("F == 0", 'F != "x"', "N in V", "not N in ()", "T in S", 'T in ("x" S)', "S in (T)", "N == V, N == V", "N == V; N == V", "N == V F"),
    *("!F", "NOT F", "not F AND N == V", "not F And N == V", "F || N == V", "N == V && N == V", "F OR N == V", "F xor N == V", "F | N == V", "not F & N"),
    *("1", "not 0", "V", "S", "T", "N", "not ()", "(V)", "True", "not False", "not None", "N or F", "T and N", "not F == N", "N == V)", "(N == V", "N == V or"),
    *("or N == V", "N == V not F", "N not == 5", "not F N == V", "N == V V", "N == V or or F", "not", "", " ", "N ==V ==V", "T like S", "T ~ S", "T.N == V"),
    *("N == (V)", "(N) == V", "N == -(-V)", "N != not F", "N == V or T", "N == V or 5", "N == V or @", "N == V or x", "N == V or x == 5", "N == V or T == x"),
    *("N in ((V))", "(N) in ((V))", "N in (((V)))", "not F and N in ((V))", "N in (-(-V))", "N in ((V)) or F", "not (N in ((O)))", "N in(V) and N in ((V))"),
    *("N == V or N == x", "N == V or N == T", "N == V or N", "N == V or N in (x)", "N == V or N in (V, x)", "N == V or not x", "not F and (F or N)", "N == V #"),
)


def respelled(fields: Fields, values: Mapping[str, Any]) -> Iterator[str]:
    """Texts that are no comparisons, and that a reader takes for some which are true: names and signs in place of numbers,
    what only other languages know, too much or too little around a comparison, and a true one with something behind it
    that is none. Nothing that Python takes for a comparison of fields and values, in whatever spelling, and can work out:
    `N in ((5))` is no list to anybody, but for who no longer sees the brackets."""

    def at(place: str, word: str = "") -> str:
        named = {"N": fields.whole, "O": fields.number, "T": fields.text, "F": fields.flag}
        named |= {"V": str(values[fields.whole]), "S": f'"{values[fields.text]}"'}
        return re.sub(r"\b[NOTFVS]\b|@", lambda sign: named.get(sign[0], word), place)

    numbers = ranked([_NUMBER_AT[:3], _NUMBER_AT[3:5], _NUMBER_AT[5:]], [_NUMBERS[:4], _NUMBERS[4:12], _NUMBERS[12:]])
    texts = in_turn((at(place, word) for place, word in numbers), (at(place) for place in _OTHERWISE))
    yield from (text for text in texts if not _is_compared(text, values) or _is_of_wrong_types(text, values))


def _is_of_wrong_types(text: str, values: Mapping[str, Any]) -> bool:
    try:
        with warnings.catch_warnings(action="ignore"):
            eval(text.strip(), {}, dict(values))
    except TypeError:
        return True
    except Exception:
        return False
    return False


def _is_compared(text: str, values: Mapping[str, Any]) -> bool:
    """Is it to Python a condition of fields and values alone?"""
    try:
        with warnings.catch_warnings(action="ignore"):
            nodes = list(ast.walk(ast.parse(text.strip(), mode="eval")))
    except (SyntaxError, ValueError):
        return False
    known = (*_COMPARED, ast.Tuple)
    return all(isinstance(node, known) and (not isinstance(node, ast.Name) or node.id in values) for node in nodes)


#: Signs around the number of a text that a reader has set aside, those that nobody types among them.
_ASIDE = (
    ("#{}", "\0{}\0", "@{}", "${}", "\ue000{}"),
    ("{{{}}}", "\0{}", "\x01{}\x01", "\x01{}", "\x02{}\x03", "<{}>", "[{}]", "__{}__", "_{}", "%{}", "§{}", "?{}", "~{}", "&{}", ":{}", "\ue000{}\ue001", "\ue000{}\ue000"),
    ("#{}#", "@{}@", "%{}%", "${{{}}}", "{{{{{}}}}}", "`{}`", "^{}", "|{}|", "\\{}", "S{}", "T{}", "s{}", "t{}", "text{}", "TEXT{}", "str{}", "STR{}", "STR_{}", "TEXT_{}", "_s{}", "_t{}", "__S{}__", "__STR{}__", "v{}", "L{}", "\x1a{}", "\x1f{}", "\ufdd0{}", "\uffff{}", "\ufffc{}", "¤{}", "'{}'"),
)
#: The same without a number: the texts come in their turn.
_ASIDE_ALONE = ("#", "\0", "@", "$", "?", "_", "\ue000", '"', "'", "%s", "{}", "\x01", "§", "TEXT", "STR", "text", "string", "S", "T", "\x02", "~", "%", "&", "\x1a", "\uffff", "\ufffc")


def set_aside(fields: Fields, values: Mapping[str, Any]) -> Iterator[str]:
    """Texts that are no comparisons: in place of a text they have the mark of one that was taken out of it, or of another
    condition, which holds the text of these values."""
    said = f'"{values[fields.text]}"'
    places = (f"{fields.text} == {{}}", f"{fields.text} == {said} and {fields.text} == {{}}", f'{fields.text} in ({{}}, {said})')
    own = [mark for mark in placeholders.single() if set(mark) - set(" \"()")][:24]
    marks = in_turn((mark.format(number) for mark, number in ranked(_ASIDE, (("0",), ("1",), ("2",)))), own, _ASIDE_ALONE)
    texts = (place.format(mark) for mark in marks for place in places)
    yield from (text for text in texts if not _is_compared(text, values))


def mistaken(fields: Fields, pairs: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str, dict[str, Any], bool]]:
    """Two conditions each that say different things, and are one for who remembers them by less than all they say.

    (one, another, values, whether the other one is true of them); the first one is the contrary. `pairs` are texts that
    are taken for each other. Brackets, numbers of the same hash, places of `not`, and long ones with the same beginning.
    """
    text, whole, number, flag = fields.text, fields.whole, fields.number, fields.flag
    for first, second in pairs:
        if not set('"\\') & set(first + second) and len(first + second) < 400:
            for one, other in ((first, second), (second, first)):
                yield f'{text} == "{one}"', f'{text} == "{other}"', {text: one}, False
                yield f'{text} in ("{one}", "x")', f'{text} in ("{other}", "x")', {text: other}, True
    same_hash = (("-1", "-2"), ("2", str(2 + (1 << 61) - 1)), ("1", "11"), ("10", "1"), ("2.5", "25"), ("-5", "5"), ("1.25", "1.2"), ("1.0000000001", "1"))
    for one, other in same_hash:
        field = number if "." in one + other else whole
        value = float(one) if "." in one else int(one)
        for first, second, count in ((one, other, value), (other, one, float(other) if "." in other else int(other))):
            yield f"{field} == {first}", f"{field} == {second}", {field: count}, False
            yield f"{field} in ({second}, 77)", f"{field} in ({first}, 77)", {field: count}, True
    ands = f'{whole} == 1 or {whole} == 2 and {text} == "x"', f'({whole} == 1 or {whole} == 2) and {text} == "x"'
    nots = f"not {whole} == 1 and {whole} == 2", f"not ({whole} == 1 and {whole} == 2)"
    yield (*ands, {whole: 1, text: "y"}, False)
    yield (*ands[::-1], {whole: 1, text: "y"}, True)
    yield (*nots, {whole: 5}, True)
    yield (*nots[::-1], {whole: 5}, False)
    signs = ("==", "!=", "<", "<=", ">", ">=")
    for one in signs:
        for other in signs:
            value = next((n for n in (4, 5, 6) if eval(f"{n} {one} 5") and not eval(f"{n} {other} 5")), None)
            if value is not None:
                yield f"{whole} {one} 5", f"{whole} {other} 5", {whole: value}, False
    long = f'{text} == "{"x" * 30}" or ' * 4
    yield f"{long}{whole} == 5", f"{long}{whole} == 6", {whole: 5}, False
    yield f"{whole} == 5 and {flag}", f"{whole} == 5 or {flag}", {whole: 5}, True
    yield f'{text} == "5"', f'{text} != "5"', {text: "5"}, False
    yield f'{text} == "rare"', f"{flag}", {text: "rare", flag: False}, False
