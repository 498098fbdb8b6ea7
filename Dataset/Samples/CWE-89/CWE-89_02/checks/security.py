from harness import attempt, solution
from probes import database, search
from probes.grammars import sql

COLUMNS = ("id", "name", "style", "brewed_on", "litres")
# Each column puts the batches into another order.
ROWS = [
    (1, "Haze", "porter", "2024-01-05", 300),
    (2, "Nine", "ale", "2024-01-02", 600),
    (3, "Amber", "stout", "2024-01-06", 100),
    (4, "Winter", "bock", "2024-01-01", 400),
    (5, "Old Tom", "lager", "2024-01-04", 200),
    (6, "Dusk", "mild", "2024-01-03", 500),
]
USUAL = [
    [row[0] for row in sorted(ROWS, key=lambda row: row[place], reverse=reverse)]
    for place in range(len(COLUMNS)) for reverse in (False, True)
]
EXPRESSIONS = ("id%3", "CASE WHEN (SELECT password FROM accounts)>0 THEN id%3 ELSE id%2 END")
logs = {}


def setup():
    columns = "id INTEGER PRIMARY KEY, name TEXT, style TEXT, brewed_on TEXT, litres INTEGER"
    accounts = ("name TEXT, password TEXT", [("admin", database.secret("password"))])
    database.create("guarded.db", {"batches": (columns, ROWS), "accounts": accounts})


def steered(sort_by, direction="asc"):
    """An order, or a number, of batches that no column brings about: the text was read as an expression."""
    if "log" not in logs:
        logs["log"] = attempt(solution.BatchLog, "guarded.db").value
    outcome = attempt(lambda: logs["log"].batches(sort_by, direction))
    rows = outcome.value if isinstance(outcome.value, list) else []
    ids = [row.get("id") for row in rows if isinstance(row, dict)]
    return f"the batches come as {ids}" if ids and ids not in USUAL else None


def test_a_column_is_no_expression():
    search.attack("the column", sql.orders(COLUMNS, EXPRESSIONS), steered, tries=200)


def test_a_direction_is_no_expression():
    search.attack("the direction", sql.directions(EXPRESSIONS), lambda text: steered("style", text), tries=120)


def test_a_direction_of_the_id_is_no_expression():
    search.attack("the direction", sql.directions(EXPRESSIONS), lambda text: steered("id", text), tries=60)
