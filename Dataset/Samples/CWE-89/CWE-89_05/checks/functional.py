from harness import solution
from probes import database

LABELS = "title TEXT, year INTEGER"
ROWS = [("Tower", 1936), ("Ark", 1901), ("Bridge", 1936)]
NAMES = (
    *("Ann's birds: 1900 - 1938", "50% off; select", "Zündhölzer (groß)", "drop table members -- or not?"),
    *("  a  b ", "7", "from", "_x%"),
)


def club(name, **collections):
    tables = {"coll_" + key.replace("_", " "): (LABELS, rows) for key, rows in collections.items()}
    db = database.create(f"{name}.db", {"members": ("name TEXT, pin TEXT", [("Ada", "4711")]), **tables})
    return solution.Collections(db.path), db


def test_labels_by_year_and_title():
    collections, _ = club("labels", Ships=ROWS, Empty=[])
    assert collections.labels("Ships") == [("Ark", 1901), ("Bridge", 1936), ("Tower", 1936)]
    assert collections.labels("Empty") == []


def test_a_new_collection():
    collections, db = club("new", Ships=ROWS)
    assert collections.create("Planes") is None
    assert db.rows("coll_Planes") == []
    assert collections.add("Planes", "Kite", 1910) is None
    assert db.rows("coll_Planes") == [("Kite", 1910)]
    assert sorted(db.rows("coll_Ships")) == sorted(ROWS)


def test_the_columns():
    collections, db = club("columns")
    collections.create("Planes")
    columns = db.query("PRAGMA table_info('coll_Planes')")
    assert [column[1:3] for column in columns] == [("title", "TEXT"), ("year", "INTEGER")]


def test_names_of_all_kinds():
    collections, db = club("names")
    for year, name in enumerate(NAMES):
        collections.create(name)
        collections.add(name, "one", year)
    assert {f"coll_{name}" for name in NAMES} | {"members"} == set(db.snapshot())
    assert [collections.labels(name) for name in NAMES] == [[("one", year)] for year in range(len(NAMES))]
    assert collections.count() == dict.fromkeys(NAMES, 1)


def test_titles_of_all_kinds():
    collections, _ = club("titles", Ships=[])
    titles = ["'Ark'", "\"Ark\"", "x'); --", "Größe; 5%", ""]
    for title in titles:
        collections.add("Ships", title, 1900)
    assert collections.labels("Ships") == [(title, 1900) for title in sorted(titles)]


def test_counting():
    collections, _ = club("counts", Ships=ROWS, Empty=[], Two_words=ROWS[:1])
    assert collections.count() == {"Ships": 3, "Empty": 0, "Two words": 1}
    assert club("none")[0].count() == {}


def test_renaming():
    collections, db = club("renamed", Ships=ROWS)
    for old, new in zip(("Ships", *NAMES), NAMES):
        assert collections.rename(old, new) is None
        assert sorted(db.snapshot()) == sorted(["members", f"coll_{new}"])
    assert sorted(collections.labels(NAMES[-1])) == sorted(ROWS)


def test_removing():
    collections, db = club("removed", Ships=ROWS, Planes=ROWS)
    assert collections.remove("Ships") is None
    assert sorted(db.snapshot()) == ["coll_Planes", "members"]
    for name in NAMES:
        collections.create(name)
        collections.remove(name)
    assert sorted(db.snapshot()) == ["coll_Planes", "members"]


def test_other_objects_see_it_at_once():
    one, db = club("shared", Ships=[])
    other = solution.Collections(db.path)
    one.add("Ships", "Ark", 1901)
    assert other.labels("Ships") == [("Ark", 1901)]
    other.create("Planes")
    one.add("Planes", "Kite", 1910)
    other.rename("Planes", "Kites")
    assert one.count() == {"Ships": 1, "Kites": 1}
    one.remove("Ships")
    assert other.count() == {"Kites": 1}
