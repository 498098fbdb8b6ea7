"""What an attacker who reads the program makes of a payload that it stops.

A home-made filter names what it looks for: the word that it removes, the beginning that it demands, the length at which
it cuts. These constants of the source show where it can be evaded, whatever the payload is for.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import harness
from probes.constants import strings

_LONGEST_WORD = 32
_MOST_WORDS = 40


@lru_cache(maxsize=1)
def _texts(source: str) -> tuple[str, ...]:
    return tuple(strings(source))


@lru_cache(maxsize=1)
def _words(source: str) -> tuple[str, ...]:
    words = [word for word in _texts(source) if 0 < len(word) <= _LONGEST_WORD and word.strip()]
    return tuple(words[:_MOST_WORDS])


@lru_cache(maxsize=1)
def _numbers(source: str) -> tuple[int, ...]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return ()
    found = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) is int}
    # What a pattern repeats.
    found |= {int(number) for text in _texts(source) for number in re.findall(r"[{,](\d{1,4})\}", text)}
    return tuple(sorted(number for number in found if 4 <= number <= 300))


def texts() -> tuple[str, ...]:
    """All strings of the solution's source, whatever their length."""
    return _texts(harness.solution_source())


def words() -> tuple[str, ...]:
    """The short strings of the solution's source, in their order there."""
    return _words(harness.solution_source())


@lru_cache(maxsize=1)
def _names(source: str) -> tuple[str, ...]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return ()
    found = [
        getattr(node, "id", None) or getattr(node, "arg", None) or getattr(node, "name", None)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Name, ast.arg, ast.FunctionDef, ast.ClassDef, ast.alias))
    ]
    return tuple(dict.fromkeys(found))


def names() -> tuple[str, ...]:
    """The names that the solution's source gives to modules, functions, parameters and values, in their order there."""
    return _names(harness.solution_source())


def functions() -> tuple[str, ...]:
    """The names of the functions and methods that the solution's source defines, in their order there."""
    defined = set(re.findall(r"\bdef\s+(\w+)", harness.solution_source()))
    return tuple(name for name in names() if name in defined)


def lengths() -> tuple[int, ...]:
    """The whole numbers of the source at which a text may be cut."""
    return _numbers(harness.solution_source())


def evading(payload: str, known: Sequence[str] | None = None) -> Iterator[str]:
    """The payload, made to pass a filter that looks for one of the known words; they are the source's if not given.

    A word that is removed once is put into itself, one that is compared exactly changes its case, and what must stand
    at the beginning, at the end, or anywhere, is put there.
    """
    lowered = payload.casefold()
    looked_for = words() if known is None else known
    inside = [word for word in looked_for if word.casefold() in lowered]
    if len(inside) > 1:
        # Words that are taken out one after the other, in the order of the source or against it.
        for order in (inside[::-1], inside):
            nested = payload
            for word in order:
                nested = _changed(nested, [word], _nested)
            yield nested
    for change in _CHANGES:
        yield _changed(payload, inside, change)
    for word in inside[1:] and inside:
        for change in _CHANGES:
            yield _changed(payload, [word], change)
    for word in looked_for:
        if word.casefold() not in lowered:
            yield from (word + payload, payload + word)


def _changed(payload: str, found: Sequence[str], change: Callable[[str], str]) -> str:
    """The payload with the words in another form, the longest first where one holds another."""
    if not found:
        return payload
    longest_first = sorted(found, key=lambda word: (-len(word), word))
    return re.sub("|".join(map(re.escape, longest_first)), lambda match: change(match[0]), payload, flags=re.IGNORECASE)


def _nested(word: str) -> str:
    half = (len(word) + 1) // 2
    return word[:half] + word + word[half:]


def _mixed(word: str) -> str:
    return "".join(sign.upper() if place % 2 else sign.lower() for place, sign in enumerate(word))


def wide(word: str) -> str:
    """The word in full-width signs, which normalisation (NFKC) turns back."""
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in word)


_CHANGES: tuple[Callable[[str], str], ...] = (_nested, _mixed, lambda word: word * 2, str.upper, str.lower, wide)
