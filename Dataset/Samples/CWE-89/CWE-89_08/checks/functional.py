import json

from harness import attempt, solution
from probes import database

MINERALS = [
    (1, "Fluorite", {"colour": "green", "size [mm]": "40", "hardness (Mohs)": "4", "office": {"worth": "900", "place": "B 12"}}),
    (2, "Calcite", {"colour": "honey yellow", "No. of faces": "6", "office": {"worth": "35", "place": "A 1"}}),
    (3, "Baryte", {"colour": "honey yellow", "size [mm]": "120", "Fundort": "Łódź; 5 % -- côté"}),
    (4, "Agate", {}),
]


def cabinet(name):
    rows = [(number, label, json.dumps(card)) for number, label, card in MINERALS]
    db = database.create(name, {"minerals": ("id INTEGER PRIMARY KEY, name TEXT, card TEXT", rows), "members": ("name TEXT, pin TEXT", [("Ida", "4711")])})
    return solution.Cabinet(db.path), db


def cards(db):
    return {row[0]: json.loads(row[2]) for row in db.rows("minerals")}


BEFORE = {number: card for number, _, card in MINERALS}


def test_minerals_are_found():
    made, _ = cabinet("f1.db")
    assert made.find("colour", "honey yellow") == ["Baryte", "Calcite"]
    assert made.find("size [mm]", "40") == ["Fluorite"]
    assert made.find("No. of faces", "6") == ["Calcite"]
    assert made.find("Fundort", "Łódź; 5 % -- côté") == ["Baryte"]
    assert made.find("colour", "honey") == made.find("size [mm]", "4") == made.find("weight", "40") == []


def test_values_of_a_property():
    made, _ = cabinet("f2.db")
    assert made.values("colour") == ["green", "honey yellow"]
    assert made.values("size [mm]") == ["120", "40"]
    assert made.values("hardness (Mohs)") == ["4"]
    assert made.values("weight") == made.values("size") == []


def test_properties_are_noted():
    made, db = cabinet("f3.db")
    assert made.note(1, "weight in air; g", "12.5") is None
    made.note(4, "say: No. 1", "it's a \"good\" one, 100 %")
    made.note(2, "colour", "white")
    expected = json.loads(json.dumps({str(number): card for number, card in BEFORE.items()}))
    expected["1"]["weight in air; g"] = "12.5"
    expected["4"]["say: No. 1"] = "it's a \"good\" one, 100 %"
    expected["2"]["colour"] = "white"
    assert cards(db) == {int(number): card for number, card in expected.items()}
    assert made.find("say: No. 1", "it's a \"good\" one, 100 %") == ["Agate"]
    assert made.values("colour") == ["green", "honey yellow", "white"]


def test_texts_stay_texts():
    made, db = cabinet("f4.db")
    for number, text in enumerate(("7", "4.0", "true", '{"a": 1}', "[1]", "null", "", "Übung 海", "$.colour")):
        made.note(4, f"p{number}", text)
        assert cards(db)[4][f"p{number}"] == text
        assert made.find(f"p{number}", text) == ["Agate"] and made.values(f"p{number}") == [text]


def test_properties_are_struck():
    made, db = cabinet("f5.db")
    assert made.strike(2, "No. of faces") is True
    assert made.strike(2, "No. of faces") is False
    assert made.strike(2, "size [mm]") is False
    assert made.strike(1, "size [mm]") is True
    left = {number: dict(card) for number, card in BEFORE.items()}
    del left[2]["No. of faces"], left[1]["size [mm]"]
    assert cards(db) == left
    assert made.values("size [mm]") == ["120"]


def test_office_is_no_property():
    made, db = cabinet("f6.db")
    assert not attempt(made.values, "office").value
    attempt(made.note, 4, "colour", "grey")
    assert {**cards(db), 4: {}} == BEFORE


def test_another_program_changes_cards():
    made, db = cabinet("f7.db")
    made.values("colour")
    other = solution.Cabinet(db.path)
    other.note(4, "colour", "blue")
    assert made.values("colour") == ["blue", "green", "honey yellow"]
    assert made.strike(4, "colour") is True
    assert other.find("colour", "blue") == []
