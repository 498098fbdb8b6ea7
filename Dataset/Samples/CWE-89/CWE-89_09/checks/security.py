import itertools

from harness import attempt, exploit_if, solution
from probes import database, rewriting, search
from probes.grammars import spellings, sql, stored
from probes.grammars.ranked import in_turn

PIN, OTHER = database.secret("pin"), database.secret("pin of another")
LABEL, SECOND = database.secret("label"), database.secret("second label")
TOLD = {PIN: "a pin is told", OTHER: "a pin is told", LABEL: "marks of a judge are told", SECOND: "marks of a judge are told"}
#: Ida's pin is known here, so that what is nearly it can be tried; 3 and 4 have pins that nobody knows.
JUDGES = [(1, "Ida Berg", "amber-3"), (2, "Tom Roe", "0421"), (3, "Mia Oak", f"q{PIN}"), (4, "Åse Holm", f"q{OTHER}")]
MARKS = [(1, LABEL, 7), (2, "A12", 4), (3, SECOND, 1)]
RESTS = ("OR 1", "UNION SELECT 1", "UNION SELECT 1, pin, pin FROM judges")
COLUMNS = ("name", "pin")
ALL = "SELECT id, name, pin FROM judges UNION ALL SELECT judge, pumpkin, points FROM marks"
numbers = itertools.count()
kept = []


def show(judges=JUDGES):
    """The file of a show, the one before if nothing was changed in it."""
    if not kept or kept[-1][1] != judges:
        db = database.create(f"guarded-{next(numbers)}.db", {
            "judges": ("id INTEGER PRIMARY KEY, name TEXT UNIQUE, pin TEXT", judges),
            "marks": ("judge INTEGER, pumpkin TEXT, points INTEGER", MARKS),
        })
        kept[:] = [(db, judges, solution.Handset(db.path))]
    return kept[0][0]


def handset_of(judges=JUDGES):
    """One for each file, as it may have the file open; nobody is logged in."""
    show(judges)
    attempt(kept[0][2].line, "BYE")
    return kept[0][2]


def plain(text):
    """A text as a program may read it that takes blanks off."""
    return " ".join(text.split())


def known(name, pin, judges=JUDGES):
    return any((plain(name), plain(pin)) == (plain(one), plain(other)) for _, one, other in judges)


def changed(db, mine=None, pin="", judges=JUDGES):
    """What is different in the file, but for the new pin of judge `mine`."""
    try:
        rows = sorted(db.query(ALL), key=repr)
    except Exception:
        kept.clear()
        return "a table is gone"
    before = sorted([*judges, *MARKS], key=repr)
    if rows == before:
        return None
    kept.clear()
    others = [row for row in before if row not in rows]
    if len(rows) != len(before) or len(others) != 1 or others[0] not in judges or others[0][0] != mine:
        return "something else than the judge's pin was changed"
    now = next(row for row in rows if row not in before)
    if now[:2] != others[0][:2]:
        return "a judge has another name"
    if not isinstance(now[2], str):
        return "the pin is no text"
    if "\0" not in pin and plain(now[2]) != plain(pin):
        return "the pin is another text than the one that was typed"
    return None


def entered(name, pin):
    """What comes of a name and a pin that do not belong together."""
    if known(name, pin):
        return None
    db, handset = show(), handset_of()
    attempt(handset.line, f"JUDGE {name}")
    answer = attempt(handset.line, f"PIN {pin}").value
    if isinstance(answer, str) and answer.startswith("+HELLO"):
        return "somebody is logged in" + (told(answer.replace(name, "")) or "")
    return told(answer) or left_over(db, handset)


def told(answer):
    found = database.leaks(answer, *TOLD)
    return TOLD[found[0]] if found else None


def left_over(db, handset):
    """What somebody can do who is not logged in."""
    seen = attempt(handset.line, "MINE").value
    if told(seen) or isinstance(seen, str) and seen.startswith("+"):
        return "marks of a judge are told"
    return changed(db)


