"""Texts that home-made templates take for one of their own fields.

Where a value is filled in before others are, one that holds the field of another is filled in as well, in a place for
which the other was not made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from probes.grammars import evasions

#: These are looked for one by one, so a text may hold all of them.
_REPLACED = (
    "%%%s%%",
    "{{%s}}",
    "{{ %s }}",
    "${%s}",
    "{%s}",
    ":%s",
    "@%s",
    "@@%s@@",
    "__%s__",
    "[[%s]]",
    "[%s]",
    "##%s##",
    "<%s>",
    "#%s#",
    "%%%%%s%%%%",
)
#: Here a field of another name, or another notation, is an error.
_STRICT = ("{%s}", "%%(%s)s", "${%s}", "$%s")
#: Fields that are counted instead of named.
_COUNTED = ("?", "%s", "{}", "{0}", "{1}", "\\1", "\\g<0>", "\\g<1>", "$1", "%r")


def fields(*names: str) -> Iterator[str]:
    """Fields of these names, also in capitals, in the notations that templates use; then those without a name."""
    for change in (str.upper, str.lower):
        yield " ".join(sign % change(name) for name in names for sign in _REPLACED)
    for sign in _STRICT:
        for name in names:
            yield sign % name
    yield from _COUNTED
    yield from names
    for name in names:
        yield from (f"{{{name.upper()}}}", f"${name.upper()}", f":{name}")


#: A name between signs, as templates write it: `%NAME%`, `{{ name }}`, `@name`, `$name`, `:name`, `<<NAME>>`.
_WRITTEN = re.compile(r"[%{$<@:#\[~|^\x01]+[ \t]?\w+[ \t]?[%}>@:#\]~|^\x01]+|[@$:#%]\w+|__\w+?__|\{\}|%s|\?")
_MOST = 12


@lru_cache(maxsize=1)
def _own(texts: tuple[str, ...]) -> tuple[str, ...]:
    found = [field for text in texts for field in _WRITTEN.findall(text)]
    words = [text for text in texts if re.fullmatch(r"[A-Z][A-Z0-9_]+|\W{1,2}\w+\W{1,2}", text)]
    return tuple(dict.fromkeys([*found, *words]))[:_MOST]


def own() -> Iterator[str]:
    """What the solution's own source holds of fields: all in one text, then one by one."""
    found = _own(evasions.texts())
    if found:
        yield " ".join(found)
    yield from found
