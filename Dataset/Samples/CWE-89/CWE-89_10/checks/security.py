import itertools

from harness import attempt, box, exploit_if, solution
from probes import database, rewriting, search
from probes.grammars import sql, stored
from probes.grammars.ranked import in_turn

CODE = database.secret("code")
#: Labels of every kind, each with a part in it and one on a rack in it; names say which part it is.
ODD = (
    "Shed_2", "Shed%", "%", "_", "Sh?d 2", "S*", "*", "[A-Z]hed 2", "Shed 2'", "'", "''", '"', "x' OR 1 --", "x' OR '1'='1", "'||(SELECT code FROM keys)||'", "\\", "\\%", "\\_", "Shed\\_2",
    "Shed\\%2", "!%", "!_", "!", "|%", "^_", "#_", "$%", "~_", "@%", "/%", "//", "=%", "?", ":place", "{place}", "%s", "100", "100.0", "1e2", "Shed (2)", "Shed .", ".*", "S.+2", "^", "$", "Shed 2|Yard", "[[]2", "[%]", "ǅ", "😀 Shed 2", "Shed\u00a02", "\ue000%", "+%", "-_", ";%", "\\\\%", "\\Q", "(?i)shed", "NULL", "place", "%%", "__", "Shed ''2",
)
PLAIN = ("Shed 2", "Shed 20", "Shed 2/Rack 1", "Shed 2/Rack 10", "Yard", "ShedX2", "a", "ab", "S", "Shed 2/Rack 1/Shed 2", "\\Shed 2", "!Shed 2", "!!", "|Yard", "#a", "\\a", "\\\\x", "[", "[]", "[[]", "[Shed", "Shed 2\u00a0", "~a", "^a", "$a", "@a", "=a", "+a", "-a", ";a", "\ue000a", "99", "1", "Shed 2%%", "?x", "%x", "_x")
#: Labels that look alike, or nearly so: one is another's normal form, or becomes it where capital letters are folded, accents or signs that are not seen are dropped.
TWINS = ("Hüt 2", "Hu\u0308t 2", "Hut 2", "H\u00fc\u200bt 2", "ﬁr", "fir", "Ⅳ", "IV", "Åa", "\u212ba", "m²", "m2", "Weiß", "Weiss", "Ｓhed 2", "Shed\u20032", "Shed  2", "o\u0302\u0323", "o\u0323\u0302", "\u1ed9", "e\ufe0f", "e", "½", "1⁄2", "Shed \u0662", "ΑB", "AB")
PLACES = [*PLAIN, *ODD, *TWINS]
#: Ends that some are read as: places in them are there as well.
PARTS = [(number, place, f"<{number}>") for number, place in enumerate([one for place in PLACES for one in (place, f"{place}/In")], 1)]
RESTS = ("OR 1", "UNION SELECT code, code FROM keys", "UNION SELECT name, place FROM parts")
COLUMNS = ("place", "name")
numbers = itertools.count()
kept = []


def start():
    if not kept:
        db = database.create(f"guarded-{next(numbers)}.db", {"parts": ("id INTEGER PRIMARY KEY, place TEXT, name TEXT", PARTS), "keys": ("holder TEXT, code TEXT", [("Ida", CODE)]), "first": ("id INTEGER PRIMARY KEY, place TEXT", [part[:2] for part in PARTS])})
        kept.append((db, solution.Store(db.path), db.query("SELECT * FROM parts UNION ALL SELECT 0, holder, code FROM keys")))
    return kept[0]


def rows(db):
    try:
        found = db.query("SELECT * FROM parts UNION ALL SELECT 0, holder, code FROM keys")
    except Exception:
        return None
    return found


def lies_in(place, where):
    """Capital letters are left out of it: which of two such labels is meant, the text leaves open."""
    return (where.lower() + "/").startswith(place.lower() + "/")


