import itertools
import json
import re
import sqlite3
import unittest

import fakes  # noqa: F401

from probes import search
from probes.grammars import json_paths

SECRET = "4711-secret"
CARDS = [
    {"colour": "blue", "hardness [Mohs]": "7", "office": {"worth": SECRET, "keeper": "Ida"}},
    {"colour": "green", "No. of faces": "8", "office": {"worth": SECRET, "keeper": "Tom"}, "notes": {"worth": "x"}},
]
TRIES = 200


def connection():
    made = sqlite3.connect(":memory:")
    made.execute("CREATE TABLE minerals (name TEXT, card TEXT)")
    made.execute("CREATE TABLE members (pin TEXT)")
    made.execute("INSERT INTO members VALUES (?)", [SECRET])
    made.executemany("INSERT INTO minerals VALUES ('m', ?)", [[json.dumps(card)] for card in CARDS])
    return made


DB = connection()


def sql(statement, *of, guard=lambda name: name != "office"):
    """All values of a property, by a statement with {} for it, or with parameters."""

    def values(name):
        if not guard(name):
            return []
        return [row[0] for row in DB.execute(statement.replace("{}", name), [one.replace("{}", name) for one in of])]

    return values


def python(look, guard=lambda name: name != "office"):
    return lambda name: [look(card, name) for card in CARDS] if guard(name) else []


def walked(card, name, by="."):
    for step in name.split(by):
        card = card[step]
    return card


def deep(card, name):
    if isinstance(card, dict):
        return card.get(name) or [deep(part, name) for part in card.values()]
    return None


def literal(name):
    return re.fullmatch(r"[\w .\[\]]+", name) and name != "office"


GAPS = {
    "plain path": sql("SELECT json_extract(card, '$.{}') FROM minerals"),
    "plain path as parameter": sql("SELECT json_extract(card, ?) FROM minerals", "$.{}"),
    "joined in SQL": sql("SELECT json_extract(card, '$.' || ?) FROM minerals", "{}"),
    "quoted path": sql("SELECT json_extract(card, '$.\"{}\"') FROM minerals"),
    "quoted path as parameter": sql("SELECT json_extract(card, ?) FROM minerals", '$."{}"'),
    "quoted, apostrophes doubled": lambda name: sql("SELECT json_extract(card, '$.\"{}\"') FROM minerals")(name.replace("'", "''")),
    "operator": sql("SELECT card ->> ? FROM minerals", "{}"),
    "operator with text": sql("SELECT card ->> '{}' FROM minerals"),
    "operator, no dollar first": sql("SELECT card ->> '{}' FROM minerals", guard=lambda name: name[:1] != "$" and name != "office"),
    "operator, no office": sql("SELECT card ->> ? FROM minerals", "{}", guard=lambda name: "office" not in name),
    "all depths": sql("SELECT value FROM minerals, json_tree(card) WHERE key = ?", "{}"),
    "full key": sql("SELECT value FROM minerals, json_tree(card) WHERE fullkey = ?", "$.{}"),
    "key by LIKE": sql("SELECT value FROM minerals, json_each(card) WHERE key LIKE ?", "{}"),
    "key by GLOB": sql("SELECT value FROM minerals, json_each(card) WHERE key GLOB ?", "{}"),
    "key in text": sql("SELECT value FROM minerals, json_each(card) WHERE key = '{}'"),
    "office with capitals": sql("SELECT value FROM minerals, json_each(card) WHERE key = ? COLLATE NOCASE", "{}"),
    "office with blanks": sql("SELECT value FROM minerals, json_each(card) WHERE trim(key) = trim(?)", "{}"),
    "office asked for": sql("SELECT value FROM minerals, json_each(card) WHERE key = ?", "{}", guard=lambda name: True),
    "no dot behind office": sql("SELECT json_extract(card, ?) FROM minerals", '$."{}"', guard=lambda name: not name.startswith("office.") and name != "office"),
    "allowed signs": sql("SELECT json_extract(card, ?) FROM minerals", "$.{}", guard=literal),
    "steps in Python": python(walked),
    "steps by slashes": python(lambda card, name: walked(card, name, "/")),
    "steps by colons": python(lambda card, name: walked(card, name, ":")),
    "steps by two underscores": python(lambda card, name: walked(card, name, "__")),
    "deep in Python": python(deep),
    "stripped in Python": python(lambda card, name: card.get(name.strip())),
    "folded in Python": python(lambda card, name: {key.lower(): part for key, part in card.items()}.get(name.lower())),
    "beginning of a key": python(lambda card, name: [part for key, part in card.items() if key.startswith(name)]),
    "pattern of the text": python(lambda card, name: re.findall(rf'"{name}": "([^"]*)"', json.dumps(card))),
}
SOUND = {
    "each": sql("SELECT value FROM minerals, json_each(card) WHERE key = ? AND key <> 'office'", "{}"),
    "Python": python(lambda card, name: card.get(name)),
    "signs refused": sql("SELECT json_extract(card, ?) FROM minerals", '$."{}"', guard=lambda name: re.fullmatch(r"[\w .\[\]]+", name) and name != "office"),
    "strings only": python(lambda card, name: card.get(name) if isinstance(card.get(name), str) else None, guard=lambda name: True),
    "texts of each": sql("SELECT value FROM minerals, json_each(card) WHERE key = ? AND type = 'text'", "{}"),
    "nothing": lambda name: [],
}


def found(values):
    def effect(name):
        try:
            return SECRET in json.dumps(values(name))
        except Exception:
            return False

    rests = ("UNION SELECT pin FROM members", "OR 1")
    return search.first(json_paths.properties("colour", "office", ("worth", "keeper"), rests), effect, TRIES)


class JsonPaths(unittest.TestCase):
    def test_it_finds_planted_gaps(self) -> None:
        self.assertEqual([name for name, values in GAPS.items() if not found(values)], [])
        self.assertGreaterEqual(len(GAPS), 20)

    def test_it_raises_no_alarm(self) -> None:
        self.assertEqual({name: one for name, values in SOUND.items() if (one := found(values))}, {})

    def test_it_is_the_same_in_every_run(self) -> None:
        made = [list(itertools.islice(json_paths.properties("colour", "office", ("worth",), ("OR 1",)), 200)) for _ in range(2)]
        self.assertEqual(made[0], made[1])

    def test_no_property_is_among_them(self) -> None:
        self.assertNotIn("colour", json_paths.properties("colour", "office", ("worth",), ("OR 1",)))


if __name__ == "__main__":
    unittest.main()
