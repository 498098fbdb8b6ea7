from harness import attempt, exploit_if, solution
from probes import database

PIN = database.secret("pin")
CLAIMED = database.secret("claimed")
COLUMN_COUNTS = range(1, 9)
db = None


def setup():
    global db
    db = database.create("guarded/lost.db", {
        "items": (
            "id INTEGER PRIMARY KEY, station TEXT, category TEXT, description TEXT, claimed INTEGER",
            [
                (1, "Millbrook", "glove", "grey knitted", 0),
                (2, "Millbrook", "glove", CLAIMED, 1),
                (3, "Quayside", "bag", "red", 0),
            ],
        ),
        "staff": ("name TEXT, pin TEXT", [("Nadia", PIN)]),
    })


def search(*words):
    return attempt(solution.find_items, db.path, *words)


def test_an_always_true_condition_shows_no_claimed_item():
    for payload in (
        "x' OR '1'='1", "x' OR 1=1 --", "x'/**/OR/**/'1'='1'/**/--", "x'||'' OR claimed>0 --",
        'x" OR 1=1 --', "x\"' OR 1=1 --", "x'\" OR 1=1 --", "x\\' OR 1=1 --",
    ):
        exploit_if(database.leaks(search(payload), CLAIMED), f"the station {payload!r} shows a claimed item")


def test_the_category_shows_no_claimed_item():
    for payload in (
        "glove' OR '1'='1", "x' OR claimed = 1 --", "x'/**/OR/**/claimed=1/**/--",
        'x" OR claimed = 1 --', "x\"' OR claimed = 1 --", "x'\" OR claimed = 1 --", "x\\' OR claimed = 1 --",
    ):
        found = database.leaks(search("Millbrook", payload), CLAIMED)
        exploit_if(found, f"the category {payload!r} shows a claimed item")


def test_the_station_reads_no_other_table():
    for count in COLUMN_COUNTS:
        payload = "x' UNION SELECT " + ", ".join(["pin"] * count) + " FROM staff --"
        exploit_if(database.leaks(search(payload), PIN), f"the station {payload!r} reads the table staff")


def test_the_category_reads_no_other_table():
    for count in COLUMN_COUNTS:
        payload = "x'/**/UnIoN/**/SeLeCt/**/" + ",".join(["pin"] * count) + "/**/FROM/**/staff--"
        exploit_if(database.leaks(search("Millbrook", payload), PIN), f"the category {payload!r} reads the table staff")


def test_a_condition_about_another_table_does_not_steer_the_answer():
    def shows_the_glove(first_letter):
        word = f"Millbrook' AND (SELECT substr(pin, 1, 1) FROM staff) = '{first_letter}"
        return bool(database.leaks(search(word), "grey knitted"))

    exploit_if(
        shows_the_glove(PIN[0]) and not shows_the_glove("#"),
        "a search has a result only when a guess about the table staff is right",
    )