def allowed(place):
    """A text without control characters, which a program may also take without blanks or slashes at its ends."""
    return place.strip(" /") != "" and all(sign.isprintable() or sign in "\u00a0\ue000" or "\ud800" <= sign <= "\udfff" for sign in place)


def listed(place):
    if not allowed(place):
        return None
    db, store, before = start()
    file = box.read(db.path)
    told = attempt(store.listing, place).value
    if database.leaks(told, CODE):
        return "another table is told of"
    meant = {place, place.strip(), place.strip("/"), place.strip(" /")}
    for number, where, name in PARTS:
        if isinstance(told, str) and name in told and not any(lies_in(one, where) for one in meant):
            return f"what lies in {where!r} is listed"
    if box.read(db.path) != file and rows(db) != before:
        kept.clear()
        return "listing has changed something in the file"
    return None


def moved(place, other):
    if not allowed(place) or not allowed(other) or lies_in(place, other):
        return None
    db, store, before = start()
    file = box.read(db.path)
    attempt(store.move, place, other)
    if box.read(db.path) == file or (after := rows(db)) == before:
        return None
    wrong = not_meant(place, other, before, after)
    if wrong:
        kept.clear()
    else:
        db.change("UPDATE parts SET place = (SELECT place FROM first WHERE first.id = parts.id)")
    return wrong


def not_meant(place, other, before, after):
    """What is different that should not be."""
    if after is None or len(after) != len(before):
        return "a table is gone, or a row"
    for old, new in zip(before, after):
        if old == new:
            continue
        if old[0] != new[0] or old[2] != new[2] or old[0] == 0:
            return "something else than a place was changed"
        if not any(lies_in(one, old[1]) for one in (place, place.strip(), place.strip("/"), place.strip(" /"))):
            return f"what lay in {old[1]!r} has been moved"
        rests = [old[1][len(one):] for one in (place, place.strip(), place.strip("/"), place.strip(" /")) if lies_in(one, old[1])]
        if not isinstance(new[1], str) or not any(new[1] == start + rest for rest in rests for start in (other, other.strip(), other.strip("/"), other.strip(" /"))):
            return "a place is another text than the one that it was moved to"
    return None


def typed():
    leaving = (f"{start}{end}" for start in ("Shed 2", "x", "%") for end in ("' --", "') --", "'/*", "' OR 1 --", "') OR 1 --", "\\' OR 1 --", "''' OR 1 --", "' UNION SELECT code, code FROM keys --", "') UNION SELECT code, code FROM keys --", '" UNION SELECT code, code FROM keys --', "/%' OR 1 --", "' || '", "'||'%", "' OR place LIKE '%"))
    broken = ("Shed 2\ud800", "\udc00%", "Shed\udfff_2", "\ud800' OR 1 --")
    return in_turn(TWINS, (*PLAIN, *ODD)[::-1], sql.values("Shed 2", RESTS, COLUMNS), leaving, sql.patterns("Shed 2", RESTS, COLUMNS, one="\0"), broken, (f"{place}/In" for place in ODD), (f"{place}/%" for place in PLAIN[:6]))


def test_only_what_lies_there_is_listed():
    search.attack("the place", typed(), listed, tries=217)


def test_only_what_lies_there_is_moved():
    search.attack("the place", typed(), lambda place: moved(place, "Pit 5"), tries=107)


def test_labels_that_stand_in_the_file_are_moved_as_they_are():
    """Racks in a place whose own labels are such texts, and shelves in one with such a label."""
    search.attack("the place", in_turn(ODD, PLAIN), lambda place: moved(place, "Pit's 5 %") or listed(place), tries=50)
    inside = [(1, f"Attic/{place}/{place}", "x") for place in ODD]
    saved, PARTS[:] = PARTS[:], [*((number, where, f"<{number}>") for number, (_, where, _) in enumerate(inside, 1)), (901, "Yard", "<901>"), (902, "Attic 2", "<902>"), (903, "x/Attic", "<903>")]
    kept.clear()
    try:
        search.attack("the place", ["Attic", *(f"Attic/{place}" for place in ODD)], lambda place: moved(place, "Cellar") or listed(place), tries=50)
    finally:
        PARTS[:] = saved
        kept.clear()


