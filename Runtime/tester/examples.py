"""Runs an example of the Problem: a call and the output that is printed below it."""

import ast
import builtins
import linecache
from collections.abc import Callable
from typing import Any

import harness
from tester import texts
from tester.errors import RemoteError
from tester.remote import value_of

_PLACE = "<example>"


def run_example(example: dict[str, Any], entry_points: list[str]) -> None:
    """Raises AssertionError when the call does not do what the example says.

    `call` is one expression, or statements of which the last is an expression; that one gives the output.
    """
    namespace: dict[str, Any] = {name: getattr(harness, name) for name in harness.__all__}
    for name in entry_points:
        first = name.partition(".")[0]
        namespace[first] = getattr(harness.solution, first)
    if example.get("setup"):
        exec(compile(example["setup"], "<example setup>", "exec"), namespace)
    source = example["call"].strip()
    linecache.cache[_PLACE] = (len(source), None, source.splitlines(keepends=True), _PLACE)
    last = _prepare(source, namespace)
    shown = source.rpartition("\n")[2]
    if example.get("raises"):
        _expect_error(example["raises"], shown, last)
        return
    expected = ast.literal_eval(example["output"].strip())
    found = last()
    assert found == expected, f"{shown} gave {texts.shown(found)} instead of {texts.shown(expected)}"


def _prepare(source: str, namespace: dict[str, Any]) -> Callable[[], Any]:
    """Executes all statements but the last, and returns what evaluates that."""
    *before, last = ast.parse(source).body
    if not isinstance(last, ast.Expr):
        raise AssertionError("an example must end with an expression, whose value is its output")
    exec(compile(ast.Module(before, []), _PLACE, "exec"), namespace)
    code = compile(ast.Expression(last.value), _PLACE, "eval")
    return lambda: value_of(eval(code, namespace))


def _expect_error(name: str, shown: str, last: Callable[[], Any]) -> None:
    kind = getattr(builtins, name)
    try:
        found = last()
    except RemoteError as error:
        assert isinstance(error, kind), f"{shown} raised {error.type_names[0]} instead of {name}"
        return
    raise AssertionError(f"{shown} gave {texts.shown(found)} instead of raising {name}")
