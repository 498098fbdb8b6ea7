"""Texts that home-made templates take for one of their own fields.

Where a value is filled in before others are, one that holds the field of another is filled in as well, in a place for
which the other was not made.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import harness
from probes.grammars import evasions
from probes.grammars.ranked import in_turn

#: These are looked for one by one, so a text may hold all of them.
_REPLACED = (
    "%%%s%%",
    "{{%s}}",
    "{{ %s }}",
    "${%s}",
    "{%s}",
    ":%s",
    ":%s:",
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
#: A tag of a page: behind one, a field would lose its first signs to it, as in `<p>%NAME%`.
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_MOST = 12
#: Numbers that a program gives to the texts that it sets aside.
_NUMBERS = ("1", "2", "0")
#: Stands for what is put in, in a text of the source: no sign that a program would choose.
_PUT_IN = "\U000f0000"


@lru_cache(maxsize=1)
def _own(source: str) -> tuple[str, ...]:
    texts = evasions.texts()
    found = [field for text in texts for form in (_TAG.sub(" ", text), text) for field in _WRITTEN.findall(form)]
    words = [text for text in texts if re.fullmatch(r"[A-Z][A-Z0-9_]+|\W{1,2}\w+\W{1,2}", text)]
    return tuple(dict.fromkeys([*found, *words]))


def own() -> Iterator[str]:
    """What the solution's own source holds of fields: all in one text, then one by one."""
    found = _own(harness.solution_source())[:_MOST]
    if found:
        yield " ".join(found)
    yield from found


def single(*names: str) -> Iterator[str]:
    """Fields of the solution's own, one by one: those that stand in its source, and those that it puts together.

    First those with one of the names that stand in the source as they are, then the names between the signs that the
    source puts around a name, or looks for around one, in capitals where it writes a name so.
    """
    source = harness.solution_source()
    forms = (str.upper, str) if ".upper()" in source else (str,)
    written = (field for field in _own(source) if any(name.casefold() in field.casefold() for name in names))
    known = (f"{before}{form(name)}{after}" for form in forms for name in names for before, after in _signs(source))
    found = dict.fromkeys([*written, *known, *_composed(source), *_own(source)])
    # A tag is most likely one of the page.
    yield from sorted((field for field in found if len(field) > 2), key=lambda field: field.startswith("<"))


@lru_cache(maxsize=1)
def _nodes(source: str) -> tuple[ast.AST, ...]:
    """None of what is no Python."""
    try:
        return tuple(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError):
        return ()


@lru_cache(maxsize=1)
def _composed(source: str) -> tuple[str, ...]:
    """What f-strings, `%`, `format` and sums make of a name between signs: `[[name]]` for f"[[{key}]]"."""
    around = _signs(source)
    names = dict.fromkeys(name for node in _nodes(source) for name in _named(node))
    made = [[before + name + after for name in (*_NUMBERS, *names)] for before, after in around]
    # Numbers first: they are few.
    signs = [*itertools.chain(*(some[:3] for some in made)), *itertools.chain(*(some[3:] for some in made))]
    return tuple(signs[: 2 * _MOST])


@lru_cache(maxsize=1)
def _signs(source: str) -> tuple[tuple[str, str], ...]:
    """The signs before and behind a name of a field, likely ones first."""
    return tuple(sorted(dict.fromkeys(pair for node in _nodes(source) for pair in _around(node)), key=_likelihood))


@lru_cache(maxsize=1)
def _counted(source: str) -> tuple[str, ...]:
    """Fields whose names the source counts: `$word0`, `$word1` where f"word{number}" and f"={sign}{name}" stand."""
    stems = dict.fromkeys(stem for node in _nodes(source) for stem in _stems(node))
    signs = [*_signs(source), *(pair for node in _nodes(source) for pair in _within(node))]
    named = [pair for pair in dict.fromkeys(signs) if not set(pair[0]) & set("\\'\"")] if stems else []
    found = (before + stem + number + after for number in ("0", "1") for stem in stems for before, after in named)
    return tuple(dict.fromkeys(found))[: 2 * _MOST]


def counted() -> Iterator[str]:
    """Fields of the solution's own whose names are a word and a number, such as `:word0`, `%ID1%` or `{p0}`."""
    yield from _counted(harness.solution_source())


def _stems(node: ast.AST) -> Iterator[str]:
    """The word before a number that is put in: `word` of f"word{number}", "word%d" and "word" + str(number)."""
    text = _with_places(node)
    yield from re.findall(rf"(?<!\w)([A-Za-z_]{{1,12}}){_PUT_IN}(?!\w)", text)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and isinstance(node.left, ast.Constant):
        if isinstance(node.left.value, str) and isinstance(node.right, ast.Call) and re.fullmatch(r"\W{0,3}[A-Za-z_]{1,12}", node.left.value):
            yield node.left.value.lstrip("$:@%{[<#?")


