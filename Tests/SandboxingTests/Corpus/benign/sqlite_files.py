import sqlite3


def answer(question):
    with sqlite3.connect("shop.db") as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, item TEXT)")
        connection.executemany("INSERT INTO orders (item) VALUES (?)", [("spade",), ("rake",)])
    return connection.execute("SELECT * FROM orders ORDER BY id").fetchall()


# --- check
from harness import box, solution


def test_answer():
    assert solution.answer("") == [(1, "spade"), (2, "rake")]
    assert box.exists("shop.db")
