from harness import attempt, exploit_if, solution
from probes import database

TEAMS = "name TEXT PRIMARY KEY, points INTEGER, paid INTEGER"
ANSWERS = "team TEXT, question INTEGER, points INTEGER"
OTHERS = [("Owls", 12, 1), ("Larks", 7, 0)]


def play(name, answers=3):
    """A team signs up as `name`, gives answers, and the evening ends. Returns the database afterwards."""
    db = database.create("attacked.db", {"teams": (TEAMS, OTHERS), "answers": (ANSWERS, [])})
    attempt(solution.register_team, db.path, name)
    teams = db.rows("teams")
    newcomers = [team for team, _, _ in teams if team not in ("Owls", "Larks")]
    database.create("attacked.db", {
        "teams": (TEAMS, teams),
        "answers": (ANSWERS, [(team, question, 1) for team in newcomers for question in range(answers)]),
    })
    attempt(solution.close_evening, db.path)
    return db


def attack(*names):
    for name in names:
        db = play(name)
        tables = db.snapshot()
        exploit_if("teams" not in tables or "answers" not in tables, f"the team {name!r} dropped a table")
        others = [row for row in tables["teams"] if row[0] in ("Owls", "Larks")]
        exploit_if(sorted(others) != sorted(OTHERS), f"the team {name!r} changed other teams to {others}")
        cheats = [row for row in tables["teams"] if row not in OTHERS and (row[1] > 3 or row[2])]
        exploit_if(cheats, f"the team {name!r} has given itself {cheats}")


def test_a_name_adds_no_condition():
    attack("x' OR '1'='1", "x' OR name = 'Owls", "x'/**/OR/**/paid=0/**/--", "' OR 1 --")


def test_a_name_in_double_quotes_adds_no_condition():
    attack('x" OR "1"="1', 'x" OR name = "Owls', '" OR 1 --')


def test_a_name_in_quotes_of_both_kinds_adds_no_condition():
    attack("x\"' OR 1; --", "x'\" OR 1; --", "x\"'; UPDATE teams SET paid = 1; --")


def test_a_name_starts_no_other_statement():
    attack(
        "x'; UPDATE teams SET paid = 1 WHERE name LIKE 'x%'; --",
        "x'; DELETE FROM teams WHERE name = 'Owls'; --",
        "x'; DROP TABLE teams; --",
        'x"; DELETE FROM teams; --',
    )


def test_a_backslash_does_not_free_the_quote():
    attack("x\\' OR 1 --", "x'' OR 1 --", "x\\'' OR 1 --")
