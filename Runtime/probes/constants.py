"""Strings that a solution holds, to be tried as credentials.

found = constants.accepted(lambda guess: solution.login("admin", guess))
exploit_if(found, f"the constant {found} logs in")
"""

from __future__ import annotations

import ast
import base64
import binascii
import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import harness
from probes import drivers
from tester.texts import text_of

_COMMON_NAMES = ("admin", "root", "user", "administrator", "guest", "test", "service", "api", "support", "operator")
_MOST_PAIRS = 400
_UNKNOWN = object()


def strings(source: str | None = None) -> list[str]:
    """Every string and bytes constant of the solution, and what simple expressions make of them, without repeats.

    Evaluated: `+`, `*`, `%`, f-strings, `join`, `format`, `replace`, case changes, slices, `reversed`, lists of `chr`,
    `bytes([…])`, base64, hex, rot13, names assigned such values. Bytes appear decoded as UTF-8 and as Latin-1. Each
    constant that is base64 or hexadecimal of text appears decoded too, and each word of a `user:password` pair.
    """
    text = harness.solution_source() if source is None else source
    tree = _tree(text)
    evaluator = _Evaluator(tree)
    found: dict[str, None] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.expr):
            for one in _texts(evaluator.value(node)):
                found.setdefault(one)
    for one in list(found):
        for other in _readings(one):
            found.setdefault(other)
    return list(found)


def pairs(source: str | None = None) -> list[tuple[str, str]]:
    """Likely (name, password) pairs, at most 400.

    They are items of dictionaries, tuples, lists and calls, and every constant under a common name.
    """
    text = harness.solution_source() if source is None else source
    tree = _tree(text)
    evaluator = _Evaluator(tree)
    found: dict[tuple[str, str], None] = {}
    for node in ast.walk(tree):
        for first, second in _neighbours(node):
            for one in _texts(evaluator.value(first)):
                for other in _texts(evaluator.value(second)):
                    found.setdefault((one, other))
    words = [word for word in strings(text) if 0 < len(word) <= 64 and not word.isspace()]
    named = [word for word in words if word.casefold() in _COMMON_NAMES]
    for name in dict.fromkeys((*named, *_COMMON_NAMES[:3])):
        for word in words:
            found.setdefault((name, word))
    return list(found)[:_MOST_PAIRS]


def held() -> list[str]:
    """What the loaded solution holds in names of the module, classes, defaults and closures, as text: put together."""
    return [str(one) for one in drivers.run("held", "held(solution)")]


def timed(now: float, back: int = 40, source: str | None = None) -> list[str]:
    """What a solution makes of the time when it started, the last seconds: the second by itself, and between the texts
    of its f-strings, sums and formats. Nothing where the source does not speak of the time."""
    text = harness.solution_source() if source is None else source
    if "time" not in text:
        return []
    around = {("", "")}
    for node in _nodes(text):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else "\0" for part in node.values]
            before, hole, after = "".join(map(str, parts)).partition("\0")
            around |= {(before, after)} if hole and "\0" not in after else set()
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and 0 < len(node.value) <= 40:
            before, hole, after = re.sub(r"%[.\d]*[sdf]|\{[^{}]*\}", "\0", node.value, count=1).partition("\0")
            around |= {(before, after)} if hole else {(before, ""), ("", before)}
    seconds = [int(now) + 1 - step for step in range(back)]
    return [f"{before}{second}{after}" for second in seconds for before, after in sorted(around)[:30]]


def functions(source: str | None = None) -> list[str]:
    """Names of the functions and methods that the solution defines, private ones first, special ones left out."""
    names = [node.name for node in _nodes(source) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    return sorted((name for name in dict.fromkeys(names) if not name.startswith("__")), key=lambda name: name[0] != "_")


def attributes(source: str | None = None) -> list[str]:
    """Names of the attributes that the solution's objects give themselves."""
    found = [
        node.attr
        for node in _nodes(source)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name)
    ]
    return list(dict.fromkeys(found))


def _nodes(source: str | None) -> Iterator[ast.AST]:
    return ast.walk(_tree(harness.solution_source() if source is None else source))


def _tree(text: str) -> ast.Module:
    """Empty for what is no Python."""
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError):
        return ast.Module([], [])


def accepted(try_login: Callable[[str], Any], extra: Iterable[str] = ()) -> list[str]:
    """The strings for which `try_login(text)` is true; each is tried within `attempt`, and so are the `extra` ones.

    An object of the solution, or a response, has no truth: let `try_login` say what a login is.
    """
    found = []
    for guess in dict.fromkeys((*strings(), *extra)):
        value = harness.attempt(try_login, guess).value
        if isinstance(value, harness.Remote):
            raise TypeError("try_login must give plain data: what tells that the login worked?")
        if value:
            found.append(guess)
    return found


def _neighbours(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(node, ast.Dict):
        yield from ((key, value) for key, value in zip(node.keys, node.values) if key is not None)
    elif isinstance(node, (ast.Tuple, ast.List)) and len(node.elts) == 2:
        yield node.elts[0], node.elts[1]
    elif isinstance(node, ast.Call) and len(node.args) >= 2:
        yield from zip(node.args, node.args[1:])
    elif isinstance(node, ast.BoolOp):
        compared = [part for value in node.values for part in ast.walk(value) if isinstance(part, ast.Compare)]
        sides = [one for part in compared for one in (part.left, *part.comparators) if isinstance(one, ast.Constant)]
        yield from ((one, other) for one in sides for other in sides if one is not other)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (bytes, bytearray)):
        data = bytes(value)
        yield data.decode("latin-1")
        try:
            yield data.decode()
        except UnicodeDecodeError:
            pass
    elif isinstance(value, int) and not isinstance(value, bool) and value >= 1000:
        yield text_of(value)


