"""A name that stands twice is read in two ways by who looks twice, and in one by who does not."""

import json
import re
import unittest
from collections.abc import Callable

import fakes  # noqa: F401

from probes import roles
from probes.grammars import claims

OWN = {"iss": "north", "sub": "M-1", "areas": ["rope"], "exp": 4}
TEXTS = claims.read_twice(OWN, "iss", "south")


def with_pairs(keep: Callable[[list], object]) -> Callable[[str], object]:
    return lambda text: json.loads(text, object_pairs_hook=keep).get("iss")


def first_of(pairs: list) -> dict:
    return dict(reversed(pairs))


def anywhere(value: object) -> list:
    """All values of the name, wherever it stands."""
    if isinstance(value, dict):
        return [found for key, one in value.items() for found in ([one] if key == "iss" else anywhere(one))]
    return [found for one in value for found in anywhere(one)] if isinstance(value, list) else []


def folded(text: str) -> object:
    return {key.strip().lower(): value for key, value in json.loads(text).items()}["iss"]


def flat(text: str) -> object:
    found: dict = {}

    def note(pairs: list) -> dict:
        found.update({**dict(pairs), **found})
        return dict(pairs)

    json.loads(text, object_pairs_hook=note)
    return found["iss"]


def looked(pattern: str, flags: int = 0, last: bool = False) -> Callable[[str], object]:
    def reader(text: str) -> object:
        found = re.findall(pattern, text, flags)
        return found[-1 if last else 0] if found else None

    return reader


CARELESS = {
    "pattern": looked(r'"iss"\s*:\s*"([^"]*)"'),
    "the last of a pattern": looked(r'"iss"\s*:\s*"([^"]*)"', last=True),
    "pattern without quotes": looked(r"iss\W+(\w+)"),
    "the last without quotes": looked(r"iss\W+(\w+)", last=True),
    "pattern, whatever the case": looked(r'"iss":\s*"(\w+)"', re.IGNORECASE),
    "first of pairs": with_pairs(first_of),
    "anywhere, first": lambda text: anywhere(json.loads(text))[0],
    "anywhere, last": lambda text: anywhere(json.loads(text))[-1],
    "of all objects the first": flat,
    "tidied": folded,
    "partition": lambda text: text.partition('"iss"')[2].split('"')[1],
    "last partition": lambda text: text.rpartition('"iss"')[2].split('"')[1],
    "end of a name": looked(r'iss"\s*:\s*"(\w+)"'),
    "beginning of a name": looked(r'"iss\w*"\s*:\s*"(\w+)"'),
    "sorted": lambda text: sorted(json.loads(text, object_pairs_hook=list), reverse=True) and max(
        value for key, value in json.loads(text, object_pairs_hook=list) if key == "iss"),
}


class Claims(unittest.TestCase):
    def test_each_text_has_the_claims(self) -> None:
        self.assertGreater(len(TEXTS), 18)
        for text in TEXTS.values():
            self.assertEqual({key: json.loads(text)[key] for key in OWN}, OWN)

    def test_whoever_looks_in_another_way_finds_another(self) -> None:
        for name, look in CARELESS.items():
            with self.subTest(name):
                self.assertIn("south", [look(text) for text in TEXTS.values()])

    def test_a_token_can_hold_a_text_as_it_is(self) -> None:
        made = roles.token_of('{"alg": "HS256"}', TEXTS["twice"], "k")
        self.assertEqual(roles.read_token(made), ({"alg": "HS256"}, OWN))
        self.assertEqual(roles.token_of('{"alg":"HS256","typ":"JWT"}', '{"a":1}', "k"), roles.token({"a": 1}, "k"))


if __name__ == "__main__":
    unittest.main()
