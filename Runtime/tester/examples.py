"""Runs an example of the Problem: a call and the output that is printed below it."""

import ast
import builtins
from types import CodeType
from typing import Any

import harness
from tester import context
from tester.errors import RemoteError
from tester.remote import value_of

# What a call may use besides the entry points.
HARNESS_NAMES = ("attempt", "attribute", "box", "environment", "web_client")


def run_example(example: dict[str, Any], entry_points: list[str]) -> None:
    """Raises AssertionError when the call does not do what the example says.

    A call of several lines does what it says line by line; the last one is an expression, and its value is compared.
    """
    solution = context.needed(context.current.solution, "the solution")
    namespace: dict[str, Any] = {name: getattr(harness, name) for name in HARNESS_NAMES} | {"solution": solution}
    for name in entry_points:
        first = name.partition(".")[0]
        namespace[first] = getattr(solution, first)
    if example.get("setup"):
        exec(compile(example["setup"], "<example setup>", "exec"), namespace)
    steps, last = _parse(example["call"])
    exec(steps, namespace)
    if example.get("raises"):
        _expect_error(example["raises"], example["call"], last, namespace)
        return
    expected = ast.literal_eval(example["output"].strip())
    found = value_of(eval(last, namespace))
    assert found == expected, f"{example['call'].strip()} gave {found!r} instead of {expected!r}"


def _parse(call: str) -> tuple[CodeType, CodeType]:
    """All statements but the last, and the expression that the last one is."""
    tree = ast.parse(call.strip(), "<example>")
    last = tree.body.pop() if tree.body else None
    if not isinstance(last, ast.Expr):
        raise ValueError("the last line of an example's call has to be an expression")
    return compile(tree, "<example>", "exec"), compile(ast.Expression(last.value), "<example>", "eval")


def _expect_error(name: str, shown: str, call: CodeType, namespace: dict[str, Any]) -> None:
    kind = getattr(builtins, name)
    try:
        found = value_of(eval(call, namespace))
    except RemoteError as error:
        assert isinstance(error, kind), f"{shown} raised {error.type_names[0]} instead of {name}"
        return
    raise AssertionError(f"{shown} gave {found!r} instead of raising {name}")
