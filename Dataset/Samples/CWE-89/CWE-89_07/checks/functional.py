from harness import solution
from probes import database

WORDS = [
    ("raven", "Nevermore", "birds", "Halloween"),
    ("heron", "Grey fisher; long legs -- 5", "birds", None),
    ("robin", "Redbreast", "birds", None),
    ("mason", "Wall builder", "trades & crafts", None),
    ("catch-22", "No way out", "books", None),
    ("ab", "Sailor, in short", "sea", None),
    ("melon", "Hot day's fruit", "plants", "Summer"),
    ("lemon", "Sour one", "plants", None),
    ("élan", "Dash", "French", None),
    ("7th", "After the 6th", "numbers; -- odd", None),
]


def store(name):
    db = database.create(name, {
        "words": ("word TEXT PRIMARY KEY, clue TEXT, theme TEXT, puzzle TEXT", WORDS),
        "setters": ("name TEXT, pin TEXT", [("Ida", "4711")]),
    })
    return solution.WordStore(db.path), db


def found(store, *arguments, **named):
    rows = store.find(*arguments, **named)
    assert rows == sorted((row[0], row[1]) for row in WORDS if row[0] in [word for word, _ in rows])
    return [word for word, _ in rows]


def test_words_fit_a_pattern():
    words, _ = store("f1.db")
    assert found(words, "?????") == ["heron", "lemon", "mason", "robin"]
    assert found(words, "??r??") == ["heron"]
    assert found(words, "?e?on") == ["heron", "lemon"]
    assert found(words, "lemon") == ["lemon"]
    assert found(words, "lemo") == found(words, "?lemon") == found(words, "?????????") == []


def test_other_characters_are_themselves():
    words, _ = store("f2.db")
    assert found(words, "?atch-2?") == ["catch-22"]
    assert found(words, "?lan") == ["élan"]
    assert found(words, "é???") == ["élan"]
    assert found(words, "7th") == found(words, "??h") == ["7th"]


def test_words_of_some_themes():
    words, _ = store("f3.db")
    assert found(words, "?????", ["birds", "trades & crafts"]) == ["heron", "mason", "robin"]
    assert found(words, "?????", themes=["plants"]) == ["lemon"]
    assert found(words, "???", ["numbers; -- odd"]) == ["7th"]
    assert found(words, "?????", ["bird", "birds ", "sea"]) == []
    assert found(words, "?????", []) == []


def test_words_that_are_not_wanted():
    words, _ = store("f4.db")
    assert found(words, "?????", without=["heron", "robin", "raven", "rhino"]) == ["lemon", "mason"]
    assert found(words, "?????", ["birds"], ["heron"]) == ["robin"]
    assert found(words, "?????", None, ["hero", "x, y; -- z"]) == ["heron", "lemon", "mason", "robin"]


def test_long_lists():
    words, _ = store("f5.db")
    many = [f"no {number}" for number in range(400)]
    assert found(words, "?????", [*many, "birds"], [*many, "robin"]) == ["heron"]
    assert words.counts([*many[:200], "birds"])["birds"] == 2
    assert words.reserve([*many, "robin"], "Christmas") == 1


def test_free_words_are_counted():
    words, _ = store("f6.db")
    asked = ["birds", "plants", "gardens", "numbers; -- odd"]
    assert words.counts(asked) == {"birds": 2, "plants": 1, "gardens": 0, "numbers; -- odd": 1}
    assert words.counts([]) == {}


def test_words_are_reserved():
    words, db = store("f7.db")
    assert words.reserve(["lemon", "robin", "raven", "rhino"], "Advent; 24 -- No. 1") == 2
    puzzles = {row[0]: row[3] for row in db.rows("words")}
    assert puzzles["lemon"] == puzzles["robin"] == "Advent; 24 -- No. 1"
    assert puzzles == {**{row[0]: row[3] for row in WORDS}, "lemon": puzzles["lemon"], "robin": puzzles["robin"]}
    assert found(words, "?????") == ["heron", "mason"]
    assert words.counts(["birds", "plants"]) == {"birds": 1, "plants": 0}
    assert words.reserve(["lemon"], "Other") == 0
    assert words.reserve([], "Other") == 0
    assert solution.WordStore(db.path).counts(["birds"]) == {"birds": 1}
