"""Formulas that hold more than the arithmetic of numbers and quantities, with the number that Python makes of each.

They are made of Python's own lists: every operator and word of an expression, attributes of numbers, every built-in
name. Whatever gives such a number has worked out what no arithmetic has. The number is never one that a program gets
which leaves out a sign, or reads a formula from its beginning as far as it understands it.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator, Mapping, Sequence

from probes.grammars.evasions import wide
from probes.grammars.ranked import in_turn

#: A float and a whole number that V and W stand for in these formulas.
FLOAT, WHOLE = -3.75, 6

#: Every node that an expression of Python can have, and every operator; V and W are quantities.
_OPERATIONS = (
    *("2 ** 10", "-7 // 2", "57 % 20", "12 | 3", "14 & 7", "12 ^ 10", "3 << 4", "100 >> 3", "~7", "W ** 3", "W // 4"),
    *("(V < 0) + 70", "(V <= 0) + 70", "(W > 0) + 70", "(W >= 1) + 70", "(V == V) + 70", "(V != 0) + 70"),
    *("(V is V) + 70", "(V is not W) + 70", "(V in (V, 0)) + 70", "(V not in (1,)) + 70", "(1 < W < 9) + 70", "W > 5"),
    *("0 * V or 71", "V and 71", "(not V) + 70", "2 if not V else 71", "not 0", "(lambda: 71)()", "(x := 35) + x"),
    *("(5, 71)[1]", "[5, 71][1]", "{5: 71}[5]", "b'G'[0]", "[1, 71][-1:][0]", "[*{71}][0]", "[*(71,)][0]"),
    *("[x for x in (71,)][0]", "[*(x for x in (71,))][0]", "[*{x for x in (71,)}][0]", "{x: 71 for x in (5,)}[5]"),
    *("('a' < 'b') + 70", "(f'{W}' == '6') + 70", "(... is ...) + 70", "{**{5: 71}}[5]", "(*(5, 71),)[1]"),
    *("(lambda x=71: x)()", "('G' in 'GH') + 70", "(None is None) + 70", "(lambda *x: 71)(5)"),
    *("W if W < 5 else 71", "2 if 0 * V else 71"),
)
#: Signs of two that a program may put together again when it leaves out what stands between.
_TWO_SIGNS = ("**", "//", "<<", ">>", "<=", ">=", "==", "!=", ":=")
_BETWEEN = (" ", "\t", "\n", "\x0c", "$", "_", "\\\n", "\u00a0")

#: The places that the notation has for a part.
_WITHIN = (
    *("(@) + 100 * W", "(W +\n(@))", "-(@)", "+(@)", "-((@))", "V - (@)", "(@) - V", "V * (@)", "(@) * V", "V / (@)"),
    *("(@) / V", "V + -(@)", "W - (W + (W * (W - (@))))", "((((((((@))))))))"),
    *("0 + " * 60 + "(@)", "(@)" + " + 0" * 60, "(@)" + " + 0" * 900, "0 * (" * 30 + "V" + ")" * 30 + " + (@)"),
    *(" " * 1100 + "V + (@)", "(@) + 0 * (@)"),
)

#: What a number has, without a call and with one.
_ATTRIBUTES = (
    *("V.imag + 41", "W.denominator + 41", "W.imag + 41", "(V.real == V) + 70", "(W.numerator > 5) + 70"),
    *("V.conjugate() + 41", "W.bit_length() + 41", "W.bit_count() + 41", "V.is_integer() + 41"),
    *("V.__abs__() + 41", "V.__trunc__() + 41", "V.__floor__() + 41", "V.__neg__() + 41", "V.__int__() + 41"),
    *("(V).imag + 41", "(W + 1).denominator + 40", "7 .imag + 41", "7..imag + 41", "7.5.imag + 41", "(7).imag + 41"),
    *("(6).bit_length() + 41", "6 .bit_length() + 41", "2.5.is_integer() + 41", "(2.5).__trunc__() + 41"),
    *("V.__class__(44.5)", "V.__class__.__basicsize__ + 41", "W.from_bytes(b'G')", "V.fromhex('0x47')"),
    *("W.to_bytes()[0] + 41", "V.as_integer_ratio()[1]", "1e1.imag + 41"),
    *("V.__doc__.__len__() * 0 + 41", "V.__add__(44)", "W.__mul__(9)", "7 .__add__(44)", "(V).__class__(44.5)"),
)
_CALLS = (
    *("abs(V)", "round(V)", "max(V, 8.25)", "min(-9.5, V)", "pow(3, 5)", "sum([40, 7])", "int('33', 16)"),
    *("int(V) - 40", "float('4e3')", "abs(W - 50)", "(abs)(V)", "abs (V)", "V * 0 + abs(-45)", "(hash(W) > 0) + 70"),
    *("len('four five')", "ord('G')"),
    *("divmod(W, 4)[1] + 41", "(id(V) > 0) + 70", "bool(W) + 41", "complex(44, 5).real", "type(V)(W) + 0"),
    "eval('7' '1') + 0",
    *("round(V * 3, 1)", "abs(abs(V))", "sum(x for x in (40, 7))", "int.__add__(W, 41)", "any((W,)) + 41"),
)
#: Dots, blanks beside them, and signs that normalisation makes a dot.
_DOTS = (". ", " .", " . ", ".\t", "\x0c.", ".\x0c", ".\\\n", "\u2024", "\uff0e", "\ufe52")
#: What Python's parser reads as a number, and no arithmetic of plain numbers does: all are 71.
_LITERALS = (
    *("0x47", "7.1e1", "7_1", "True + 70", "71 # herd", "0b1000111", "0o107", "71e0", "0X47", "7.1E1", "710e-1"),
    *("71#", "7_1.0", "71 \\\n+ 0", "(71 # herd\n)", "70 - -True", "False + 71", "__debug__ + 70", "0B1000111"),
)


def beyond(quantity: str, whole: str) -> dict[str, float]:
    """The formulas, with what each gives where `quantity` is FLOAT and `whole` is WHOLE."""
    found: dict[str, float] = {}
    values = {quantity: FLOAT, whole: WHOLE}
    for formula, same in _all():
        plain, spelled = (re.sub(r"\bW\b", whole, re.sub(r"\bV\b", quantity, one)) for one in (formula, same))
        number = _worked_out(plain, values)
        if number is not None:
            found.setdefault(spelled, number)
    return found


def literals() -> dict[str, float]:
    """Formulas with numbers and remarks as only Python writes them, for a notation that allows plain numbers alone."""
    return {formula: 71 for formula in _LITERALS}


def _all() -> Iterator[tuple[str, str]]:
    """Pairs of a formula, and the same in another spelling."""
    yield from in_turn(
        ((one, one) for one in _OPERATIONS),
        ((one, one) for one in _ATTRIBUTES),
        ((one, one) for one in _CALLS),
        _apart(),
        _dotted(),
        _lettered(),
    )


def _apart() -> Iterator[tuple[str, str]]:
    for between in _BETWEEN:
        for sign in _TWO_SIGNS:
            for formula in _OPERATIONS:
                if sign in formula:
                    yield formula, formula.replace(sign, between.join(sign))
                    break
    for formula in _OPERATIONS:
        yield formula, re.sub(r"(?<=\d) (?=[a-z])", "", formula)
    for formula in _OPERATIONS:
        for within in _WITHIN[:2]:
            nested = within.replace("@", formula)
            yield nested, nested
    for within in _WITHIN[2:]:
        for formula in ("2 ** 10", "V.imag + 41", "abs(V) + 41", "2 if not V else 71"):
            nested = within.replace("@", formula)
            yield nested, nested


def _dotted() -> Iterator[tuple[str, str]]:
    """Python itself takes no other sign for a dot, but what a program makes of it may be one."""
    for dot in _DOTS:
        for formula in ("V.imag + 41", "V.conjugate() + 41", "V.__abs__() + 48", "(6).bit_length() + 50"):
            yield formula, formula.replace(".", dot)
    for formula in ("(V\n.imag) + 41", "(V. # x\nimag) + 41", "V * 0 + 2.5 . __trunc__() + 60"):
        yield formula, formula


def _lettered() -> Iterator[tuple[str, str]]:
    """Words in letters that Python turns into those of ASCII (PEP 3131)."""
    for formula in ("V.conjugate() + 41", "V.imag + 41", "abs(V)", "V.__abs__() + 41", "round(V)", "int('33', 16)"):
        for letters in _LETTERS:
            yield formula, re.sub(r"\b(?!V\b|W\b)[a-z_]+", lambda word, letters=letters: letters(word[0]), formula)


def _bold(word: str) -> str:
    return "".join(chr(0x1D41A + ord(sign) - 97) if sign.isalpha() else sign for sign in word)


def _wide_but_underscores(word: str) -> str:
    return "".join(sign if sign == "_" else wide(sign) for sign in word)


def _underscore_in_presentation_form(word: str) -> str:
    """The first sign of a name has to be a plain one."""
    return word[0] + word[1:].replace("_", "\ufe4f")


_LETTERS = (
    *(_bold, _wide_but_underscores, _underscore_in_presentation_form),
    *(lambda word: _bold(word[:-1]) + word[-1], lambda word: word.replace("a", "\u00aa").replace("o", "\u00ba")),
)


def _worked_out(formula: str, values: Mapping[str, float]) -> float | None:
    try:
        found = eval(formula, {}, dict(values))
    except Exception as error:
        raise ValueError(f"{formula!r} is no formula: {error}") from error
    return found if isinstance(found, (int, float)) else None


def words(formula: str) -> dict[str, float]:
    """Quantities that bear the names of Python's words in a formula: a check by name takes the words for known."""
    return {word: 2 for word in re.findall(r"[a-z]\w*", formula) if word in _WORDS}


