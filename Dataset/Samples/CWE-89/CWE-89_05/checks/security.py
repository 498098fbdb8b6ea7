import itertools

from harness import attempt, solution
from probes import database, search
from probes.grammars import sql

PIN = database.secret("pin")
LABELS = "title TEXT, year INTEGER"
SHIPS = [("Ark Royal", 1901), ("Tower Bridge", 1936)]
#: What an attacker puts behind a name, by the kind of statement in which it stands.
READ = (" UNION SELECT name, pin FROM members", " WHERE 0 UNION SELECT pin, 1 FROM members")
MADE = (" AS SELECT name AS title, pin AS year FROM members", " AS SELECT * FROM members")
WRITTEN = (" SELECT name, pin FROM members WHERE ? IS NOT ?", "(title, year) SELECT pin, ? FROM members WHERE ? <> 0")
FURTHER = ("; DROP TABLE members", "; UPDATE members SET pin = 1", "; DELETE FROM coll_Ships")
#: One row, and that is the pin: counts are read one by one.
COUNTED = (
    " UNION SELECT pin FROM members ORDER BY 1 DESC LIMIT 1",
    " WHERE 0 GROUP BY title UNION SELECT pin FROM members",
)
numbers = itertools.count()


def club():
    """A file with the ships of somebody else, and an object for it."""
    db = database.create(f"club-{next(numbers)}.db", {
        "members": ("name TEXT, pin TEXT", [("Ada", PIN)]),
        "coll_Ships": (LABELS, SHIPS),
        "coll_x": (LABELS, []),
        "coll_y": (LABELS, [("own", 1)]),
    })
    return attempt(solution.Collections, db.path).value, db


def changed(db, outcomes):
    """What is shown or changed that has nothing to do with the collections of this member."""
    if database.leaks(outcomes, PIN):
        return "a pin is shown"
    if database.leaks([outcome.value for outcome in outcomes], "Tower Bridge"):
        return "the collection of somebody else is shown"
    tables = db.snapshot()
    if tables.get("members") != [("Ada", PIN)]:
        return "the members are changed"
    if sorted(tables.get("coll_Ships", [])) != SHIPS:
        return "the collection of somebody else is changed"
    others = [rows for table, rows in tables.items() if table != "members"]
    return "the pins are in a collection" if database.leaks(others, PIN) else None


def attack(what, candidates, calls, tries):
    """`calls(text)` are methods with arguments for a hostile text, in this order."""

    def begin():
        collections, db = club()
        outcomes = []

        def use(text):
            if text.casefold() == "ships":
                return
            outcomes.extend(attempt(getattr(collections, method), *arguments) for method, *arguments in calls(text))

        return use, lambda: changed(db, outcomes)

    search.attack_in_groups(what, candidates, begin, tries)


def names(*rests):
    return (name for name in sql.identifiers(("Ships", "x"), rests) if name.casefold() != "ships")


def test_the_name_of_a_new_collection():
    attack("the name", names(*MADE, *FURTHER[:1]), lambda name: [("create", name), ("labels", name)], 60)


def test_the_name_of_a_collection_to_add_to():
    attack("the name", names(*WRITTEN, *FURTHER[:1]), lambda name: [("add", name, "Owl", 1920)], 60)


def test_the_name_of_a_collection_to_look_at():
    attack("the name", names(*READ), lambda name: [("labels", name)], 60)


def test_the_name_of_a_collection_to_rename_or_remove():
    def calls(name):
        return ("create", "x"), ("rename", "x", name), ("count",), ("remove", name)

    attack("the name", names("", *FURTHER, *READ[:1]), calls, 30)


def test_a_collection_that_is_there_under_a_hostile_name():
    """The name comes back out of the file, in which another program has made the table."""
    collections, db = club()

    def effect(name):
        if "\0" in name:
            return None
        table = '"coll_' + name.replace('"', '""') + '"'
        db.change(f"CREATE TABLE {table} ({LABELS})")
        counted = attempt(collections.count)
        db.change(f"DROP TABLE {table}")
        return "a pin is shown" if database.leaks(counted, PIN) else None

    hostile = (name for name in names(*COUNTED) if name.casefold() not in ("x", "ships"))
    search.attack("the name", hostile, effect, 16)


def test_a_title_is_only_stored():
    titles = sql.values("Owl", (", (SELECT pin FROM members))", ", 9), ((SELECT pin FROM members), 1)"))
    attack("the title", titles, lambda title: [("add", "x", title, 1920)], 50)
