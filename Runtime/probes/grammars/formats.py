"""Templates for `str.format`, and for what resembles it, that reach more than the attributes they are meant for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import harness
from probes.grammars import code, evasions
from probes.grammars.ranked import in_turn

#: What a text shows of what only Python has.
INTERNALS = (
    *("<class '", "<function ", "<bound method", "<method", "<built-in", "<slot wrapper", " object at 0x", "<module "),
    *("'__doc__'", "'__name__'", "mappingproxy(", "{'name':"),
)
#: From an object with a method of its own to the variables of its module; V is the object, M a method, K the variable.
_TO_GLOBALS = (
    "V.M.__globals__[K]",
    "V.__init__.__globals__[K]",
    "V.__class__.__init__.__globals__[K]",
    "V.__class__.M.__globals__[K]",
    "V.M.__func__.__globals__[K]",
    "V.M.__globals__",
)
_INTERNALS = ("V.__dict__", "V.__class__", "V.N.__class__", "V.__init__", "V.M", "V.N.upper", "V", "V.N.__len__")
#: How a field is written; @ is what it reaches, N an attribute that it may reach.
_FIELDS = (
    "{@}",
    "{@!s}",
    "{@!r}",
    "{@:>9}",
    "{V.N:{@}}",
    "{V.N}{@}",
    "{{{@}}}",
    "{ @ }",
    "{V.N:>{@}}",
    "{V.N:{V.N:{@}}}",
    "{@:}",
    "{V.N!r:{@}}",
    "{@\n}",
    "{@:{V.N}}",
    "{V.N}\n{@}",
    "{{}}{@}",
    "{V.N:{@}s}",
    "{V.N:.{@}}",
    "{{{{{@}}}}}",
    "{V.N:}}{@}",
    "${@}",
    "{@!a}",
    "{V.N:{{{@}}}}",
    "{V.N: {@}}",
    # What a pattern does not see that stops at the end of a line: the sign that fills is a line break.
    "{@:\n>9}",
    "{V.N:\n>{@}}",
    "{@!s:\n^40}",
)


def templates(value: str, allowed: Sequence[str], hidden: Sequence[str], variable: str) -> Iterator[str]:
    """Templates over the object `value` that reach for its `hidden` attributes, or for a `variable` of the module.

    The last of `hidden` is a method.
    """
    reached = [f"V.{name}" for name in hidden]
    roads = [*reached, *_TO_GLOBALS]
    words = {"V": value, "N": allowed[0], "M": hidden[-1], "K": variable}

    def filled(text: str, **others: str) -> str:
        return re.sub(r"\b[VNMK]\b", lambda word: {**words, **others}[word[0]], text)

    yield from in_turn(
        (filled(field.replace("@", road)) for field in _FIELDS for road in (reached[0], _TO_GLOBALS[0])),
        (filled("{" + road + "}") for road in (*_TO_GLOBALS, *_INTERNALS)),
        (filled(field.replace("@", road)) for road in roads[1:4] for field in _FIELDS[:9]),
        map(filled, _otherwise(hidden[0])),
        (filled(field.replace("@", road), N=allowed[-1]) for road in roads[:3] for field in _FIELDS[3:6]),
        (
            other
            for road in (reached[0], _TO_GLOBALS[1], _TO_GLOBALS[0])
            for other in evasions.evading(filled("{" + road + "}"))
        ),
    )


def _otherwise(name: str) -> Iterator[str]:
    """A hidden attribute in other notations, and by names that a formatter may know."""
    # A format that becomes part of Python source, where its quotes are escaped and its backslashes are not.
    for quote, key in (("'", '"K"'), ('"', "'K'")):
        reached = f"V.M.__globals__[{key}]"
        for end in (f",{reached}])", f"+{reached}"):
            yield f"{{V.N:\\{quote}[:0]){end}#}}"
            # Where no quote may be in it, the one that begins the next format ends the first.
            yield f"{{V.N:\\}}{{V.N:[:0]){end}#}}"
    yield from (f"{{V[{name}]}}", f"{{V.__dict__[{name}]}}", f"{{{name}}}", "{K}", f"{{0.{name}}}", f"{{.{name}}}")
    yield from (f"{{V.N.{name}}}", f"{{V.N[{name}]}}", f"{{V..{name}}}", f"{{V. {name}}}", f"{{V .{name}}}", "{self}")
    yield from (f"%({name})s", "%(K)s", f"${{{name}}}", f"$V.{name}", "$K", f"{{V.name.{name}}}", "{}")
    yield from (f"{{V.N.__self__.{name}}}", f"{{V.{name}:.2f}}", f"{{V.{name}:e}}", f"{{V.{name.upper()}}}", "{0}")


#: Fields of other kinds than those with a name of `allowed` and a format: A and B are two of them, L the last one.
_STRANGERS = (
    *("{V.A!r}", "{V.A!s}", "{V.L!a}", "{V.L!s:>9}"),
    *("{V.A!r:>12}", "{V.A!x}", "{V.B!r:}", "{V.A!r}{V.A}", "{V.A}{V.A!a}"),
    *("{V.L:{V.A}}", "{V.A:{V.L}}", "{V.B:{V.L}.{V.L}f}"),
    *("{V.A:*^{V.L}}", "{V.A:.{V.L}}", "{V.A:{V.A}}", "{V.L:0{V.L}d}"),
    *("{V.L:{V.A!s}}", "{V.B:{V.A:}}", "{V.A:>{V.L:d}}", "{V.B:{V.A}{V.L}}", "{V.A:{V.A}{V.A}}", "{V.L:{V.A:.4}}"),
    *("{V.A[0]}", "{V.A.upper}", "{V.L.real}", "{V.L.numerator}", "{V.B.imag}", "{V.L.denominator:d}", "{V.A[0]:>3}"),
    *("{V[A]}", "{A}", "{L}", "{V.A.real}", "{V.B.real:.1f}"),
    *("{V.B.is_integer}", "{V.A[-1]}", "{V.L.imag}", "{V}", "{V!r}"),
    *("{}", "{:>9}", "{!r}", "{0}", "{0.A}", "{0:d}"),
    *("{.A}", "{ V.A}", "{V.A }", "{V .A}", "{V. A}", "{V.A\n}", "{\nV.A}"),
    *("{V.A\t:>9}", "{V.UPPER}", "{V.WIDE}", "{WIDEV.A}", "{V..A}"),
    *("{.V.A}", "{V.A.}", "{V.A\x00}", "{V.A!s\n}", "{V.A!r:\n>9}"),
    *("{V.L:\n>{V.L}}", "{V.L:{V.L}\n}", "{V.A:{V.L}}\n{V.A}", "{{{V.A!r}}}", "{{{V.A:{V.L}}}}", "{V.A:=>{V.L}}{V.A}"),
    *("{V.L=}", "{V.L=!r}", "{V.L=:d}", "{V.L!d}", "{V.A!u}"),
    *("{V.A!l}", "{V.A!c:>9}", "{V.A!R}", "{V.A!rr}", "{V.A!sr:>9}"),
    *("{V.L + 1}", "{V.L*2}", "{-V.L}", "{(V.L)}", "{V.A,V.L}"),
    *("{V.A or V.L}", "{V.A|upper}", "{V['A']}", "{V.A()}", "{V.L:d:d}"),
)
#: What the message of an error tells of what only Python has.
TOLD = (
    *("<function ", "<bound method", "<built-in method"),
    *("mappingproxy(", "'__builtins__':", "<class 'object'>", "<slot wrapper"),
)
#: What is reached where a message is a format; N is a name that it may know.
_IN_MESSAGES = (
    *("N.__class__.__mro__", "N.__init__", "N.__init__.__globals__[K]"),
    *("N.__class__.__init__", "N.__globals__[K]", "N.__doc__.__class__.__mro__"),
)
_NAMES_OF_MESSAGES = ("self", "0", "", "error", "template", "1")


def in_messages(places: Sequence[str], variable: str = "__name__") -> Iterator[str]:
    """Texts that are refused, with fields in them that reach further: for programs that put the text into a message
    which is a format. In each of the places, @ is the field.

    `{self.__class__}` for those who write `("line {self.line}: " + problem).format(self=self)`; `%(self)s` for `%`.
    """
    source = harness.solution_source()
    given = re.findall(r"(?<![\w(])\*{0,2}(\w+)\s*=(?!=)", " ".join(re.findall(r"format(?:_map)?\(([^\n]*)", source)))
    given += re.findall(r"format(?:_map)?\(\s*(\w+)\s*=", source)
    names = dict.fromkeys([*given, *_NAMES_OF_MESSAGES, *evasions.names()[:20]])

    def filled(road: str, name: str) -> str:
        return re.sub(r"\b[NK]\b", lambda word: {"N": name, "K": variable}[word[0]], road)

    first = ("{" + filled(road, name) + "}" for name in names for road in _IN_MESSAGES[:3])
    rest = ("{" + filled(road, name) + "}" for name in list(names)[:8] for road in _IN_MESSAGES[3:])
    others = (form % name for name in ("self", *names) if name for form in ("%%(%s)s", "$%s", "${%s}", "%%(%s)r"))
    for number, field in enumerate(in_turn(first, rest, others, ("%s %s %s", "%r", "%s"))):
        yield places[number % 2 % len(places)].replace("@", field)
        if number < 24:
            yield from (place.replace("@", field) for place in places[2:])


def strangers(value: str, allowed: Sequence[str]) -> Iterator[str]:
    """Templates with a field that is none of the allowed ones, though it reaches nothing else: with a conversion, with a
    field within its format, with an index, an attribute of an allowed one, blanks, or an expression."""
    words = {"V": value, "A": allowed[0], "B": allowed[1], "L": allowed[-1]}
    words |= {"UPPER": allowed[0].upper(), "WIDE": evasions.wide(allowed[0]), "WIDEV": evasions.wide(value)}
    for form in _STRANGERS:
        yield re.sub(r"\b(?:[VABL]|UPPER|WIDEV?)\b", lambda word: words[word[0]], form)


def is_filled_in(template: str, text: object, allowed: str) -> bool:
    """Was the stranger of a template filled in? Refused, or left as it stands, it is not. `allowed` is a field that may
    stand beside it."""
    stranger = template.removeprefix(allowed).removesuffix(allowed)
    kept = stranger.replace("{{", "{").replace("}}", "}")
    # The inner field may be filled in where the outer one is only text.
    outer = re.match(r"(?:\{\{)*(\{[^{}]+)", stranger)
    return isinstance(text, str) and not any(part in text for part in (stranger, kept, *(outer.groups() if outer else ())))


def running(value: str) -> Iterator[str]:
    """Templates in which code stands where a field is, for programs that evaluate fields."""
    for field in _EVALUATED:
        for word in code.EXPRESSIONS:
            yield field.replace("V", value).replace("@", word)


_EVALUATED = (
    # The sign with which a format fills a place, where the format stands between quotes in source.
    *("{V:'<} + str(@) + {V:'<}", '{V:"<} + str(@) + {V:"<}'),
    *("{@}", "{V:{@}}", "{V + @}", "{@!r}", "{V if @ else V}", '{V}" + str(@) + "', "{V}''' + str(@) + '''"),
    *('""" + str(@) + """', "{V}' + str(@) + '"),
)