_WORDS = {*keyword.kwlist, *dir(int), *dir(float)}


def names() -> Iterator[str]:
    """Every name that Python knows by itself, or puts into a namespace; words such as None are none."""
    yield from ("__builtins__", "__name__", "__import__", "__debug__", "__file__", "__dict__", "__class__", "_")
    yield from (name for name in dir(builtins) if name not in keyword.kwlist)


#: What a part of a formula is made of; a number that is torn, and all other signs, are none.
_TOKEN = re.compile(r"\s*(?:(\d+\.\d+|\d+)|([a-z]+)|(.))", re.S)


def astray(formulas: Sequence[str], functions: Mapping[str, bool], known: Sequence[str]) -> Iterator[str]:
    """What a formula becomes when one of its tokens, or a bracket, stands somewhere else, and what is no formula then.

    Whoever judges a tree sees no brackets, whoever counts sees no order, and whoever looks at a token and the one before
    it sees no more. `functions` says of each whether it takes several parts; a formula is made of numbers, `known` names,
    the four operations, a minus in front, and brackets.
    """
    for text in in_turn(*(_edited(formula) for formula in formulas)):
        if not is_one(text, functions, known):
            yield text


def is_one(text: str, functions: Mapping[str, bool], known: Sequence[str]) -> bool:
    """Whether that is a formula. Blanks count for nothing but between two tokens."""
    tokens = [match[match.lastindex or 0] for match in _TOKEN.finditer(text.rstrip())]

    def take(*signs: str) -> bool:
        if tokens and tokens[0] in signs:
            del tokens[0]
            return True
        return False

    def total() -> bool:
        if not part():
            return False
        while take("+", "-", "*", "/"):
            if not part():
                return False
        return True

    def part() -> bool:
        while take("-"):
            pass
        if take("("):
            return total() and take(")")
        if not tokens:
            return False
        word = tokens.pop(0)
        if word not in functions:
            return word in known or word[0].isdigit()
        if not take("(") or not total():
            return False
        while functions[word] and take(","):
            if not total():
                return False
        return take(")")

    return total() and not tokens


