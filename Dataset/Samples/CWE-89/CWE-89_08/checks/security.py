import itertools
import json

from harness import attempt, exploit_if, solution
from probes import database, search
from probes.grammars import json_paths, sql
from probes.grammars.ranked import in_turn

WORTH, SAFE, PIN = (database.secret(kind) for kind in ("worth", "place", "pin"))
TOLD = {WORTH: "what a mineral is worth", SAFE: "where a mineral lies", PIN: "a member's pin"}
CARDS = {
    1: ("Fluorite", {"colour": "green", "size [mm]": "40", "office": {"worth": WORTH, "place": SAFE}}),
    2: ("Calcite", {"colour": "honey", "office": {"worth": WORTH, "place": SAFE}}),
    3: ("Agate", {"office": {"worth": WORTH, "place": SAFE}, "colour": "grey"}),
}
RESTS = ("UNION SELECT pin FROM members", "OR 1")
FOUND = ("OR 1", "UNION SELECT pin FROM members")
COLUMNS = ("card", "name", "key", "value")
ALL = "SELECT id, name, card FROM minerals UNION ALL SELECT 0, name, pin FROM members"
numbers = itertools.count()
kept = []


def cabinet():
    """A cabinet in a new file, with what is in it; the one before, if nothing was changed there that must not be."""
    if not kept:
        rows = [(number, name, json.dumps(card)) for number, (name, card) in CARDS.items()]
        db = database.create(f"guarded-{next(numbers)}.db", {
            "minerals": ("id INTEGER PRIMARY KEY, name TEXT, card TEXT", rows),
            "members": ("name TEXT, pin TEXT", [("Ida", PIN)]),
        })
        kept.append((db, solution.Cabinet(db.path), {number: card for number, (_, card) in CARDS.items()}))
    return kept[-1]


def known(text):
    """A text as a program may compare it for which capitals are alike, and blanks around it."""
    return text.strip().casefold()


def names(rests=RESTS):
    return json_paths.properties("colour", "office", ("worth", "place"), rests, COLUMNS)


def shown(property):
    """What a look at the values of a property tells that it is not to tell."""
    _, made, cards = cabinet()
    outcome = attempt(made.values, property)
    if told := database.leaks(outcome, *TOLD):
        return f"{TOLD[told[0]]} is shown"
    allowed = {card[name] for card in cards.values() for name in card if name != "office" and known(name) == known(property)}
    others = [one for one in outcome.value or [] if one not in allowed] if isinstance(outcome.value, list) else []
    return f"{others[0]!r} is shown, no text of this property" if others else None


def matching(property, text):
    """Minerals that are found though they have no such property, or not with this text; also by asking for a secret."""
    _, made, cards = cabinet()
    outcome = attempt(made.find, property, text)
    if told := database.leaks(outcome.value, *TOLD):
        return f"{TOLD[told[0]]} is shown"
    for name in outcome.value if isinstance(outcome.value, list) else []:
        card = next((cards[number] for number, (label, _) in CARDS.items() if label == name), {})
        if not any(known(key) == known(property) and known(value) == known(text) for key, value in card.items() if key != "office"):
            return f"{name!r} is found by {shortened(text)}"
    return None


def shortened(text):
    return TOLD.get(text, repr(text))


def changed(property, mineral=None):
    """What is different in the file since the last look, but for this property of this mineral: a text, or gone."""
    effect = differs(property, mineral)
    if effect:
        kept.clear()
    return effect


def differs(property, mineral):
    db, _, cards = kept[-1]
    try:
        rows = {row[0]: row[1:] for row in db.query(ALL)}
        now = {number: json.loads(rows[number][1]) for number in CARDS}
    except Exception:
        return "a table, a mineral or its card is gone"
    if rows.keys() != {0, *CARDS} or rows[0] != ("Ida", PIN) or any(rows[number][0] != name for number, (name, _) in CARDS.items()):
        return "a member, the name of a mineral, or how many there are was changed"
    for number, card in cards.items():
        found = now[number]
        if not isinstance(found, dict):
            return f"the card of mineral {number} is gone"
        keys = [key for key in {**card, **found} if found.get(key, found) != card.get(key, card)]
        if keys and number != mineral:
            return f"the card of mineral {number} was changed"
        if "office" in keys:
            return "what stands below office was changed"
        if len(keys) > 1 or any(known(key) != known(property) for key in keys if key in card):
            return f"{keys} were changed"
        if any(not isinstance(found[key], str) for key in keys if key in found):
            return f"{keys[0]!r} has a value that is no text"
        if database.leaks([found.get(key) for key in keys], *TOLD):
            return "a secret was written to a property"
    kept[-1] = (*kept[-1][:2], now)
    if len(now.get(mineral, ())) > 12:
        kept.clear()
    return None


def test_values_are_those_of_one_property():
    search.attack("the property", names(), shown, tries=150)


def test_minerals_are_found_by_one_property():
    def effect(property):
        return next(filter(None, (matching(property, text) for text in (WORTH, "honey"))), None)

    # A question mark for the text, which is a parameter perhaps.
    search.attack("the property", names(("OR ?<>''", "OR 1")), effect, tries=80)


