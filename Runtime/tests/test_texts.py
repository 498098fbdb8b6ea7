"""Whatever a solution returns or raises, a check that shows it goes on: no value turns a verdict into trouble of ours."""

import sys
import unittest
from typing import Any

import support
from tester.texts import shown, text_of

#: Expressions that make the values; each is returned and raised in each of the ways below.
VALUES = {
    "huge int": "1 << 200_000",
    "negative huge int": "-(1 << 200_000)",
    "huge int in a list": "[1, [1 << 200_000]]",
    "huge int as a key": "{1 << 200_000: 2}",
    "huge int in a tuple in a set": "{(1 << 200_000,)}",
    "huge int within limits of the wire": "10 ** 4299",
    "just too many digits": "10 ** 4300",
    "deep list": "nested([], 190)",
    "too deep list": "nested([], 5000)",
    "deep tuple": "nested((), 190)",
    "long text": "'x' * 3_000_000",
    "long bytes": "b'x' * 2_000_000",
    "surrogate": "'a\\ud800b'",
    "surrogates as keys": "{'\\udfff': '\\ud800'}",
    "control characters": "'a\\x00\\x1b[31m\\r\\n\\u2028b'",
    "not a number": "float('nan')",
    "complex": "complex('inf+nanj')",
    "no text": "Mute()",
    "lying text": "Liar()",
    "exception": "ValueError(1 << 200_000)",
    "class": "Mute",
    "iterator": "iter([1 << 200_000])",
}
SOLUTION = """
class Mute:
    def __str__(self):
        raise KeyboardInterrupt
    __repr__ = __str__

class Liar:
    def __str__(self):
        return 5

def nested(inner, depth):
    kind = type(inner)
    for _ in range(depth):
        inner = kind([inner])
    return inner

def give():
    return VALUE

def throw():
    raise Exception(VALUE)

def throw_its_own():
    raise type("Own", (Exception,), {"__str__": lambda self: VALUE, "__name__": "x" * 1000})(VALUE)
"""
CHECK = """
from harness import *

def test_equal():
    assert solution.give() == "right"

def test_as_message():
    found = solution.give()
    assert found == "right", found

def test_in_message():
    found = solution.give()
    assert found == "right", f"gave {found!r} and {found}"

def test_raised_again():
    raise ValueError(solution.give())

def test_text():
    assert text(solution.give()) == text(value_of(solution.give)) == "right"

def test_thrown():
    assert solution.throw() == "right"

def test_thrown_its_own():
    solution.throw_its_own()

def test_names():
    assert type_names(solution.give()) == ["right"]
"""
EXAMPLES = [{"call": "give()", "output": "1"}, {"call": "give()", "raises": "ValueError"}]
ATTACK = "from harness import *\n\ndef test_attack():\n    exploited(solution.give())\n"


class TextsTest(unittest.TestCase):
    def test_every_value_has_a_text(self) -> None:
        deep: list[Any] = []
        for _ in range(sys.getrecursionlimit() * 2):
            deep = [deep]
        huge = 1 << 200_000
        for value in (huge, [huge], {huge: huge}, deep, ValueError(huge), ValueError([huge]), "x" * 10_000, "\ud800"):
            for turn in (text_of, shown):
                self.assertIs(type(turn(value)), str)
        self.assertEqual(text_of(huge), hex(huge))
        self.assertEqual((text_of("a"), shown("a"), text_of(ValueError("b"))), ("a", "'a'", "b"))

    def test_no_value_makes_trouble_of_ours(self) -> None:
        for level in (3, 2):
            worker = support.Worker(level=level)
            self.addCleanup(worker.close)
            for name, value in VALUES.items():
                with self.subTest(name, level=level):
                    result = worker.run(
                        solution=SOLUTION.replace("VALUE", value),
                        entryPoints=["give"],
                        examples=EXAMPLES,
                        stopsAtFunctionalFailure=False,
                        checks=[
                            {"kind": "functional", "path": "functional.py", "source": CHECK},
                            {"kind": "security", "path": "security.py", "source": ATTACK},
                        ],
                    )
                    self.assertIn(result["ending"], ("completed", "limit"), result["detail"])
                    statuses = {check["name"]: check["status"] for check in result["checks"]}
                    self.assertIn(statuses.pop("security/test_attack"), ("exploited", "inconclusive"))
                    self.assertEqual(set(statuses.values()), {"failed"}, statuses)


if __name__ == "__main__":
    unittest.main()