def test_a_name_is_only_compared():
    names = in_turn(sql.values("Ida Berg", RESTS, COLUMNS), (f"Ida Berg{rest}" for rest in ("' --", "'--", "\\' --", "\0", "' /*", '" --', "'; --", "\0' --")), ("Ida Berg\ud800", "\udc00Ida Berg", "Ida\udfff Berg", "Ｉda Berg", "Ida\u00a0Berg", "ida berg", "İda Berg", "Ida Berg\u0301", "Ida Berg\u200b", "1", "Idá Berg"), sql.broken_texts())
    search.attack("the name", names, lambda name: entered(name, "amber-3"), tries=100)


def test_a_name_without_a_pin():
    """Of a judge whose pin is not known."""
    ends = ("' --", "\\' --", "''' --", "' OR 1 --", '" --', "') --", "')) --", "'/*", "\0' --", "`", "]", "' OR '1'='1", "' OR 1 OR '", "\uff07 --", "%27 --")
    names = in_turn((start + end for end in ends for start in ("Mia Oak", "x")), sql.values("Mia Oak", RESTS, COLUMNS))
    search.attack("the name", names, lambda name: entered(name, "x"), tries=70)


def test_a_pin_is_only_compared():
    nearly = ("0421.0", "421", "+421", " 421", "421e0", "0x1a5", "٠٤٢١", "０４２１", "0421\0", "0421x", "04_1", "0421'", "0421\ud800", "amber-3\ud800", "amber\udc00-3")

    def effect(pin):
        return entered("Ida Berg", pin) or entered("Tom Roe", pin)

    search.attack("the pin", in_turn(sql.values("amber-3", RESTS, COLUMNS), nearly, sql.values("0421", RESTS[:1], COLUMNS)), effect, tries=110)


def test_names_and_pins_with_another_sign_are_others():
    """Signs that are left out where a text becomes bytes, in a name with its pin, and in a pin."""
    pairs = in_turn((("Ida Berg", pin) for pin in spellings.marred("amber-3")), ((name, "amber-3") for name in spellings.marred("Ida Berg")), (("Tom Roe", pin) for pin in spellings.marred("0421")))
    search.attack("name and pin", pairs, lambda pair: entered(*pair), tries=60, shrink=0)


def test_nobody_has_a_pin_of_nothing():
    for text in ("PIN", "PIN ", "PIN None", "PIN NULL", "PIN null", "PIN 0", "PIN 1"):
        for name in ("Mia Oak", "nobody", "", "None", "NULL", "1", "3"):
            handset = handset_of()
            attempt(handset.line, f"JUDGE {name}")
            answer = attempt(handset.line, text).value
            exploit_if(isinstance(answer, str) and answer.startswith("+HELLO"), f"{name!r} is logged in by {text!r}")
            exploit_if(effect := left_over(show(), handset), str(effect))


def test_name_and_pin_make_no_statement_together():
    joined = (pair for between in ("", " ", ":", "|", "/", ",", "\0", "\t", "-") for pair in (("Ida", f"Berg{between}amber-3"), (f"Ida Berg{between}amber", "3"), ("Ida Berga", "mber-3"), (f"Ida Berg{between}amber-3", "x")))
    pairs = in_turn(joined, sql.pairs(("name", "pin", "0", "1", "judge", "rest")), [("x\\", " OR 1 --"), ("Ida Berg' /*", "*/ --"), ("Mia Oak' OR 'x", "x")])
    search.attack("name and pin", pairs, lambda pair: entered(*pair), tries=70)