def test_what_it_is_moved_to_is_only_a_text():
    rests = ("", ", name = 'x'", "|| (SELECT code FROM keys)", "WHERE 1")
    left = (f"x{quote}{bracket} {rest} --" for rest in rests for quote in ("'", "\\'", "''", "'''", '"') for bracket in ("", ")"))
    search.attack("the new place", in_turn(left, ODD, ("Shed \ud800", "1+1", "0x10", "\\1", "\\g<0>", "$1", "&", "{0}", "{place}", "% s", ":other", "?1", "'x'", "1e3", "007", "1.0"), sql.values("Yard", rests[1:], COLUMNS)), lambda other: moved("Shed 2", other), tries=50)


def test_both_places_make_no_statement_together():
    joined = [("x\\", " OR 1 --"), (":other", "x"), ("?", "' OR 1 --"), ("{other}", "' OR 1 --"), ("Shed 2", ":place"), ("Shed 2", "{place}"), ("%s", "' OR 1 --")]
    pairs = in_turn(joined, sql.pairs(("place", "other", "name", "0", "1")))
    search.attack("both places", in_turn(pairs, ((second, first) for first, second in joined)), lambda pair: moved(*pair), tries=35)


FIELDS = (":other", ":place", ":new", "{other}", "{place}", "?", "?2", "%s", "%(other)s", "$other", "@other", "__OTHER__", "%OTHER%", "{{other}}", "<other>", "{0}", "{1}", "OTHER")
#: Labels that are SQL within the quotes of another text.
BETWEEN = ("||name||", " OR 1 OR 1 < ", " || (SELECT code FROM keys) || ")


def test_no_place_is_filled_in_within_the_other():
    search.attack("both places", sql.filled(("place", "other", "new", "name", "prefix")), lambda pair: moved(*pair), tries=70)


def test_no_place_of_the_file_is_filled_in():
    """What stands there is a field, in one place or in all of it; what it would be filled with is the new place."""
    saved, PARTS[:] = PARTS[:], [*((number, f"Attic/x{field}", f"<{number}>") for number, field in enumerate((*FIELDS, *BETWEEN), 1)), (901, "Yard", "<901>"), (902, "Attic 2", "<902>"), (903, "x/Attic", "<903>")]
    kept.clear()
    try:
        news = (" OR 1 OR 1 < ", "||name||", " OR 1 --", "' OR 1 --", " < 1 OR 1 OR 0 < ", "x:place", "x{place}")
        search.attack("the new place", news, lambda other: moved("Attic", other), tries=7)
        search.attack("both places", [(f"Attic/x{field}", news[0]) for field in FIELDS] + [(f"Attic/x{label}", f"x{field}y") for label in BETWEEN for field in FIELDS[:7]], lambda pair: moved(*pair), tries=39)
    finally:
        PARTS[:] = saved
        kept.clear()


CHANGES = (
    ("UPDATE parts SET place = 'Yard' WHERE id = 1", "DELETE FROM parts WHERE id = 1", "UPDATE parts SET name = '<9>' WHERE id = 1"),
    ("UPDATE parts SET place = 'Shed 20' WHERE id = 2", "UPDATE parts SET place = 'Shed' WHERE id = 1"),
)


