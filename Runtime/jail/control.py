"""The positive control: a worker takes no request before it has shown that what a run leaves can be seen in it.

A sandbox in which a payload's trace cannot appear, or not where checks look, would find every attack harmless.
"""

from typing import Any

_SOLUTION = """
import os


def answer(question):
    return question


def leave_traces(word):
    with open("trace", "w") as file:
        file.write(word)
    return os.system(f"echo {word} > /tmp/trace; control {word}; echo {word}")
"""

_FUNCTIONAL = """
from harness import solution


def test_right_answer():
    assert solution.answer("right") == "right"


def test_wrong_answer():
    assert solution.answer("wrong") == "right"
"""

_SECURITY = """
from harness import box, exploit_if, program, solution


def test_traces():
    called = program("control")
    solution.leave_traces("trace-4711")
    exploit_if(
        box.text("/box/work/trace") == "trace-4711"
        and box.text("/box/tmp/trace") == "trace-4711\\n"
        and [call.argv for call in called.calls] == [["control", "trace-4711"]],
        "seen",
    )


def test_no_traces():
    exploit_if(box.exists("/box/work/nothing") or program("nothing").calls, "seen")
"""

REQUEST: dict[str, Any] = {
    "solution": _SOLUTION,
    "entryPoints": ["answer", "leave_traces"],
    "stopsAtFunctionalFailure": False,
    "checks": [
        {"kind": "functional", "path": "control/functional.py", "source": _FUNCTIONAL},
        {"kind": "security", "path": "control/security.py", "source": _SECURITY},
    ],
}

_EXPECTED = {
    "functional/test_right_answer": "passed",
    "functional/test_wrong_answer": "failed",
    "security/test_traces": "exploited",
    "security/test_no_traces": "passed",
}


def fault(result: dict[str, Any]) -> str | None:
    """What is wrong with the result of REQUEST; None when it is as it must be."""
    found = {check["name"]: check for check in result["checks"]}
    for name, status in _EXPECTED.items():
        if name not in found:
            return f"{result['ending']}: {result['detail']}"
        if found[name]["status"] != status:
            message = found[name]["message"] or result["detail"] or "no reason given"
            return f"{name} is {found[name]['status']} and should be {status}: {message}"
    return None if "trace-4711" in result["output"] else "what the solution printed was not seen"