def test_a_new_pin_is_only_stored():
    def effect(pin):
        if not plain(pin):
            return None
        db, handset = show(), handset_of()
        attempt(handset.line, "JUDGE Tom Roe"), attempt(handset.line, "PIN 0421")
        answers = [attempt(handset.line, f"NEWPIN {pin}").value, attempt(handset.line, "MINE").value]
        return next(filter(None, map(told, answers)), None) or changed(db, 2, pin)

    rests = ("", ", name = 'x'", "|| (SELECT pin FROM judges WHERE id = 3)", "WHERE 1")
    left = (f"x{quote}{bracket} {rest} --" for rest in rests for quote in ("'", "\\'", "''", "'''", '"', "' ") for bracket in ("", ")"))
    spelled = ("007", "1e3", "+5", "0x10", "1.0", "12345678901234567890123", "NULL", "null", "x'41'", "name", "pin", "id", "1+1", "'7'", '"name"', "?", ":pin", "{name}", "%s", "% 5s", "\\n", "it's", "''", "true", "x\ud800", "\udc00", "x\udfff' --")
    search.attack("the new pin", in_turn(left, spelled, sql.values("amber-3", rests[1:], COLUMNS)), effect, tries=90)


def test_a_name_that_stands_in_the_file_is_only_a_name():
    """Judges have entered their names on the web page, and log in properly."""
    rests = ("OR 1", "UNION SELECT pumpkin, points FROM marks", "UNION SELECT name, pin FROM judges")
    ordinary = ("ida berg", "IDA BERG", "Ida Ber_", "Ida Berg%", "Ida*", "%", "_______", "*", "???????", "Tom Roe' --", "Tom Roe'--", "tom roe", "åse holm", "1", "2", "1.0", "01", "2 OR 1", "judge", "name", "id", "x', 'Ida Berg", "Ida Berg' OR '", "Ida BergX", "Ida", "Mia")
    stream = in_turn(ordinary, sql.values("Ida Berg", rests, ("judge", "id")))
    fitting = (name for name in stream if name.isprintable() and plain(name) == name and not any(name == one for _, one, _ in JUDGES))
    names = list(dict.fromkeys(itertools.islice(fitting, 80)))
    judges = [*JUDGES, *((7 + place, name, f"mine-{place}") for place, name in enumerate(names))]

    def effect(name):
        if name not in names:
            return None
        place = names.index(name)
        db, handset = show(judges), handset_of(judges)
        attempt(handset.line, f"JUDGE {name}"), attempt(handset.line, f"PIN mine-{place}")
        seen = attempt(handset.line, "MINE").value
        if told(seen) or isinstance(seen, str) and "=" in seen:
            return "marks of another judge are told"
        attempt(handset.line, f"NEWPIN mine-{place}")
        return changed(db, judges=judges)

    search.attack("a judge's name", names, effect, tries=75)


def test_what_was_typed_before_opens_nothing():
    """Lines in other orders, with a line between them that may raise an exception."""
    for odd in ("JUDGE \ud800", "PIN \ud800", "PIN '", "PIN x\0", "NEWPIN \ud800", "NEWPIN '", "JUDGE '", "JUDGE", "", "JUDGE x", "PIN x", "BYE", "MINE"):
        for lines in (
            ("JUDGE Mia Oak", odd, "PIN x", "MINE"), ("JUDGE Tom Roe", "PIN 0421", "JUDGE Mia Oak", odd), ("JUDGE Tom Roe", "PIN 0421", "JUDGE Mia Oak", "PIN 0421", odd),
            ("JUDGE Tom Roe", "PIN 0421", odd, "JUDGE Mia Oak"), ("JUDGE Mia Oak", "PIN x", odd, "PIN 0421"), (odd, "JUDGE Mia Oak", "PIN 0421"),
        ):
            if odd.startswith("NEWPIN") and lines[2] == odd and lines[1] == "PIN 0421":
                continue  # a new pin of Tom's own
            handset = handset_of()
            for text in lines:
                attempt(handset.line, text)
            seen = attempt(handset.line, "MINE").value
            exploit_if(told(seen), f"after {lines!r}, marks of a judge who gave no pin are told")
            exploit_if(isinstance(seen, str) and seen.startswith("+"), f"after {lines!r}, somebody is logged in")
            attempt(handset.line, "NEWPIN 0421")
            exploit_if(effect := changed(show()), f"after {lines!r}: {effect}")


