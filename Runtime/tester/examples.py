"""Runs an example of the Problem: a call and the output that is printed below it."""

import ast
import builtins
from typing import Any

from tester import context
from tester.errors import RemoteError
from tester.remote import value_of


def run_example(example: dict[str, Any], entry_points: list[str]) -> None:
    """Raises AssertionError when the call does not do what the example says."""
    solution = context.needed(context.current.solution, "the solution")
    namespace: dict[str, Any] = {"solution": solution}
    for name in entry_points:
        first = name.partition(".")[0]
        namespace[first] = getattr(solution, first)
    if example.get("setup"):
        exec(compile(example["setup"], "<example setup>", "exec"), namespace)
    call = compile(example["call"].strip(), "<example>", "eval")
    if example.get("raises"):
        _expect_error(example["raises"], example["call"], call, namespace)
        return
    expected = ast.literal_eval(example["output"].strip())
    found = value_of(eval(call, namespace))
    assert found == expected, f"{example['call']} gave {found!r} instead of {expected!r}"


def _expect_error(name: str, shown: str, call: Any, namespace: dict[str, Any]) -> None:
    kind = getattr(builtins, name)
    try:
        found = value_of(eval(call, namespace))
    except RemoteError as error:
        assert isinstance(error, kind), f"{shown} raised {error.type_names[0]} instead of {name}"
        return
    raise AssertionError(f"{shown} gave {found!r} instead of raising {name}")
