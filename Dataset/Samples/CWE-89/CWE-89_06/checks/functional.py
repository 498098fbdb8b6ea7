import csv
import io
import itertools

from harness import solution
from probes import database

MEMBERS = "name TEXT, pin TEXT"
CATCHES = "id INTEGER PRIMARY KEY, member TEXT, species TEXT, lake TEXT, day TEXT, grams INTEGER, note TEXT"
ODD = 'Ann\'s bay, "the deep end"; -- 100 %\n2nd line'
numbers = itertools.count()


def club(*catches):
    tables = {"members": (MEMBERS, [("Ada", "1")]), "catches": (CATCHES, catches)}
    return database.create(f"club-{next(numbers)}.db", tables)


def listed(*rows):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def exported(db, member, columns):
    text = solution.export_catches(db.path, member, columns)
    return [row for row in csv.reader(io.StringIO(text, newline="")) if row]


def test_a_list_is_stored():
    db = club()
    pike, eel = ("pike", "Mill pond", "2031-05-02", 2300), ("eel", "Weir", "x", 7)
    text = listed(("species", "lake", "day", "grams"), pike, eel)
    assert solution.import_catches(db.path, "Ada", text) == 2
    assert db.rows("catches") == [
        (1, "Ada", "pike", "Mill pond", "2031-05-02", 2300, None), (2, "Ada", "eel", "Weir", "x", 7, None)]


def test_columns_come_in_any_order_and_may_be_missing():
    db = club((4, "Bob", "roach", "Weir", "d", 90, "ok"))
    assert solution.import_catches(db.path, "Ada", listed(("grams", "species"), (410, "perch"))) == 1
    assert solution.import_catches(db.path, "Ada", listed(("day",), ("Monday",), ("Friday",))) == 2
    assert db.rows("catches") == [
        (4, "Bob", "roach", "Weir", "d", 90, "ok"), (5, "Ada", "perch", None, None, 410, None),
        (6, "Ada", None, None, "Monday", None, None), (7, "Ada", None, None, "Friday", None, None)]


def test_fields_are_stored_as_they_are():
    db = club()
    text = listed(("lake", "species"), (ODD, "note"), ("d", "Zährte"))
    assert solution.import_catches(db.path, "O'Neill", text) == 2
    assert [row[1:4] for row in db.rows("catches")] == [("O'Neill", "note", ODD), ("O'Neill", "Zährte", "d")]


def test_a_list_without_catches():
    db = club()
    assert solution.import_catches(db.path, "Ada", "species,grams\n") == 0
    assert db.rows("catches") == []


def test_the_own_catches_are_given_out():
    db = club((1, "Ada", "pike", "Weir", "d1", 2300, "n"), (2, "Bob", "eel", "Weir", "d2", 5, None),
        (3, "Ada", "roach", ODD, "d3", None, None))
    assert exported(db, "Ada", ["grams", "species"]) == [["grams", "species"], ["2300", "pike"], ["", "roach"]]
    assert exported(db, "Ada", ["lake"]) == [["lake"], ["Weir"], [ODD]]
    assert exported(db, "Bob", ["day", "grams", "species", "lake"]) == [
        ["day", "grams", "species", "lake"], ["d2", "5", "eel", "Weir"]]


def test_who_has_caught_nothing_gets_the_names_only():
    db = club((1, "Ada", "pike", "Weir", "d1", 2300, "n"))
    assert exported(db, "Ad", ["lake", "day"]) == [["lake", "day"]]


def test_what_was_stored_is_given_out():
    db = club()
    solution.import_catches(db.path, "O'Neill", listed(("species", "lake"), ("pike", ODD), ("eel", "Weir")))
    assert exported(db, "O'Neill", ["species", "lake"]) == [["species", "lake"], ["pike", ODD], ["eel", "Weir"]]
