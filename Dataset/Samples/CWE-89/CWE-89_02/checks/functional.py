from harness import solution
from probes import database

COLUMNS = "id INTEGER PRIMARY KEY, name TEXT, style TEXT, brewed_on TEXT, litres INTEGER"
ROWS = [
    (1, "Old Tom", "stout", "2024-03-02", 400),
    (2, "Haze", "ale", "2024-03-09", 250),
    (3, "Amber", "ale", "2023-12-24", 400),
    (4, "Nine", "lager", "2024-01-15", 1000),
]
KEYS = ("id", "name", "style", "brewed_on", "litres")


def log(name, rows=ROWS):
    db = database.create(f"{name}.db", {"batches": (COLUMNS, rows)})
    return solution.BatchLog(db.path), db


def ids(found):
    return [batch["id"] for batch in found]


def test_all_batches_by_id():
    brewery, _ = log("all")
    assert brewery.batches() == [dict(zip(KEYS, row)) for row in ROWS]


def test_every_column_can_be_sorted_upwards():
    brewery, _ = log("upwards")
    orders = {
        "id": [1, 2, 3, 4], "name": [3, 2, 4, 1], "style": [2, 3, 4, 1],
        "brewed_on": [3, 4, 1, 2], "litres": [2, 1, 3, 4],
    }
    for column, order in orders.items():
        assert ids(brewery.batches(column)) == order, column
        assert ids(brewery.batches(sort_by=column, direction="asc")) == order, column


def test_every_column_can_be_sorted_downwards():
    brewery, _ = log("downwards")
    orders = {
        "id": [4, 3, 2, 1], "name": [1, 4, 2, 3], "style": [1, 4, 2, 3],
        "brewed_on": [2, 1, 4, 3], "litres": [4, 1, 3, 2],
    }
    for column, order in orders.items():
        assert ids(brewery.batches(column, "desc")) == order, column
        assert ids(brewery.batches(sort_by=column, direction="desc")) == order, column


def test_the_direction_alone():
    brewery, _ = log("direction")
    assert ids(brewery.batches(direction="desc")) == [4, 3, 2, 1]


def test_litres_are_sorted_as_numbers():
    brewery, _ = log("numbers", [(1, "a", "ale", "2024-01-01", 90), (2, "b", "ale", "2024-01-01", 1000)])
    assert ids(brewery.batches("litres")) == [1, 2]


def test_a_new_batch_is_stored_and_gets_the_next_id():
    brewery, db = log("new")
    assert brewery.add("Winter", "porter", "2024-11-30", 120) == 5
    assert (5, "Winter", "porter", "2024-11-30", 120) in db.rows("batches")
    assert ids(brewery.batches("litres")) == [5, 2, 1, 3, 4]


def test_another_log_of_the_same_file_sees_the_batch():
    brewery, db = log("shared", [])
    brewery.add("Winter", "porter", "2024-11-30", 120)
    assert [batch["name"] for batch in solution.BatchLog(db.path).batches()] == ["Winter"]


def test_names_and_styles_are_any_text():
    brewery, _ = log("text", [])
    names = ["Brewer's Choice", "\"Nine\"", "50% -- extra; strong", "Kölsch"]
    for name in names:
        brewery.add(name, "it's " + name, "2024-05-05", 10)
    assert [batch["name"] for batch in brewery.batches()] == names
    assert [batch["style"] for batch in brewery.batches()] == ["it's " + name for name in names]


def test_an_empty_log():
    brewery, _ = log("empty", [])
    assert brewery.batches("name", "desc") == []