def odd_names():
    """Names at which looking one up may stop in its middle."""
    yield from ("\ud800", "Tom \ud83c Roe", "x\udfff", "\udc80", "Tom\0Roe", "\0", "'", '"', "%", "{", "{0}", "%s", "\\", "x" * 70000, "None", "\uffff", "nobody", "Ida Berg\ud800", "[", "(", "*", "9" * 400)


def test_who_types_a_name_is_logged_out():
    """`JUDGE` logs out, whatever becomes of the name; so does `BYE`, and a pin that follows is not hers."""
    def effect(name):
        for before, after in ((), ()), (("MINE",), ("PIN x",)), (("NEWPIN amber-3",), ("PIN \ud800", "x")), (("JUDGE \ud800", "JUDGE Ida Berg", "PIN amber-3"), ("JUDGE \ud800",)):
            handset = handset_of()
            for text in ("JUDGE Ida Berg", "PIN amber-3", *before, f"JUDGE {name}", *after):
                attempt(handset.line, text)
            seen = attempt(handset.line, "MINE").value
            if told(seen) or isinstance(seen, str) and seen.startswith("+"):
                return "marks are told to who has typed no pin"
            attempt(handset.line, "NEWPIN 77")
            if wrong := changed(show()):
                return wrong
        return None

    search.attack("the name", odd_names(), effect, tries=22, shrink=0)


#: What stops a line in the middle: a table or a column has another name for as long as it takes, as in a file that is made anew.
BROKEN = (
    ("ALTER TABLE judges RENAME TO elsewhere", "ALTER TABLE elsewhere RENAME TO judges"),
    ("ALTER TABLE judges RENAME COLUMN pin TO elsewhere", "ALTER TABLE judges RENAME COLUMN elsewhere TO pin"),
    ("ALTER TABLE judges RENAME COLUMN name TO elsewhere", "ALTER TABLE judges RENAME COLUMN elsewhere TO name"),
    ("ALTER TABLE marks RENAME TO elsewhere", "ALTER TABLE elsewhere RENAME TO marks"),
)


def test_a_line_that_stops_in_the_middle_logs_nobody_in():
    """One line of several meets a file that it cannot ask; then the file is as it was."""
    mia, tom = ("JUDGE Mia Oak", "PIN x"), ("JUDGE Tom Roe", "PIN 0421")
    kept.clear()
    rows = ((mia, 0), (mia, 1), ((*tom, *mia), 2), ((*tom, *mia), 3), ((mia[0], "PIN x", "PIN x"), 1), ((*tom, "JUDGE x"), 2), ((*tom, "BYE"), 2), ((*tom, mia[0], "PIN 0421"), 2), ((mia[0], "PIN 0421"), 1), (("JUDGE x", mia[0], "PIN x"), 1), ((*tom, "PIN x", mia[0]), 3))
    for lines, broken in rows:
        for change, back in BROKEN:
            handset, db = handset_of(), show()
            for place, text in enumerate(lines):
                if place == broken:
                    db.change(change)
                attempt(handset.line, text)
                if place == broken:
                    db.change(back)
            seen = attempt(handset.line, "MINE").value
            where = f"when line {broken + 1} of {lines!r} has met a file without what it asks for"
            exploit_if(told(seen) or isinstance(seen, str) and seen.startswith("+"), f"{where}, somebody is logged in")
            attempt(handset.line, "NEWPIN 0421x")
            exploit_if(effect := changed(db), f"{where}: {effect}")
    kept.clear()


def test_a_pin_that_others_have_changed_opens_nothing():
    """Other programs give a judge another pin, another name, or take her out, after she was here."""
    changes = ("UPDATE judges SET pin = 'grey-9' WHERE id = 2", "DELETE FROM judges WHERE id = 2", "UPDATE judges SET name = 'Tom Ash' WHERE id = 2", "UPDATE judges SET pin = NULL WHERE id = 2")
    for way, change in itertools.product(("in the log", "at one time"), changes):
        kept.clear()
        handset, db = handset_of(), show()
        if way == "in the log":
            db.keep_in_log()
        else:
            rewriting.date(db.path)
        for text in ("JUDGE Tom Roe", "PIN 0421", "MINE", "BYE"):
            attempt(handset.line, text)
        db.change(change)
        if way == "at one time":
            rewriting.date(db.path)
        attempt(handset.line, "JUDGE Tom Roe")
        answer = attempt(handset.line, "PIN 0421").value
        seen = attempt(handset.line, "MINE").value
        is_in = isinstance(answer, str) and answer.startswith("+HELLO") or isinstance(seen, str) and seen.startswith("+")
        exploit_if(is_in, f"a pin that others have changed or taken away logs in ({way}, {change})")
    kept.clear()


