import ast
import base64
import contextlib
import json
import pickle
import unittest

import fakes  # noqa: F401

from probes.refilled import OTHER_KINDS, refilled


class Refilled(unittest.TestCase):
    def kinds(self, own: bytes | str, read) -> set[str]:
        found = set()

        def walk(value: object) -> None:
            found.add(type(value).__name__)
            if isinstance(value, dict):
                for key, item in value.items():
                    walk(key), walk(item)
            elif isinstance(value, (list, tuple)):
                for item in value:
                    walk(item)

        for data in refilled(own, OTHER_KINDS, words=("tuple",)).values():
            self.assertIs(type(data), type(own))
            with contextlib.suppress(ValueError):
                walk(read(data))
        return found

    def test_pickles_and_literals_hold_other_kinds(self) -> None:
        job = ("glaze", {"celsius": 1240, "who": ["Kit", 0.5]})
        self.assertGreater(self.kinds(pickle.dumps(job), pickle.loads), {"set", "tuple", "frozenset", "bytearray"})
        self.assertGreater(self.kinds(repr(job), ast.literal_eval), {"set", "tuple", "complex"})

    def test_json_gets_other_names_and_tags_in_its_wrapping(self) -> None:
        own = base64.b64encode(json.dumps({"list": [["celsius", 1240]]}).encode())
        documents = [json.loads(base64.b64decode(data)) for data in refilled(own, (), words=("tuple",)).values()]
        self.assertIn({"tuple": [["celsius", 1240]]}, documents)
        self.assertIn({"list": [[7, 1240]]}, documents)

    def test_what_cannot_be_read_is_left_alone(self) -> None:
        for own in (b"\xff\0", b"a=1", b"cos\nsystem\n(S'x'\ntR.", "{'a': f()}"):
            self.assertEqual(refilled(own, OTHER_KINDS), {})


if __name__ == "__main__":
    unittest.main()
