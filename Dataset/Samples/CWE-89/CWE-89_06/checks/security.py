import csv
import io
import itertools

from harness import attempt, solution
from probes import database, search
from probes.grammars import sql
from probes.grammars.ranked import in_turn

COLUMNS = ("species", "lake", "day", "grams")
SCHEMA = "id INTEGER PRIMARY KEY, member TEXT, species TEXT, lake TEXT, day TEXT, grams INTEGER, note TEXT"
PIN, NOTE, LAKE = database.secret("pin"), database.secret("note"), database.secret("lake")
#: What nobody's list may bring: the name of a member, a note, a number.
BROUGHT = "717"
MEMBER, NUMBER = "Adalind", 71_707_171
THERE = [(1, "Bob", "eel", LAKE, "d2", 5, None), (NUMBER, MEMBER, "pike", "Weir", "d1", 2300, NOTE)]
#: Names of columns that are there, or that SQLite knows by itself, and expressions.
HIDDEN = ("note", "(SELECT pin FROM members)", "member", "id", "rowid", "oid", "_rowid_")
FORMS = ("{}", '"{}"', "catches.{}", "[{}]", "{} ", "`{}`")
#: Lists with fields that stand under no name, or with a first line that another reader takes for none.
ODD_LISTS = [first + rest for first in ("species\npike", "lake,species\nWeir,pike", "grams,day,lake,species\n7,d,Weir,pike")
    for rest in (",Bob\n", ",Bob,Bob\n", ",5,Bob\n", ",Bob,x,5,6,7\n", "\neel\n", "\npike,Bob\npike,Bob\n")]
ODD_LISTS += [before + "note,species,member\nx,pike,Bob\n" for before in ("\n", "\r\n", "\ufeff", "species\n\n", "\n\n", " \n", "#\n")]
ODD_LISTS += ["\npike,Bob\n", "species\nmember=Bob\n", "species,species\npike,Bob\n", "species\n\npike,Bob\n"]
UNIONS = ("FROM catches UNION SELECT pin FROM members", "FROM catches UNION SELECT lake FROM catches",
    "FROM catches WHERE ? OR 1", ", pin FROM members WHERE ? OR 1", ", note FROM catches WHERE member = ?", ", note")
#: What goes on behind the columns of an `INSERT`, for one parameter, two, or none.
INSERTED = (") SELECT name, pin FROM members WHERE ? <> ?", ") SELECT pin, ? FROM members WHERE 1 OR ?", ", note",
    ") VALUES (?, (SELECT pin FROM members) || ?)", ") SELECT name, pin FROM members", ", note) VALUES (?, ?, 1)",
    ") SELECT ?, pin FROM members WHERE ? IS NOT NULL", ", member")


numbers = itertools.count()
#: The file into which lists are imported.
kept = []


def club():
    """A new file with the catches of two."""
    tables = {"members": ("name TEXT, pin TEXT", [("Bob", PIN)]), "catches": (SCHEMA, THERE)}
    return database.create(f"guarded-{next(numbers)}.db", tables)


def csv_text(rows):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def changed(tables):
    """What a list has changed beside adding her catches, without a note and with the next numbers."""
    if tables.get("members") != [("Bob", PIN)] or set(tables) - {"members", "catches"}:
        return "the members or the tables are changed"
    rows = tables.get("catches", [])
    if rows[:2] != THERE:
        return "catches that were there are changed"
    if database.leaks(rows[2:], PIN, NOTE, LAKE):
        return "a catch holds what the member cannot know"
    for number, (key, member, *_, note) in enumerate(rows[2:], NUMBER + 1):
        if member != MEMBER or note is not None or key != number:
            return f"the member has stored a catch of {member!r} with the note {note!r} and the number {key}"
    return None


def stored(rows):
    """What is wrong when a list was stored, in part too: its names are not all of them columns of hers."""
    return stored_as_text(csv_text(rows), "a list that was refused is stored in part")


def stored_as_text(text, refused=None):
    """The same; the next list goes into a new file if this one has changed the old."""
    db = kept.pop() if kept else club()
    outcome = attempt(solution.import_catches, db.path, MEMBER, text)
    tables = db.snapshot()
    if tables.get("catches") == THERE and not changed(tables):
        kept.append(db)
        return None
    return changed(tables) or (None if outcome.returned else refused)


def names(rests):
    simple = [form.format(name) for form in FORMS for name in HIDDEN if form == "{}" or name[0] != "("]
    yield from (*HIDDEN, *(name.upper() for name in HIDDEN), "*")
    yield from in_turn(
        simple[len(HIDDEN):],
        sql.operands(COLUMNS[:2], HIDDEN[:2], ("1=1",)),
        sql.identifiers(("species", "lake"), rests),
        (f"species{sign}{name}" for name in HIDDEN[:3] for sign in (",", ", ", "\n,", "/**/,", ", lake,")),
        # To who looks at the first line of a text, this is a column.
        (f"{column}\n{rest} --" for rest in rests for column in COLUMNS[:2]),
        (f"{name}{sign}species" for name in HIDDEN[:3] for sign in (",", " AS ", " ", "--", " --", ", lake,")),
    )


def strange(candidates):
    """Names that are none of the four to anybody."""
    return (name for name in candidates if name.strip(' \t\n\r"`[]\'').casefold() not in COLUMNS)


def test_a_name_in_the_first_line_is_a_column_only():
    def found(name):
        return stored([("species", name), ("pike", BROUGHT)]) or stored([(name,), (BROUGHT,)])

    search.attack("the column", strange(names(INSERTED)), found, tries=90)


def test_a_field_goes_into_the_column_of_its_name_only():
    search.attack("the list", ODD_LISTS, stored_as_text, tries=len(ODD_LISTS))


def test_a_name_that_is_asked_for_is_a_column_only():
    db = club()

    def found(name):
        lists = (["lake", name], [name], [name, "lake"])
        return shown([attempt(solution.export_catches, db.path, MEMBER, names).value for names in lists])

    search.attack("the column", strange(names(UNIONS)), found, tries=90)


def shown(texts):
    secrets = {"a pin": PIN, "a note": NOTE, "a lake of others": LAKE, "a number": str(NUMBER), "a name": MEMBER}
    return next((f"{what} is shown" for what, secret in secrets.items() if database.leaks(texts, secret)), None)


def test_the_name_of_a_member_is_only_compared():
    db = club()

    def found(name):
        attempt(solution.import_catches, db.path, name, "species\npike\n")
        given_out = attempt(solution.export_catches, db.path, name, ["lake", "species"]).value
        return shown(given_out) or ("a catch holds a pin" if database.leaks(db.rows("catches"), PIN) else None)

    rests = ("OR 1", ", (SELECT pin FROM members))", "UNION SELECT pin, pin FROM members")
    search.attack("the member", sql.values("Bob", rests), found, tries=40)


def test_a_field_is_only_stored():
    first = ("(SELECT pin FROM members)", "7), ('Bob', 1, 1, 1, 7", "7), ((SELECT pin FROM members), 1, 1, 1, 7")
    forms = ("{}", "7 + {}", "7 || {}", "7\n|| {}", "{} --", "7||{}", "'7' || {}", "{})--", "7) || ({}", "\uff17 || {}")
    texts = [form.format(one) for form in forms for one in first]
    fields = in_turn(texts, sql.values("pike", (f", {first[0]})", f", 1), ({first[0]}", "), ('Bob', 1")))
    search.attack("species and grams", fields, lambda text: stored([COLUMNS, (text, "Weir", "d", text)]), tries=40)
