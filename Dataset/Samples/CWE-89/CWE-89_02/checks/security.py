from harness import attempt, exploit_if, solution
from probes import database

PASSWORD = database.secret("password")
# A number, so that a guess is the same in upper case.
RIGHT = f"(SELECT unicode(password) FROM accounts) = {ord(PASSWORD[0])}"
WRONG = "(SELECT unicode(password) FROM accounts) = 0"


def setup():
    database.create("guarded.db", {
        "batches": (
            "id INTEGER PRIMARY KEY, name TEXT, style TEXT, brewed_on TEXT, litres INTEGER",
            [(number, f"Batch {number}", "ale", f"2024-01-0{number}", 100 * number) for number in range(1, 7)],
        ),
        "accounts": ("name TEXT, password TEXT", [("admin", PASSWORD)]),
    })


def order(sort_by, direction):
    """The ids in the order of the answer; [] for every kind of refusal."""
    outcome = attempt(lambda: solution.BatchLog("guarded.db").batches(sort_by, direction))
    rows = outcome.value if isinstance(outcome.value, list) else []
    return [row["id"] for row in rows if isinstance(row, dict) and "id" in row]


def attack(*templates):
    for sort_by, direction in templates:
        right = order(sort_by.replace("GUESS", RIGHT), direction.replace("GUESS", RIGHT))
        wrong = order(sort_by.replace("GUESS", WRONG), direction.replace("GUESS", WRONG))
        exploit_if(
            right != wrong,
            f"sorting by {sort_by!r} {direction!r} answers a guess about the table accounts: {right} or {wrong}",
        )


def test_an_expression_does_not_steer_the_order():
    attack(
        ("CASE WHEN GUESS THEN id ELSE -id END", "asc"),
        ("(GUESS) * id", "asc"),
        ("name, CASE WHEN GUESS THEN litres ELSE -litres END", "desc"),
        ("id * (CASE WHEN GUESS THEN 1 ELSE -1 END)", "asc"),
    )


def test_a_condition_behind_the_column_does_not_steer_the_order():
    attack(
        ("id LIKE '%' AND NOT GUESS, -id", "asc"),
        ("id IS NULL, CASE WHEN GUESS THEN 1 ELSE -1 END * id", "asc"),
        ("style COLLATE NOCASE, CASE WHEN GUESS THEN id ELSE -id END", "asc"),
    )


def test_the_number_of_rows_tells_nothing():
    attack(
        ("id LIMIT CASE WHEN GUESS THEN 1 ELSE 2 END --", "asc"),
        ("id LIMIT CASE WHEN GUESS THEN 1 ELSE 2 END /*", "asc"),
        ("id", "asc LIMIT CASE WHEN GUESS THEN 1 ELSE 2 END --"),
        ("id", "desc LIMIT CASE WHEN GUESS THEN 1 ELSE 2 END /*"),
    )


def test_the_direction_is_no_expression():
    attack(
        ("style", "asc, CASE WHEN GUESS THEN id ELSE -id END"),
        ("style", "desc, CASE WHEN GUESS THEN id ELSE -id END"),
        ("style", ", (GUESS) * id, id"),
    )


def test_quotes_around_the_column_can_not_be_left():
    attack(
        ("style\", CASE WHEN GUESS THEN id ELSE -id END, \"id", "asc"),
        ("style`, CASE WHEN GUESS THEN id ELSE -id END, `id", "asc"),
        ("style], CASE WHEN GUESS THEN id ELSE -id END, [id", "asc"),
        ("x' || CASE WHEN GUESS THEN id ELSE 9 - id END || '", "asc"),
    )