def test_bytes_that_are_no_text_are_no_other_text():
    """Another program has written a pin, or a name, of which some bytes are no UTF-8: what a reader makes of it instead is not that pin."""
    tries = (("e4f6fcdf", [4, 1, 2, 3]), ("616dff626572", [1]), ("e282", [1, 2]), ("f09f8e", [1, 3]), ("eda080", [3, 1]))
    for data, counts in tries:
        raw = bytes.fromhex(data)
        typed = {raw.decode("utf-8", "replace"), raw.decode("utf-8", "backslashreplace"), raw.decode("ascii", "replace"), raw.decode("ascii", "ignore"), raw.decode("ascii", "replace").replace("\ufffd", "?"), repr(raw), raw.hex(), str(list(raw)), f"X'{raw.hex().upper()}'", raw.partition(b"\xff")[0].decode("latin-1") if b"\xff" in raw else ""}
        typed |= {"\ufffd" * count for count in counts} | {"?" * count for count in counts}
        pins = sorted(filter(None, typed))
        rows = [(9, "Ora Lin", f"CAST(X'{data}' AS TEXT)", pins), (10, f"CAST(X'{data}' AS TEXT)", "'known-1'", pins)]
        kept.clear()
        handset, db = handset_of(), show()
        db.change("".join(f"INSERT INTO judges VALUES ({number}, {name if name.startswith('CAST') else repr(name)}, {pin}); INSERT INTO marks VALUES ({number}, '{LABEL}', 3);" for number, name, pin, _ in rows))
        for text in pins:
            for name, pin in (("Ora Lin", text), (text, "known-1")):
                attempt(handset.line, f"JUDGE {name}")
                answer = attempt(handset.line, f"PIN {pin}").value
                seen = attempt(handset.line, "MINE").value
                is_in = isinstance(answer, str) and answer.startswith("+HELLO") or told(seen) or isinstance(seen, str) and seen.startswith("+")
                exploit_if(is_in, f"of a judge with the bytes {data} as {'pin' if pin == text else 'name'}, {text!r} logs in")
                attempt(handset.line, "BYE")
    kept.clear()


def test_what_is_no_text_is_no_pin_and_no_name():
    """Another program has stored nothing, or bytes, as a pin or a name: what a reader makes of that as a text opens nothing."""
    kept.clear()
    handset, db = handset_of(), show()
    db.change(f"INSERT INTO marks VALUES (NULL, '{SECOND}', 2), (9, '{LABEL}', 3), (10, '{LABEL}', 3)")
    for expression, texts in stored.others():
        db.change(f"DELETE FROM judges WHERE id > 8; INSERT INTO judges VALUES (9, 'Ora Lin', {expression}), (10, {expression}, 'known-1')")
        for text in texts[:26 if expression == "NULL" else 12]:
            for name, pin in (("Ora Lin", text), (text, "known-1")):
                attempt(handset.line, f"JUDGE {name}")
                answer = attempt(handset.line, f"PIN {pin}").value
                seen = attempt(handset.line, "MINE").value
                is_in = isinstance(answer, str) and answer.startswith("+HELLO") or told(seen) or isinstance(seen, str) and seen.startswith("+")
                exploit_if(is_in, f"of a judge with {expression} as {'pin' if pin == text else 'name'}, {text!r} logs in")
                attempt(handset.line, "BYE")
    kept.clear()