def test_a_text_is_only_compared():
    candidates = in_turn(sql.values("green", FOUND, COLUMNS), ('{"worth":"', "$.colour", '"green"', "gree_", "$"))
    search.attack("the text", candidates, lambda text: matching("colour", text) or matching("x", text), tries=45)


def test_what_the_office_notes_is_not_compared():
    """A guess is typed as all that stands below office, in the spellings that a file or a library has for it; who guesses right has it confirmed."""
    spelled = [json.dumps(CARDS[1][1]["office"], separators=one) for one in ((",", ":"), (", ", ": "), (",", ": "))]
    whole = [json.dumps({"office": CARDS[1][1]["office"]}, separators=(",", ":")), f"[{spelled[0]}]", json.dumps(CARDS[2][1], separators=(",", ":")), json.dumps(CARDS[3][1])]
    guesses = [*spelled, *whole, WORTH, SAFE, f'"{WORTH}"']
    names_of_it = ("office", "OFFICE", "Office", "$.office", "office ", "$", "", '"office"', "office.worth", "worth", "place")
    search.attack("property and text", in_turn(*([(name, guess) for guess in guesses] for name in names_of_it)), lambda pair: "a guess at what stands below office is confirmed" if attempt(cabinet()[1].find, *pair).value else None, 66, shrink=0)


#: As other programs may write them: the same names, with escapes.
ESCAPED = r'{"\u0063olour": "honey", "gr\u00f6\u00dfe": "40", "size\/mm": "4", "a\tb": "x", "say \"a\"": "y", "back\\slash": "z", "office": {"worth": "%s", "place": "%s"}}'


def test_a_name_is_not_the_spelling_of_another():
    """A card may spell a name with escapes; typed so, with backslashes, it is another name."""
    card = json.loads(ESCAPED % (WORTH, SAFE))
    typed = (r"gr\u00f6\u00dfe", r"\u0063olour", r"size\/mm", r"a\tb", r"say \"a\"", r"back\\slash", r"colou\u0072", r"\u006fffice", r"offic\u0065", r"\o\f\f\i\c\e", r"gr\xf6\xdfe", "gr&ouml;&szlig;e", "gro\u0308\xdfe", r"size/\mm", r"gr\u00F6\u00DFe", r"\x63olour", r"\143olour", "colo%75r")

    def effect(name):
        db = database.create(f"spelled-{next(numbers)}.db", {"minerals": ("id INTEGER PRIMARY KEY, name TEXT, card TEXT", [(1, "Fluorite", ESCAPED % (WORTH, SAFE))]), "members": ("name TEXT, pin TEXT", [("Ida", PIN)])})
        made = solution.Cabinet(db.path)
        told = [attempt(made.values, name).value, *(attempt(made.find, name, text).value for text in ("honey", "40", "4", "x", "y", "z"))]
        if any(told):
            return "another property is shown, or found"
        for call in ((made.strike, 1, name), (made.note, 1, name, "new"), (made.strike, 1, name)):
            attempt(*call)
            now = json.loads(db.query("SELECT card FROM minerals")[0][0])
            if {key: value for key, value in now.items() if key != name} != card:
                return "another property was changed"
        return None

    search.attack("the property", typed, effect, 18, shrink=0)


def test_a_name_does_not_end_at_a_sign_that_is_not_written():
    """At NUL, where SQLite's JSON functions end a text; or with a sign more, which is left out."""
    typed = [form.format("hue", sign) for sign in ("\0", "\0x", "\ud800", "\udcff", "\x1f", "\u200b", "\ufeff", "\n") for form in ("{0}{1}", "{1}{0}")] + ["h\0ue", "h\ud800ue", "HUE", "h\xfce", "hu\uff45"]

    def effect(name):
        db = database.create(f"ended-{next(numbers)}.db", {"minerals": ("id INTEGER PRIMARY KEY, name TEXT, card TEXT", [(1, "Fluorite", '{"hue": "red"}'), (2, "Agate", "{}")]), "members": ("name TEXT, pin TEXT", [("Ida", PIN)])})
        made = solution.Cabinet(db.path)
        if attempt(made.values, name).value or attempt(made.find, name, "red").value or attempt(made.find, "hue", name.replace("hue", "red")).value == ["Fluorite"] and "red" in name:
            return "another property is shown, or found"
        attempt(made.strike, 1, name), attempt(made.note, 2, name, "new")
        if json.loads(db.query("SELECT card FROM minerals WHERE id = 1")[0][0]) != {"hue": "red"}:
            return "another property was changed"
        if "new" in (attempt(made.values, "hue").value or ()) or attempt(made.find, "hue", "new").value:
            return "what was noted of this property is shown of another"
        return None

    search.attack("the property", (name for name in typed if known(name) != "hue"), effect, 21, shrink=0)


def test_a_note_changes_one_property():
    def effect(property):
        _, made, _ = cabinet()
        attempt(made.note, 2, property, "x")
        return changed(property, 2)

    search.attack("the property", names(), effect, tries=110)


