import collections
import enum
import json
import math
import unittest
from typing import Any

import support  # noqa: F401
from wire import plain
from wire.frames import Violation


def refer(value: Any) -> plain.Reference:
    return {"!": "object", "handle": 1, "type": type(value).__name__}


def there_and_back(value: Any) -> Any:
    document = json.loads(json.dumps(plain.encode(value, refer)))
    return plain.decode(document, lambda reference: ("handle", reference["handle"]))


class PlainDataTest(unittest.TestCase):
    def test_builtin_values_keep_value_and_type(self) -> None:
        for value in (
            None, True, 0, -5, 7**3000, 1.5, math.inf, "ü\ud800", b"\0\xff", bytearray(b"x"), 2 - 3j,
            [1, [2]], (1, (2,)), {1, "a"}, frozenset({b"x"}), {(1, 2): {"a": [None]}}, [], (), {}, set(),
        ):  # fmt: skip
            with self.subTest(repr(value)[:40]):
                found = there_and_back(value)
                self.assertEqual(found, value)
                self.assertIs(type(found), type(value))

    def test_subclasses_arrive_as_what_they_are_based_on(self) -> None:
        class Text(str):
            def __str__(self) -> str:
                return "lie"

        class Colour(enum.IntEnum):
            RED = 3

        point = collections.namedtuple("point", "x y")(1, 2)
        for value, expected in (
            (Text("truth"), "truth"),
            (Colour.RED, 3),
            (point, (1, 2)),
            (collections.Counter("aa"), {"a": 2}),
            (collections.OrderedDict(a=1), {"a": 1}),
        ):
            found = there_and_back(value)
            self.assertEqual(found, expected)
            self.assertIs(type(found), type(expected))

    def test_everything_else_becomes_a_handle(self) -> None:
        self.assertEqual(there_and_back([object(), range(3)]), [("handle", 1), ("handle", 1)])

    def test_too_deep_values_become_handles(self) -> None:
        value: list[Any] = []
        for _ in range(500):
            value = [value]
        self.assertIn("handle", repr(there_and_back(value)))

    def test_what_encoding_cannot_have_made_is_a_violation(self) -> None:
        deep: Any = []
        for _ in range(300):
            deep = [deep]
        for document in (
            {}, {"a": 1}, {"!": "nothing"}, {"!": "bytes", "v": "?"}, {"!": "bytes"}, {"!": "int", "v": "x"},
            {"!": "set"}, {"!": "set", "v": [[]]}, {"!": "dict", "v": [[1]]}, {"!": "dict", "v": [[[], 1]]},
            {"!": "complex", "v": [1]}, {"!": "tuple", "v": {}}, deep, {"!": ["list"]},
        ):  # fmt: skip
            with self.subTest(repr(document)[:40]), self.assertRaises(Violation):
                plain.decode(document, lambda reference: reference)