def test_what_is_there_now_is_listed_and_moved():
    """Others write to the file as well, between two calls and with each time and size; nothing is remembered."""
    for way, changes, first in itertools.product(("in the log", "at one time"), CHANGES, ("listing", "move")):
        name = f"changed-{next(numbers)}.db"
        db = database.create(name, {"parts": ("id INTEGER PRIMARY KEY, place TEXT, name TEXT", [(1, "Shed 2", "<1>"), (2, "Shed 2/In", "<2>"), (3, "Yard", "<3>")])})
        store = solution.Store(db.path)
        if way == "in the log":
            db.keep_in_log()
        else:
            rewriting.date(name)
        attempt(store.listing, "Shed 2"), attempt(store.listing, "Yard")
        for change in changes:
            db.change(change)
            if way == "at one time":
                rewriting.date(name)
            before = db.query("SELECT * FROM parts")
            if first == "listing":
                told = attempt(store.listing, "Shed 2").value
                gone = [one for one in ("<1>", "<2>", "<3>") if isinstance(told, str) and one in told and not any(row[2] == one and lies_in("Shed 2", row[1]) for row in before)]
                exploit_if(gone, f"parts are listed that do not lie there any more ({way}, {change})")
            else:
                attempt(store.move, "Shed 2", "Pit 5")
                after = db.query("SELECT * FROM parts")
                right = [(number, f"Pit 5{place[6:]}" if lies_in("Shed 2", place) else place, label) for number, place, label in before]
                exploit_if(after not in (before, right), f"parts are moved that do not lie there any more ({way}, {change})")
                db.change("DELETE FROM parts"), db.change("INSERT INTO parts VALUES (1, 'Shed 2', '<1>'), (2, 'Shed 2/In', '<2>'), (3, 'Yard', '<3>')")
                attempt(store.listing, "Shed 2")


#: What stops a call in its middle, and what is done against it then.
STOPPED = (("", ""), ("CREATE TRIGGER stop BEFORE UPDATE ON parts BEGIN SELECT RAISE(ABORT, 'not now'); END", "DROP TRIGGER stop"), ("ALTER TABLE parts RENAME COLUMN name TO elsewhere", "ALTER TABLE parts RENAME COLUMN elsewhere TO name"))


def stopping():
    """Calls that come to no end, and with what in the file."""
    for half in sql.broken_texts():
        yield from ((STOPPED[0], "move", ("Shed 2", half)), (STOPPED[0], "move", (f"Shed 2{half}", "Pit 5")), (STOPPED[0], "listing", (half,)))
    yield from ((STOPPED[1], "move", ("Shed 2", "Pit 5")), (STOPPED[2], "listing", ("Shed 2",)), (STOPPED[1], "move", ("ShedX2", "Pit 5")))


def test_what_a_call_left_undone_is_not_done_by_the_next():
    for (change, back), name, places in itertools.islice(stopping(), 33):
        db, store, before = start()
        if change:
            db.change(change)
        attempt(getattr(store, name), *places)
        if change:
            db.change(back)
        if rows(db) != before and not any("\ud800" <= sign <= "\udfff" for place in places for sign in place):
            kept.clear()
            continue
        wrong = listed("Yard") or moved("Yard", "Pit 5") or listed("a") or moved("ab", "Pit 5") or listed("Yard")
        exploit_if(wrong, f"after {name}{places!r} has stopped{' by ' + change if change else ''}: {wrong}")


def test_what_is_no_text_is_no_place():
    """Another program has stored nothing, or bytes, as a place: what a reader makes of that as a text is another place."""
    for expression, texts in stored.others():
        db = database.create(f"stored-{next(numbers)}.db", {"parts": ("id INTEGER PRIMARY KEY, place TEXT, name TEXT", [(2, "Yard", "<2>")])}, f"INSERT INTO parts VALUES (1, {expression}, '<1>')")
        store, before = solution.Store(db.path), db.query("SELECT * FROM parts WHERE id = 1")
        for text in texts:
            if allowed(text):
                listing = attempt(store.listing, text).value
                exploit_if(isinstance(listing, str) and "<1>" in listing, f"what has {expression} for a place is listed as {text!r}")
                attempt(store.move, text, "Pit 5")
                exploit_if(db.query("SELECT * FROM parts WHERE id = 1") != before, f"what has {expression} for a place is moved as {text!r}")
