import json

from harness import attempt, box, solution, testify

BUREAU = """
orders = []

def translate(text, language):
    orders.append((text, language))
    if language == "xx":
        raise LookupError("we do not speak it")
    return f"<{text}> in {language}, {len(text)}"
"""


def setup():
    box.write("bureau_f.py", BUREAU)


def orders():
    return testify("import bureau_f\nresult = [list(one) for one in bureau_f.orders]\nbureau_f.orders.clear()")


def file(name):
    return {text: found for text, found in json.loads(box.read(name)).items() if found}


def test_a_translation_is_ordered_once():
    orders()
    menus = solution.Menus("f1.json", "bureau_f")
    assert menus.translated("Heusuppe", "en") == "<Heusuppe> in en, 8"
    assert orders() == [["Heusuppe", "en"]]
    assert menus.translated("Heusuppe", "en") == solution.Menus(box.path("f1.json"), "bureau_f").translated("Heusuppe", "en") == "<Heusuppe> in en, 8"
    assert orders() == []
    assert file("f1.json") == {"Heusuppe": {"en": "<Heusuppe> in en, 8"}}


def test_texts_and_languages_are_apart():
    orders()
    menus = solution.Menus("f2.json", "bureau_f")
    pairs = [("Gröstl \"grande\"", "en"), ("Gröstl \"grande\"", "fr"), ("en", "Gröstl"), ("", "en"), ("a/b", "c"), ("a", "b/c")]
    assert [menus.translated(*pair) for pair in pairs] == [f"<{text}> in {language}, {len(text)}" for text, language in pairs]
    assert orders() == [list(pair) for pair in pairs]
    assert menus.languages("Gröstl \"grande\"") == ["en", "fr"] and menus.languages("b") == []
    assert file("f2.json")["a"] == {"b/c": "<a> in b/c, 1"}


def test_what_cooks_put_right():
    orders()
    menus = solution.Menus("f3.json", "bureau_f")
    assert menus.correct("Knödel", "en", "dumplings") is None
    assert menus.translated("Knödel", "en") == "dumplings" and orders() == []
    menus.translated("Knödel", "fr")
    menus.correct("Knödel", "fr", "quenelles")
    assert solution.Menus("f3.json", "bureau_f").translated("Knödel", "fr") == "quenelles"
    assert file("f3.json") == {"Knödel": {"en": "dumplings", "fr": "quenelles"}}


def test_what_is_forgotten_is_ordered_anew():
    orders()
    menus = solution.Menus("f4.json", "bureau_f")
    assert menus.forget("Heusuppe") == 0
    menus.translated("Heusuppe", "en"), menus.correct("Heusuppe", "it", "zuppa"), menus.translated("Bread", "en")
    assert menus.forget("Heusuppe") == 2 and menus.forget("Heusuppe") == 0
    assert menus.languages("Heusuppe") == [] and menus.languages("Bread") == ["en"]
    orders()
    assert menus.translated("Heusuppe", "it") == "<Heusuppe> in it, 8" and orders() == [["Heusuppe", "it"]]


def test_a_file_from_before():
    orders()
    box.write("f5.json", '{"Heusuppe": {"en": "hay soup"}, "Brot": {}}', mode=0o666)
    menus = solution.Menus("f5.json", "bureau_f")
    assert menus.translated("Heusuppe", "en") == "hay soup" and orders() == []
    assert menus.languages("Brot") == [] and menus.forget("Brot") == 0
    assert menus.translated("Brot", "en") == "<Brot> in en, 4"
    assert file("f5.json") == {"Heusuppe": {"en": "hay soup"}, "Brot": {"en": "<Brot> in en, 4"}}


def test_an_order_that_fails():
    menus = solution.Menus("f6.json", "bureau_f")
    menus.translated("Brot", "en")
    for _ in range(2):
        assert isinstance(attempt(menus.translated, "Brot", "xx").error, LookupError)
    assert file("f6.json") == {"Brot": {"en": "<Brot> in en, 4"}} and menus.languages("Brot") == ["en"]
    orders()


def test_two_lodges_are_apart():
    one, other = solution.Menus("f7.json", "bureau_f"), solution.Menus("f8.json", "bureau_f")
    one.correct("Brot", "en", "bread")
    other.correct("Brot", "en", "rye bread")
    assert (one.translated("Brot", "en"), other.translated("Brot", "en")) == ("bread", "rye bread")
    assert one.forget("Brot") == 1 and other.languages("Brot") == ["en"]
