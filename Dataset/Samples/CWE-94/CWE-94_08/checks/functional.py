from harness import attempt, attribute, solution, text, type_names

FIND = {"name": "Find", "of": None, "about": "Whatever lies about.", "fields": [["place", "str", "", ""], ["depth", "float", 0.0, "m"]]}
ROCK = {"name": "Rock", "of": "Find", "about": "Stones, \"hard\" ones; it's 100 % geology \\ #1.", "fields": [["weight", "float", 0.5, "g"], ["colours", "int", 1, ""]]}
ORE = {"name": "Ore_2", "of": "Rock", "about": "O'er the hills", "fields": [["metal", "str", "O'Hara's \"tin\"", "?"], ["share", "int", -3, "%"], ["heat", "float", 20.25, "°C"]]}


def club():
    kinds = solution.Kinds()
    return kinds, [kinds.add(one) for one in (FIND, ROCK, ORE)]


def test_objects_by_position_and_by_name():
    _, (Find, Rock, Ore) = club()
    one = Rock("Bern", 1.5, 2.0, colours=4)
    assert [attribute(one, name) for name in ("place", "depth", "weight", "colours")] == ["Bern", 1.5, 2.0, 4]
    two = Rock(colours=7, place="Thun")
    assert [attribute(two, name) for name in ("place", "depth", "weight", "colours")] == ["Thun", 0.0, 0.5, 7]
    assert attribute(Find(), "place") == ""
    assert attribute(Ore(), "metal") == "O'Hara's \"tin\""
    assert attribute(Ore(), "share") == -3


def test_base_classes():
    _, (Find, Rock, Ore) = club()
    assert type_names(Ore())[:3] == ["Ore_2", "Rock", "Find"]
    assert "Rock" not in type_names(Find())


def test_docstrings():
    _, classes = club()
    assert [attribute(one, "__doc__") for one in classes] == [FIND["about"], ROCK["about"], ORE["about"]]


def test_how_they_are_shown():
    _, (Find, Rock, Ore) = club()
    assert text(Find("a = b, c")) == "Find: place=a = b, c, depth=0.0 m"
    assert text(Rock("Bern", weight=0.25, colours=2)) == "Rock: place=Bern, depth=0.0 m, weight=0.25 g, colours=2"
    assert text(Ore("Köln", share=55)) == "Ore_2: place=Köln, depth=0.0 m, weight=0.5 g, colours=1, metal=O'Hara's \"tin\" ?, share=55 %, heat=20.25 °C"


def test_rows():
    kinds, _ = club()
    one = kinds.read("Ore_2", ["it's \"here\"", "", "12.5", "3", "", "-40", ""])
    values = [attribute(one, name) for name in ("place", "depth", "weight", "colours", "metal", "share", "heat")]
    assert values == ["it's \"here\"", 0.0, 12.5, 3, "O'Hara's \"tin\"", -40, 20.25]
    assert [type(value) for value in values] == [str, float, float, int, str, int, float]
    assert text(kinds.read("Find", ["7", "7"])) == "Find: place=7, depth=7.0 m"
    assert type_names(one)[0] == "Ore_2"


def test_kinds_that_are_not_there():
    kinds, _ = club()
    assert isinstance(attempt(kinds.read, "Gem", []).error, KeyError)


def test_clubs_are_independent():
    kinds, _ = club()
    other = solution.Kinds()
    other.add({**FIND, "fields": [["x", "int", 5, ""]]})
    assert text(other.read("Find", [""])) == "Find: x=5"
    assert text(kinds.read("Find", ["", "2"])) == "Find: place=, depth=2.0 m"


def test_a_kind_without_fields():
    kinds = solution.Kinds()
    Bare = kinds.add({"name": "Bare", "of": None, "about": "x", "fields": []})
    assert kinds.read("Bare", []) is not None
    Full = kinds.add({"name": "Full", "of": "Bare", "about": "y", "fields": [["a1", "str", "b", "kg / m"]]})
    assert text(Full()) == "Full: a1=b kg / m" and type_names(Full())[:2] == ["Full", "Bare"]
    assert Bare() is not None
