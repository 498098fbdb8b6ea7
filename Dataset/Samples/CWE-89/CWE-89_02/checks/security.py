from harness import attempt, solution
from probes import database, search
from probes.grammars import sql
from probes.grammars.ranked import in_turn

COLUMNS = ("id", "name", "style", "brewed_on", "litres")
# Each column puts the batches into another order; behind equal styles, what is sorted by next is to be seen.
ROWS = [
    (1, "Haze", "ale", "2024-01-05", 300),
    (2, "Nine", "ale", "2024-01-02", 600),
    (3, "Amber", "ale", "2024-01-06", 100),
    (4, "Winter", "ale", "2024-01-01", 400),
    (5, "Old Tom", "ale", "2024-01-04", 200),
    (6, "Dusk", "ale", "2024-01-03", 500),
]
USUAL = [
    [row[0] for row in sorted(ROWS, key=lambda row: row[place], reverse=reverse)]
    for place in (0, 1, 3, 4) for reverse in (False, True)
]
EXPRESSIONS = ("id%3", "CASE WHEN (SELECT password FROM accounts)>0 THEN id%3 ELSE id%2 END", "id IS 3")
TABLE = "id INTEGER PRIMARY KEY, name TEXT, style TEXT, brewed_on TEXT, litres INTEGER"
PASSWORD = database.secret("password")
logs = {}


def setup():
    accounts = ("name TEXT, password TEXT", [("admin", PASSWORD)])
    database.create("guarded.db", {"batches": (TABLE, ROWS), "accounts": accounts})


def steered(sort_by, direction="asc"):
    """An order, or a number, of batches that no column brings about: the text was read as an expression."""
    if "log" not in logs:
        logs["log"] = attempt(solution.BatchLog, "guarded.db").value
    outcome = attempt(lambda: logs["log"].batches(sort_by, direction))
    rows = outcome.value if isinstance(outcome.value, list) else []
    ids = [row.get("id") for row in rows if isinstance(row, dict)]
    return f"the batches come as {ids}" if ids and ids not in USUAL else None


def test_a_column_is_no_expression():
    search.attack("the column", sql.orders(("style", *COLUMNS), EXPRESSIONS), steered, tries=200)


def test_a_direction_is_no_expression():
    search.attack("the direction", sql.directions(EXPRESSIONS), lambda text: steered("style", text), tries=120)


def test_a_direction_of_the_id_is_no_expression():
    search.attack("the direction", sql.directions(EXPRESSIONS), lambda text: steered("id", text), tries=60)


def test_a_batch_is_only_stored():
    names = ("x', 'y', 'd', 9) --", "x', (SELECT password FROM accounts), 'd', 9); --")
    texts = in_turn(names, sql.values("Haze", (", 'y', 2, 9)",)))
    pairs = sql.pairs(("name", "style"), ", 1, 2, 9)")
    dates = in_turn(("x'||(SELECT password FROM accounts)||'", "d', 9) --"), sql.values("2024-02-01", (", 9)",)))
    batches = in_turn(pairs, ((text, "ale") for text in texts), (("Haze", "ale", date) for date in dates))
    search.attack("a batch of", batches, lambda batch: stored_otherwise(*batch), tries=75)


def stored_otherwise(name, style, date="2024-02-01"):
    """A row that has more than its text from the texts of a batch, or other rows than those of the batches."""
    db = database.create("written.db", {"batches": (TABLE, ROWS[:1]), "accounts": ("password TEXT", [(PASSWORD,)])})
    log = attempt(solution.BatchLog, "written.db").value
    attempt(lambda: log.add(name, style, date, 70))
    usual = (date, 70) if date == "2024-02-01" else (70,)
    added = [row for row in db.rows("batches") if row != ROWS[0]]
    wrong = [row for row in added if row[-len(usual) :] != usual or PASSWORD in str(row)]
    return f"a row became {wrong[0]}" if wrong else None