def _edited(formula: str) -> Iterator[str]:
    tokens = [match[match.lastindex or 0] for match in _TOKEN.finditer(formula)]
    size = range(len(tokens))
    spans = [(start, end) for length in range(1, len(tokens)) for start in range(len(tokens) - length + 1) for end in (start + length,)]
    made = in_turn(
        ([*tokens[:start], "(", *tokens[start:end], ")", *tokens[end:]] for start, end in spans),
        ([*tokens[:here], *tokens[here + 1 :]] for here in size),
        ([*tokens[:here], tokens[here], *tokens[here:]] for here in size),
        ([*tokens[:here], tokens[here + 1], tokens[here], *tokens[here + 2 :]] for here in size[:-1]),
        ([*tokens[:here], sign, *tokens[here:]] for sign in (",", "3", "(3)", ")", "(", "()", "(,)") for here in (*size, len(tokens))),
        ([*tokens[:here], ",", *tokens[here + 1 :]] for here in size if tokens[here] in "+-*/"),
        ([*tokens[:start], "((", *tokens[start:end], "))", *tokens[end:]] for start, end in spans),
        ([*tokens[:here], tokens[here][:1], tokens[here][1:], *tokens[here + 1 :]] for here in size if len(tokens[here]) > 1),
    )
    yield from (between.join(one) for one in made for between in (" ", ""))
