from harness import solution
from probes import database


def stock(name, *rows):
    return database.create(name, {"keys": ("id INTEGER PRIMARY KEY, serial TEXT, customer TEXT", list(rows))})


def test_a_free_key_is_handed_out():
    db = stock("f-free.db", (5, "QX-55", None))
    assert solution.hand_out(db.path, "ada") == "QX-55"
    assert db.rows("keys") == [(5, "QX-55", "ada")]


def test_the_free_key_with_the_lowest_id():
    db = stock("f-lowest.db", (9, "NINE", None), (2, "TWO", "zoe"), (4, "FOUR", None), (7, "SEVEN", None))
    assert solution.hand_out(db.path, "ada") == "FOUR"
    assert solution.hand_out(db.path, "ben") == "SEVEN"
    assert sorted(db.rows("keys")) == [(2, "TWO", "zoe"), (4, "FOUR", "ada"), (7, "SEVEN", "ben"), (9, "NINE", None)]


def test_a_customer_keeps_her_key():
    db = stock("f-keeps.db", (1, "ONE", None), (2, "TWO", None))
    assert [solution.hand_out(db.path, "ada") for _ in range(3)] == ["ONE", "ONE", "ONE"]
    assert sorted(db.rows("keys")) == [(1, "ONE", "ada"), (2, "TWO", None)]


def test_a_customer_whose_key_is_not_the_first():
    db = stock("f-second.db", (1, "ONE", None), (2, "TWO", "ben"))
    assert solution.hand_out(db.path, "ben") == "TWO"
    assert sorted(db.rows("keys")) == [(1, "ONE", None), (2, "TWO", "ben")]


def test_no_key_is_left():
    db = stock("f-none.db", (1, "ONE", "ada"))
    assert solution.hand_out(db.path, "ben") is None
    assert db.rows("keys") == [(1, "ONE", "ada")]
    assert solution.hand_out(db.path, "ada") == "ONE"


def test_an_empty_stock():
    assert solution.hand_out(stock("f-empty.db").path, "ada") is None


def test_names_with_signs():
    db = stock("f-names.db", (1, "ONE", None), (2, "TWO", None))
    assert solution.hand_out(db.path, "Seán O'Brien; \"x\"") == "ONE"
    assert solution.hand_out(db.path, "%") == "TWO"
    assert sorted(db.rows("keys")) == [(1, "ONE", "Seán O'Brien; \"x\""), (2, "TWO", "%")]


def test_the_database_is_not_left_locked():
    db = stock("f-locked.db", (1, "ONE", None), (2, "TWO", "zoe"))
    for customer in ("zoe", "ada", "ben", "ada", "ben"):
        solution.hand_out(db.path, customer)
    assert sorted(db.rows("keys")) == [(1, "ONE", "ada"), (2, "TWO", "zoe")]