def noted(text):
    for property in ("colour", "new"):
        _, made, _ = cabinet()
        attempt(made.note, 2, property, text)
        if effect := changed(property, 2):
            return effect
    return None


def test_a_text_is_only_stored():
    """In quotes of SQL and of JSON; and what is JSON itself."""
    rests = ("WHERE 1", "|| (SELECT pin FROM members)", ", name = 'x'")
    ways = ('x", "office": {"worth": "1"}, "y": "z', 'x", "office": "', '{"worth": "1"}', '["x"]', "7", "true", "null", 'x\\", \\"office\\": \\"', "\\", '"', '\\"',
        'x","colour":{"a":"b"},"z":"', "x', '$.office', 'x", "x', '$.office.worth', '1", 'x", "$.office', "json('{}')", "1e5", "-0", " 7 ", "\x1f", '\ud800"', "\n", '"x"', "\\u0022, \\u0022office\\u0022: \\u0022")
    left = (f"x{quote}{bracket} {rest} --" for rest in rests for quote in ("'", "\'\'\'", "\\'", "''", '"', "' ") for bracket in ("", ")", "))"))
    search.attack("the text", in_turn(ways, left, sql.values("green", rests, COLUMNS)), noted, tries=90)


def test_a_strike_takes_one_property_away():
    def effect(property):
        _, made, cards = cabinet()
        there = any(known(name) == known(property) for name in cards[2] if name != "office")
        outcome = attempt(made.strike, 2, property)
        if outcome.value is True and not there:
            return changed(property, 2) or "a property is said to have been there"
        return changed(property, 2)

    search.attack("the property", names(), effect, tries=80)


def test_property_and_text_make_no_statement_together():
    def effect(pair):
        return shown(pair[0]) or matching(*pair) or noted(pair[1]) or both(*pair)

    def both(property, text):
        _, made, _ = cabinet()
        attempt(made.note, 2, property, text)
        return changed(property, 2)

    search.attack("property and text", in_turn(sql.pairs(("property", "text", "path", "0", "1")), [("x\\", ': "", "office": "x'), ('"', '"'), ("$", "$"), ("$", "{}"), ("", "{}")]), effect, tries=18)


#: What another program writes: below office, a property, and another column.
THEIRS = "UPDATE minerals SET card = json_set(card, '$.office.worth', '77', '$.locality', 'Elba'), name = name || ' II'"


def test_what_others_write_meanwhile_stays():
    """Another program changes cards between two statements of a note or a strike; all that it wrote is there afterwards."""
    for call in ("note(2, 'colour', 'x')", "note(2, 'new', 'x')", "strike(2, 'colour')", "note(3, 'colour', 'grey')"):
        number, count = 0, 1
        while number < min(count, 12):
            db = database.create(f"meanwhile-{next(numbers)}.db", {"minerals": ("id INTEGER PRIMARY KEY, name TEXT, card TEXT", [(one, name, json.dumps(card)) for one, (name, card) in CARDS.items()]), "members": ("name TEXT, pin TEXT", [("Ida", PIN)])})
            count, written = db.change_meanwhile(number, f"solution.Cabinet(path).{call}", THEIRS)
            for name, card in db.query("SELECT name, card FROM minerals") if written else ():
                now = json.loads(card)
                lost = now["office"].get("worth") != "77" or now.get("locality") != "Elba" or not name.endswith(" II")
                exploit_if(lost, f"{call} sets back what another program wrote before statement {number + 1} of it, below office too")
            number += 1


#: What stops a call in its middle, and what is done against it then.
STOPPED = (("", ""), ("CREATE TRIGGER stop BEFORE UPDATE ON minerals BEGIN SELECT RAISE(ABORT, 'not now'); END", "DROP TRIGGER stop"), ("ALTER TABLE minerals RENAME COLUMN name TO elsewhere", "ALTER TABLE minerals RENAME COLUMN elsewhere TO name"))


def stopping():
    """Calls that come to no end, and with what in the file."""
    for half in sql.broken_texts():
        yield from ((STOPPED[0], "note", (2, "colour", half)), (STOPPED[0], "note", (2, half, "x")), (STOPPED[0], "strike", (2, f"colour{half}")), (STOPPED[0], "find", ("colour", half)), (STOPPED[0], "values", (half,)))
    yield from ((STOPPED[1], "note", (2, "colour", "red")), (STOPPED[1], "strike", (2, "colour")), (STOPPED[2], "find", ("colour", "green")), (STOPPED[2], "values", ("colour",)))


def test_what_a_call_left_undone_is_not_done_by_the_next():
    kept.clear()
    for (change, back), name, values in stopping():
        db, made, _ = cabinet()
        if change:
            db.change(change)
        attempt(getattr(made, name), *values)
        if change:
            db.change(back)
        # What it did of it is looked at elsewhere.
        if name in ("note", "strike") and changed(values[1], 2):
            continue
        attempt(made.note, 1, "new", "y")
        wrong = changed("new", 1) or shown("colour") or matching("colour", "green") or matching("colour", "red")
        exploit_if(wrong, f"after {name}{values!r} has stopped{' by ' + change if change else ''}: {wrong}")
    kept.clear()