def _readings(text: str) -> Iterator[str]:
    """What else a constant may stand for: decoded, or a part of it."""
    data = text.encode("latin-1", "ignore")
    for decode in (lambda: base64.b64decode(data, validate=True), lambda: binascii.unhexlify(data)):
        try:
            decoded = decode().decode()
        except (ValueError, binascii.Error):
            continue
        if decoded.isprintable() and decoded:
            yield decoded
    if text.count(":") == 1 and len(text) < 100:
        yield from (part for part in text.split(":") if part)


class _Evaluator:
    """Works out constant expressions, without running anything of the solution's."""

    def __init__(self, tree: ast.Module) -> None:
        self._names: dict[str, ast.expr] = {}
        self._busy: set[int] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                self._names.setdefault(node.targets[0].id, node.value)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
                self._names.setdefault(node.target.id, node.value)

    def value(self, node: ast.AST) -> Any:
        """The value of an expression, or `_UNKNOWN`."""
        if id(node) in self._busy or len(self._busy) > 60:
            return _UNKNOWN
        self._busy.add(id(node))
        try:
            found = self._worked_out(node)
            return _UNKNOWN if isinstance(found, (str, bytes, list)) and len(found) > 10_000 else found
        except Exception:  # whatever goes wrong, the expression is not a simple constant
            return _UNKNOWN
        finally:
            self._busy.discard(id(node))

    def _known(self, node: ast.AST) -> Any:
        found = self.value(node)
        if found is _UNKNOWN:
            raise ValueError("not constant")
        return found

    def _worked_out(self, node: ast.AST) -> Any:
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Name(id=name) if name in self._names:
                return self._known(self._names[name])
            case ast.List(elts=items) | ast.Tuple(elts=items):
                return [self._known(item) for item in items]
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self._known(left) + self._known(right)
            case ast.BinOp(left=left, op=ast.Mod(), right=right):
                values = self._known(right)
                return self._known(left) % (tuple(values) if isinstance(values, list) else values)
            case ast.BinOp(left=left, op=ast.Mult(), right=right):
                one, other = self._known(left), self._known(right)
                return one * other if isinstance(other, int) and other < 1000 else _UNKNOWN
            case ast.BinOp(left=left, op=ast.BitXor(), right=right):
                return self._known(left) ^ self._known(right)
            case ast.JoinedStr(values=parts):
                return "".join(text_of(self._known(part)) for part in parts)
            case ast.FormattedValue(value=value):
                return self._known(value)
            case ast.Subscript(value=value, slice=ast.Slice(lower=lower, upper=upper, step=step)):
                ends = [None if end is None else self._known(end) for end in (lower, upper, step)]
                return self._known(value)[slice(*ends)]
            case ast.Subscript(value=value, slice=index):
                return self._known(value)[self._known(index)]
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self._known(operand)
            case ast.ListComp() | ast.GeneratorExp():
                return self._comprehension(node)
            case ast.Call():
                return self._called(node)
        return _UNKNOWN

    def _comprehension(self, node: ast.ListComp | ast.GeneratorExp) -> Any:
        loop = node.generators[0]
        if len(node.generators) > 1 or loop.ifs or not isinstance(loop.target, ast.Name):
            return _UNKNOWN
        found, name = [], loop.target.id
        hidden = self._names.get(name)
        try:
            for item in list(self._known(loop.iter))[:2000]:
                self._names[name] = ast.Constant(item)
                found.append(self._known(node.elt))
        finally:
            if hidden is None:
                self._names.pop(name, None)
            else:
                self._names[name] = hidden
        return found

    def _called(self, node: ast.Call) -> Any:
        if node.keywords and not all(keyword.arg == "sep" for keyword in node.keywords):
            return _UNKNOWN
        match node.func:
            case ast.Attribute(value=ast.Name(id="base64"), attr=name) if name.endswith("decode"):
                return getattr(base64, name)(self._known(node.args[0]))
            case ast.Attribute(value=ast.Name(id="binascii"), attr=("unhexlify" | "a2b_base64" | "a2b_hex") as name):
                return getattr(binascii, name)(self._known(node.args[0]))
            case ast.Attribute(value=ast.Name(id="codecs"), attr="decode"):
                return codecs.decode(*(self._known(argument) for argument in node.args))
            case ast.Attribute(value=ast.Name(id=("bytes" | "bytearray")), attr="fromhex"):
                return bytes.fromhex(self._known(node.args[0]))
            case ast.Attribute(value=target, attr=name) if name in _METHODS:
                return getattr(self._known(target), name)(*(self._known(argument) for argument in node.args))
            case ast.Name(id="map") if isinstance(node.args[0], ast.Name):
                return [_FUNCTIONS[node.args[0].id](item) for item in self._known(node.args[1])]
            case ast.Name(id=name) if name in _FUNCTIONS:
                return _FUNCTIONS[name](*(self._known(argument) for argument in node.args))
            case ast.Name(id=name) if name in ("b64decode", "unhexlify", "urlsafe_b64decode", "b32decode"):
                return getattr(base64 if "decode" in name else binascii, name)(self._known(node.args[0]))
        return _UNKNOWN


_METHODS = set(
    "join format replace lower upper strip lstrip rstrip encode decode title capitalize swapcase split hex "
    "removeprefix removesuffix zfill".split()
)
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "chr": chr,
    "ord": ord,
    "str": lambda value, *_: value.decode() if isinstance(value, bytes) else text_of(value),
    "bytes": lambda value, *_: (
        value.encode() if isinstance(value, str) else bytes(value if isinstance(value, list) else [])
    ),
    "list": list,
    "tuple": list,
    "reversed": lambda value: list(value)[::-1],
    "hex": hex,
    "int": int,
}
