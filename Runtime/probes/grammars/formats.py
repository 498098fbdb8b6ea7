"""Templates for `str.format`, and for what resembles it, that reach more than the attributes they are meant for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