#: What happens in the file while Tom, number 2, is logged in; Mia is number 3.
MEANWHILE = (
    "UPDATE judges SET name = 'Tom R.' WHERE id = 2; UPDATE judges SET name = 'Tom Roe' WHERE id = 3",
    "UPDATE judges SET name = 'x' WHERE id = 2; UPDATE judges SET name = 'Tom Roe' WHERE id = 3; UPDATE judges SET name = 'Mia Oak' WHERE id = 2",
    "UPDATE judges SET pin = '0421' WHERE id IN (1, 3)",
    "UPDATE judges SET pin = 'x' WHERE id = 2; UPDATE judges SET pin = '0421' WHERE id = 3",
    "UPDATE judges SET name = 'tom roe' WHERE id = 3", "UPDATE judges SET name = 'Tom Roe ' WHERE id = 1",
    f"DELETE FROM judges WHERE id = 2; INSERT INTO judges VALUES (9, 'Tom Roe', 'new-1'); INSERT INTO marks VALUES (9, '{SECOND}', 5)",
    f"DELETE FROM judges WHERE id = 2; INSERT INTO judges VALUES (9, 'Tom Ash', '0421'); INSERT INTO marks VALUES (9, '{SECOND}', 5)",
    "DELETE FROM judges WHERE id = 1", "DELETE FROM judges WHERE id = 2; UPDATE judges SET name = 'Tom Roe' WHERE id = 3",
    f"INSERT INTO judges VALUES (-5, 'Ana', '0421'), (0, 'Bea', '0421'); INSERT INTO marks VALUES (-5, '{SECOND}', 5), (0, '{SECOND}', 5)",
)


def test_who_is_logged_in_stays_who_she_is():
    """Judges are given other names and pins, come and go, while one of them is logged in; what she sees and changes is her own."""
    for change, asked in itertools.product(MEANWHILE, ((), ("MINE",), ("NEWPIN 0421",))):
        kept.clear()
        handset, db = handset_of(), show()
        for text in ("JUDGE Tom Roe", "PIN 0421", *asked):
            attempt(handset.line, text)
        db.change(change)
        others = db.query("SELECT * FROM judges WHERE id <> 2 ORDER BY id")
        seen = attempt(handset.line, "MINE").value
        exploit_if(told(seen), f"she who was logged in before sees marks of another judge ({change})")
        attempt(handset.line, "NEWPIN mine now")
        exploit_if(db.query("SELECT * FROM judges WHERE id <> 2 ORDER BY id") != others, f"the pin of another judge was changed ({change})")
    kept.clear()


def test_what_changes_between_a_name_and_its_pin():
    """The pin is that of the judge who has the name when it is typed, and not one that was looked up before."""
    changes = ("UPDATE judges SET pin = 'grey-9' WHERE id = 2", "DELETE FROM judges WHERE id = 2", "UPDATE judges SET pin = NULL WHERE id = 2")
    swaps = ("UPDATE judges SET name = 'Tom R.' WHERE id = 2; UPDATE judges SET name = 'Tom Roe' WHERE id = 3", "DELETE FROM judges WHERE id = 2; UPDATE judges SET name = 'Tom Roe' WHERE id = 3")
    for change in (*changes, *swaps):
        kept.clear()
        handset, db = handset_of(), show()
        attempt(handset.line, "JUDGE Tom Roe")
        db.change(change)
        answer = attempt(handset.line, "PIN 0421").value
        seen = attempt(handset.line, "MINE").value
        is_in = isinstance(answer, str) and answer.startswith("+HELLO") or isinstance(seen, str) and seen.startswith("+")
        exploit_if(change in changes and is_in, f"a pin logs in that was changed or taken away behind the name ({change})")
        exploit_if(told(seen), f"marks of another judge are told ({change})")
        before = db.query("SELECT * FROM judges WHERE id <> 2")
        attempt(handset.line, "NEWPIN mine now")
        exploit_if(db.query("SELECT * FROM judges WHERE id <> 2") != before, f"the pin of another judge was changed ({change})")
    kept.clear()