def _within(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Signs before what is put in somewhere in a text, as in f"[contains(words, ${name})]" or f"{column} = :{name}"."""
    text = _with_places(node)
    for sign in re.findall(rf"([$:@#?~^|!]){_PUT_IN}", text):
        yield sign, ""
    # Counted without a name of its own: f" = :word{number}".
    for sign in re.findall(rf"([$:@#?~^|!]|%\(|\{{\{{?|\[\[?|<<?)[A-Za-z_]{{1,12}}{_PUT_IN}", text):
        yield sign, {"%(": ")s", "{": "}", "{{": "}}", "[": "]", "[[": "]]", "<": ">", "<<": ">>"}.get(sign, "")


#: Where a pattern reads the name of a field: a group, or signs of a name outside one.
_READS_A_NAME = re.compile(r"\((?:\?P<\w+>|\?:)?(?:\\w|\[[^\]]*\]|\\d|\.)[^()]*\)(?:\\b)?|(?:\\w|(?<!\\)\[[^\]]*(?:a-z|A-Z|\\w)[^\]]*\])[+*]\??")


def _looked_for(text: str) -> Iterator[tuple[str, str]]:
    """The signs around a name in a pattern for fields: `r"\\$(\\w+)"`, `r"\\{\\{ *([a-z]+) *\\}\\}"`."""
    shape, number = _READS_A_NAME.subn(_PUT_IN, text)
    if number != 1 or len(text) > 60:
        return
    shape = re.sub(r"\\s[*+]?| [*?]|\\b", "", shape)
    shape = re.sub(r"\\(\W)", r"\1", shape)
    shape = re.sub(r"(\W)\{2\}", r"\1\1", shape)
    found = re.fullmatch(rf"([^\w\s{_PUT_IN}()^*+?]{{1,4}}\(?){_PUT_IN}(\)?[^\w\s{_PUT_IN}()*+?]{{0,4}}s?)", shape)
    if found:
        yield found[1], found[2]


def _with_places(node: ast.AST) -> str:
    """The text of a node with a sign for what is put into it; empty if it is none."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else _PUT_IN for part in node.values)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.sub(r"%[sd]|\{\w*\}", _PUT_IN, node.value)
    return ""


def _likelihood(around: tuple[str, str]) -> int:
    """Signs that nobody types come first, then those of marks, then what looks like a pattern or quotes."""
    if "\\" in around[0] or set("".join(around)) <= set("'\""):
        return 2
    return int("".join(around).isprintable())


def numbered() -> Iterator[str]:
    """Fields with a number that the source puts together, such as a 1 between two NULs."""
    yield from (sign for sign in _composed(harness.solution_source()) if any(digit in sign for digit in _NUMBERS))


def pairs(ordinary: str, rests: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Two values of which one holds the fields of the other, which holds one of the rests.

    Whoever fills in one after the other puts the second into the place, and into the quotes, of the first.
    """
    signs = dict.fromkeys(in_turn(own(), numbered(), counted(), (sign for sign in single() if not sign.startswith("<"))))
    forward = ((f"{ordinary}{sign}", rest) for sign in signs for rest in rests)
    # Most fill in the first value first: that order has two turns.
    yield from in_turn(forward, forward, ((rest, f"{ordinary}{sign}") for sign in signs for rest in rests))


def quotes() -> Iterator[str]:
    """What is a quote when the text is formatted once more: the first sign of what `repr` makes of a text."""
    source = harness.solution_source()
    if "format" in source:
        yield "{0!r:.1}"
    if " % " in source or " %= " in source:
        yield "%.1r"
    calls = [node for node in _nodes(source) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    named = (one.arg for call in calls if call.func.attr == "format" for one in call.keywords if one.arg)
    yield from (f"{{{name}!r:.1}}" for name in dict.fromkeys(named))


def _around(node: ast.AST) -> Iterator[tuple[str, str]]:
    """The signs before and behind what is put into a text."""
    text = _with_places(node)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield from _looked_for(node.value)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and isinstance(node.left, ast.BinOp):
        before, after = node.left.left, node.right
        if isinstance(before, ast.Constant) and isinstance(after, ast.Constant):
            text = f"{before.value}{_PUT_IN}{after.value}"
    found = re.fullmatch(rf"([^\w\s<>{_PUT_IN}]{{1,4}}){_PUT_IN}([^\w\s<>{_PUT_IN}]{{0,4}})", text)
    if found:
        # A brace that is written twice is one, and one that is written once may stand for two.
        yield found[1], found[2]
        halved = found[1].replace("{{", "{"), found[2].replace("}}", "}")
        if halved != (found[1], found[2]):
            yield halved


def _named(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[A-Za-z]\w{0,19}", node.value):
        yield node.value
    elif isinstance(node, ast.keyword) and node.arg:
        yield node.arg
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id
