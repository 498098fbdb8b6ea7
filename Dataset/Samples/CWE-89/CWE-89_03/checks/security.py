import itertools

from harness import attempt, box, solution
from probes import database, search
from probes.grammars import sql
from probes.grammars.ranked import in_turn

TEAMS = "name TEXT PRIMARY KEY, points INTEGER, paid INTEGER"
ANSWERS = "team TEXT, question INTEGER, points INTEGER"
OTHERS = [("Owls", 12, 1), ("Larks", 7, 0)]
RESTS = ("OR 1", ", 9, 1)", "OR paid=0", "OR name<>'Q'")
SECOND_STATEMENTS = ("UPDATE teams SET paid=1", "DELETE FROM teams", "DROP TABLE teams")
# Teams that a careless comparison takes for the Owls.
RESEMBLING = (
    "owls", "Owls ", "Owls\0", "_wls", "\uff2fwls", "x,Owls", "%", "Owls\0x", "*", "Owls,x", "OWLS", " Owls",
    "x|Owls", "Owls;x",
)
# Teams that it takes for each other.
ALIKE = (
    ("Finch", "FINCH"), ("7", "07"), ("Finch", "Finch "), ("x", "_"), ("1", "1.0"), ("Finch", "Finch\0"),
    ("\u00e9", "e\u0301"), ("K", "\u212a"), ("ss", "\u00df"),
)
# Signs that stand between values, and between rows, where rows are one text.
SEPARATORS = (
    "\x1f\x1e", "\x1e\x1f", "\x1e\x1d", "\0\x01", "\t\n", "|\n", ",\n", ":\n", "\0\n", ":,", "=,", "=;", ",;", "|,", "|;",
)
RECORDS = [f"x{one}1{row}Owls{one}50{row}x" for one, row in SEPARATORS]


numbers = itertools.count()


def play(*names):
    """Teams sign up under these names, each answers three questions, and the evening ends. Returns the tables then."""
    # A file of its own for each: a statement that failed may have left the last one locked.
    path = f"attacked-{next(numbers)}.db"
    db = database.create(path, {"teams": (TEAMS, OTHERS), "answers": (ANSWERS, [])})
    for name in names:
        attempt(solution.register_team, db.path, name)
    teams = db.rows("teams")
    newcomers = [team for team, _, _ in teams if team not in ("Owls", "Larks")]
    database.create(path, {
        "teams": (TEAMS, teams),
        "answers": (ANSWERS, [(team, question, 1) for team in newcomers for question in range(3)]),
    })
    attempt(solution.close_evening, db.path)
    tables = db.snapshot()
    box.remove(path)
    return tables


def gained(*names):
    """What teams of these names bring about besides their own points."""
    tables = play(*names)
    if "teams" not in tables or "answers" not in tables:
        return "a table is gone"
    others = [row for row in tables["teams"] if row[0] in ("Owls", "Larks")]
    if sorted(others) != sorted(OTHERS):
        return f"other teams are changed to {others}"
    cheats = [row[1:] for row in tables["teams"] if row not in OTHERS and (row[1] > 3 or row[2])]
    return f"it has given itself points and paid: {cheats}" if cheats else None


def test_a_name_is_only_compared():
    names = sql.values("Owls", RESTS, ("name", "points", "paid", "teams.name"))
    search.attack("the team", in_turn(names, sql.statements(SECOND_STATEMENTS), RESEMBLING, RECORDS), gained, tries=95)


def test_two_names_together_are_only_compared():
    both = in_turn(sql.pairs(("team", "points")), ALIKE, (pair[::-1] for pair in ALIKE))
    search.attack("the teams", both, lambda names: gained(*names), tries=24)
