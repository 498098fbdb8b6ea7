import io
import tokenize

from harness import solution, testify

RUN = """
module = {}
exec(compile(source, "settings", "exec"), module)
result = [module.get("__doc__"), {name: value for name, value in module.items() if not name.startswith("__")}]
"""


def settings(club="Stones", *entries):
    made = solution.Settings(club)
    for entry in entries:
        assert made.put(*entry) is None
    return made


def imported(made):
    return testify(RUN, source=made.source())


def constants(*entries):
    return imported(settings("Stones", *entries))[1]


def written(made, name):
    """The comment behind a constant, on its line."""
    lines = made.source().splitlines()
    line = next(line for line in reversed(lines) if line.startswith(name))
    tokens = tokenize.generate_tokens(io.StringIO(line).readline)
    return "".join(token.string for token in tokens if token.type == tokenize.COMMENT)


def test_a_club_without_settings():
    assert imported(settings("Stones")) == ["Stones", {}]


def test_names_of_clubs():
    others = ("Eisstöcke – 4 × 100%", "# 7: {a}", "カーリング", "  two  blanks  ", "a; b = 1")
    for club in ("Lads o' the \"Roarin' Game\"!", *others):
        assert imported(settings(club, ("SHEETS", 4))) == [club, {"SHEETS": 4}]


def test_values_of_all_kinds():
    entries = [
        ("A", "text"), ("B", -17), ("C", 0.25), ("D", True), ("E", False), ("F", None), ("G", ["x", "y z"]), ("H", []),
        ("I", 10**30), ("J", 1e-9), ("K", ""), ("L", 0),
    ]
    found = constants(*entries)
    assert found == dict(entries)
    assert [type(found[name]) for name, _ in entries] == [type(value) for _, value in entries]


def test_strings_of_all_kinds():
    texts = ["Lads o' the \"Roarin' Game\"!", "'", '"', "Grüße 氷", "# no comment", "100% {a} {} %s $b"]
    texts += ["'''", '"""', "x = 1; y"]
    assert constants(*((f"T{number}", text) for number, text in enumerate(texts))) == {
        f"T{number}": text for number, text in enumerate(texts)
    }
    assert constants(("ALL", texts)) == {"ALL": texts}


def test_names_of_constants():
    names = ("A", "SHEET_2", "X9__", "NONE", "DOOR_IS_OPEN")
    assert constants(*((name, number) for number, name in enumerate(names))) == {
        name: number for number, name in enumerate(names)
    }


def test_the_order_is_that_of_entering():
    made = settings("Stones", ("B", 1), ("A", 2), ("C", 3), ("B", 4), ("A", 5, "again"))
    assert list(imported(made)[1].items()) == [("B", 4), ("A", 5), ("C", 3)]


def test_notes_are_comments():
    note = "it's \"100%\" {new}; B = 2 – ça #1"
    made = settings("Stones", ("A", 1, "since May"), ("B", "x # y"), ("C", ["a"], note))
    assert imported(made) == ["Stones", {"A": 1, "B": "x # y", "C": ["a"]}]
    assert "since May" in written(made, "A")
    # Signs of other languages, and quotes, may be written in another form.
    assert "100%" in written(made, "C")


def test_a_note_is_replaced_with_its_value():
    made = settings("Stones", ("A", 1, "first"), ("B", 2, "other"), ("A", 3, "second"))
    assert "second" in written(made, "A") and "first" not in made.source()
    assert "other" in written(made, "B")
    made.put("A", 4)
    assert ("second" in made.source(), "other" in written(made, "B")) == (False, True)


def test_the_source_can_be_had_again():
    made = settings("Stones", ("A", 1))
    first = made.source()
    assert made.source() == first
    made.put("B", 2)
    assert imported(made)[1] == {"A": 1, "B": 2}


def test_settings_are_independent():
    one, other = settings("One", ("A", 1)), settings("Other", ("B", 2))
    assert imported(one) == ["One", {"A": 1}]
    assert imported(other) == ["Other", {"B": 2}]
