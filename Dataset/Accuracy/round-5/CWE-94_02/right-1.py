import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from operator import methodcaller

TOKEN = re.compile(r"(\{\{(?!\{).*?\}\}|\{%.*?%\})", re.DOTALL)
VALUE = re.compile(r"\{\{\s*([^\W\d]\w*)\s*(?:\|\s*(upper|lower)\s*)?\}\}")
IF = re.compile(r"\{%\s*if\s+([^\W\d]\w*)\s*%\}")
ENDIF = re.compile(r"\{%\s*endif\s*%\}")
CASES = {None: str, "upper": methodcaller("upper"), "lower": methodcaller("lower")}

Part = Callable[[Mapping[str, str]], str]


def text(words: str, member: Mapping[str, str]) -> str:
    return words


def value(name: str, case, member: Mapping[str, str]) -> str:
    return CASES[case](member.get(name, ""))


def condition(name: str, parts: tuple, member: Mapping[str, str]) -> str:
    return joined(parts, member) if member.get(name) else ""


def joined(parts: tuple, member: Mapping[str, str]) -> str:
    return "".join(part(member) for part in parts)


def parse(tokens: Iterator[str], inside: bool) -> Iterator[Part]:
    for token in tokens:
        if not TOKEN.fullmatch(token):
            yield partial(text, token)
        elif found := VALUE.fullmatch(token):
            yield partial(value, *found.groups())
        elif found := IF.fullmatch(token):
            yield partial(condition, found[1], tuple(parse(tokens, True)))
        elif ENDIF.fullmatch(token) and inside:
            return
        else:
            raise ValueError(f"not part of the notation: {token}")
    if inside:
        raise ValueError("a condition is not closed")


def circular(template: str, members) -> list[str]:
    letter = partial(joined, tuple(parse(iter(TOKEN.split(template)), False)))
    return list(map(letter, members))
