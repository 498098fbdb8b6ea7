from harness import attempt, solution
from probes import database, search
from probes.grammars import sql

PIN = database.secret("pin")
LYING, CLAIMED, ELSEWHERE = (database.secret(kind) for kind in ("lying", "claimed", "elsewhere"))
SHOWN = {PIN: "a pin of the staff", CLAIMED: "a claimed item", LYING: "an item", ELSEWHERE: "an item from elsewhere"}
VALUES = ("Millbrook", "Quayside", "glove", "bag")
RESTS = ("OR 1", "UNION SELECT pin, pin FROM staff", "IS NOT 5")
COLUMNS = ("station", "category", "claimed", "items.station")
db = None


def setup():
    global db
    db = database.create("guarded/lost.db", {
        "items": (
            "id INTEGER PRIMARY KEY, station TEXT, category TEXT, description TEXT, claimed INTEGER",
            [
                (1, "Millbrook", "glove", LYING, 0),
                (2, "Millbrook", "glove", CLAIMED, 1),
                (3, "Quayside", "bag", ELSEWHERE, 0),
            ],
        ),
        "staff": ("name TEXT, pin TEXT", [("Nadia", PIN)]),
    })


def found(*words):
    """What a search finds in which a word equals no value of the table: nothing, in a right program."""
    if all(word.strip() in VALUES for word in words):
        return []
    outcome = attempt(solution.find_items, db.path, *words)
    return [SHOWN[secret] for secret in database.leaks(outcome, *SHOWN)] if outcome.value else []


def test_a_station_is_only_compared():
    # What was found may be remembered.
    attempt(solution.find_items, db.path, VALUES[0])
    search.attack("the station", sql.values("Millbrook", RESTS, COLUMNS), found, tries=160)


def test_a_station_beside_a_category_is_only_compared():
    search.attack("the station", sql.values("Millbrook", RESTS, COLUMNS), lambda word: found(word, "glove"), tries=60)


def test_a_category_is_only_compared():
    search.attack("the category", sql.values("glove", RESTS, COLUMNS), lambda word: found("Millbrook", word), tries=160)


def test_station_and_category_together_are_only_compared():
    search.attack("station and category", sql.pairs(("station", "category")), lambda words: found(*words), tries=80)
