from harness import box, solution
from probes import database

COLUMNS = "id INTEGER PRIMARY KEY, station TEXT, category TEXT, description TEXT, claimed INTEGER"
ROWS = [
    (14, "Millbrook", "glove", "left, grey wool", 0),
    (3, "Millbrook", "book", "atlas of birds", 0),
    (8, "Millbrook", "glove", "child's, blue", 0),
    (9, "Millbrook", "glove", "leather pair", 1),
    (5, "Mill", "glove", "thin", 0),
    (6, "Salt -- Lake; Junction", "key ring", "three keys", 0),
    (7, "Select & Union Square", "key ring", "one key", 0),
    (11, "Ashford (north)", "key or badge", "round badge", 0),
    (12, "Ashford (north)", "100% wool hat", "knitted", 0),
]
db = None


def setup():
    global db
    db = database.create("desk/lost.db", {"items": (COLUMNS, ROWS)})


def test_unclaimed_items_of_a_station_in_order_of_id():
    assert solution.find_items(db.path, "Millbrook") == [
        (3, "atlas of birds"), (8, "child's, blue"), (14, "left, grey wool")
    ]


def test_only_the_given_category():
    assert solution.find_items(db.path, "Millbrook", "glove") == [(8, "child's, blue"), (14, "left, grey wool")]


def test_the_category_may_be_named():
    assert solution.find_items(db.path, "Millbrook", category="book") == [(3, "atlas of birds")]


def test_a_station_matches_as_a_whole():
    assert solution.find_items(db.path, "Mill") == [(5, "thin")]


def test_nothing_matches():
    assert solution.find_items(db.path, "Elsewhere") == []
    assert solution.find_items(db.path, "Mill", "book") == []


def test_a_station_may_contain_dashes_and_a_semicolon():
    assert solution.find_items(db.path, "Salt -- Lake; Junction", "key ring") == [(6, "three keys")]


def test_words_may_look_like_keywords():
    assert solution.find_items(db.path, "Select & Union Square") == [(7, "one key")]
    assert solution.find_items(db.path, "Ashford (north)", "key or badge") == [(11, "round badge")]


def test_a_percent_sign_is_an_ordinary_character():
    assert solution.find_items(db.path, "Ashford (north)", "100% wool hat") == [(12, "knitted")]


def test_the_database_stays_as_it_is():
    before = db.snapshot()
    names = box.names("desk")
    solution.find_items(db.path, "Millbrook", "glove")
    assert db.changes(before) == []
    assert box.names("desk") == names
