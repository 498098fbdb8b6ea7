import itertools

from harness import attempt, exploit_if, solution
from probes import database, rewriting, search
from probes.grammars import sql, stored

PIN, CLUE, TITLE = (database.secret(kind) for kind in ("pin", "clue", "title"))
TOLD = {PIN: "a pin of the setters", CLUE: "a reserved word", TITLE: "the title of another puzzle"}
#: Two words that are reserved, and free ones. Some begin with signs by which programs escape others.
WORDS = [
    ("raven", CLUE, "birds", TITLE), ("heron", "Grey fisher", "birds", None), ("mason", "Wall builder", "trades", None),
    ("robin", CLUE, "trades", TITLE), *((f"{sign}herons", "Odd one", "signs", None) for sign in "!\\|^#/$~@="),
    # Texts that a column, a function or a comparison of numbers reads as such.
    ("10000", "Round one", "2031", None),
]
FREE = {word: theme for word, _, theme, puzzle in WORDS if puzzle is None}
RESTS = ("OR 1", "UNION SELECT pin, pin FROM setters", "OR puzzle IS NOT NULL")
COLUMNS = ("theme", "word", "puzzle")
numbers = itertools.count()
kept = []


def store():
    """A store in a new file; the one before, if nothing was changed there."""
    if not kept:
        db = database.create(f"guarded-{next(numbers)}.db", {
            "words": ("word TEXT PRIMARY KEY, clue TEXT, theme TEXT, puzzle TEXT", WORDS),
            "setters": ("name TEXT, pin TEXT", [("Ida", PIN)]),
        })
        kept.append((db, solution.WordStore(db.path), db.snapshot()))
    return kept[-1]


def changed():
    """What is no longer as it was, by a text that is no word."""
    db, _, before = kept[-1]
    if changes := db.changes(before):
        kept.clear()
        return f"the store was changed: {changes[0].table}, {changes[0].kind}"
    return None


def fits(pattern, word):
    return len(pattern) == len(word) and all(
        sign in ("?", letter) or sign.casefold() == letter for sign, letter in zip(pattern, word))


def found(pattern, themes=None, without=()):
    """What a search brings that its arguments do not ask for."""
    _, words, _ = store()
    outcome = attempt(words.find, pattern, themes, without)
    if told := database.leaks(outcome.value, *TOLD):
        return f"{TOLD[told[0]]} comes back"
    rows = outcome.value if isinstance(outcome.value, list) else []
    for word in (row[0] for row in rows if isinstance(row, tuple) and row):
        if word not in FREE or not fits(pattern, word):
            return f"{word!r} comes back, which does not fit the pattern"
        if themes is not None and FREE[word] not in themes:
            return f"{word!r} comes back, which is of another theme"
        if word in without:
            return f"{word!r} comes back, which is not wanted"
    return None


def test_in_a_pattern_only_question_marks_are_special():
    search.attack("the pattern", sql.patterns("heron", RESTS, COLUMNS), found, tries=190)


def test_themes_are_only_compared():
    lists = sql.lists("birds", RESTS, COLUMNS)
    search.attack("the themes", lists, lambda themes: found("?????", list(themes)), tries=130)


def test_themes_are_no_numbers():
    def effect(theme):
        return found("?????", [theme]) or found("10000", ["x", theme]) or counted([theme]) or counted(["2031", theme])

    search.attack("the theme", sql.numerals("2031"), effect, tries=30)


def test_words_are_no_numbers():
    def effect(word):
        _, words, _ = store()
        attempt(words.reserve, ["x", word], "My own")
        return changed()

    search.attack("the word", sql.numerals("10000"), effect, tries=30)


def test_texts_are_compared_as_they_are_stored():
    """In other letters, with blanks, or in another writing, they are other texts."""
    forms = (str.upper, str.title, "{} ".format, " {}".format, "{}\n".format, lambda text: chr(ord(text[0]) + 0xFEE0) + text[1:], "{}\u200b".format, "\t{}".format, "{}\0".format, "{}\0x".format, "\0{}".format, lambda text: f"{text[:3]}\0{text[3:]}", "{}\ud800".format)

    def effect(form):
        theme, word = form("birds"), form("heron")
        attempt(store()[1].reserve, ["x", word], "My own")
        return changed() or found("?????", [theme]) or found("?????", ["x", theme], ["mason"]) or counted([theme])

    for form in forms:
        wrong = effect(form)
        exploit_if(wrong, f"{form('birds')!r} or {form('heron')!r}: {wrong}")


def test_words_that_are_not_wanted_are_only_compared():
    lists = sql.lists("heron", RESTS, COLUMNS)
    search.attack("what is not wanted", lists, lambda words: found("?????", ["trades"], ["mason", *words]), tries=90)


def test_pattern_theme_and_word_are_only_compared_together():
    def effect(pair):
        return found(pair[0], [pair[1]]) or found("?e?on", [pair[0]], [pair[1]])

    search.attack("two of them", sql.pairs(("pattern", "themes")), effect, tries=24)


def counted(themes):
    """What is counted that the themes do not ask for."""
    _, words, _ = store()
    outcome = attempt(words.counts, list(themes))
    if told := database.leaks(outcome.value, *TOLD):
        return f"{TOLD[told[0]]} is told"
    for theme, number in (outcome.value if isinstance(outcome.value, dict) else {}).items():
        there = list(FREE.values()).count(theme)
        if theme not in themes and number or isinstance(number, int) and number > there:
            return f"{number} words are counted for {theme!r}"
    return None


def broken():
    """Calls with something that no database takes, which end in the middle."""
    for half in sql.broken_texts():
        yield from (("reserve", ("heron",), half), ("find", half, ("birds",), ("x",)), ("find", half))
    for number, birds in enumerate(sql.broken_lists("birds")):
        yield ("find", "?????", birds) if number % 2 else ("counts", birds)
    for herons in sql.broken_lists("heron"):
        yield "reserve", herons, "First"
    for herons in itertools.islice(sql.broken_lists("heron"), 2):
        yield "find", "?????", herons, herons


def test_what_a_call_left_undone_is_not_done_by_the_next():
    def effect(call):
        db, words, _ = store()
        attempt(getattr(words, call[0]), *(list(one) if isinstance(one, tuple) else one for one in call[1:]))
        wrong = found("?????", ["trades"]) or found("?aso?", ["trades"], ["x"]) or counted(["trades"])
        if not wrong:
            attempt(words.reserve, ["x"], "May Day")
            rows = db.rows("words")
            others = [word for word, *_, puzzle in rows if puzzle == "May Day"]
            wrong = f"{others[0]!r} got the title of another puzzle" if others else None
            if wrong or sorted(rows) != sorted(WORDS):
                kept.clear()
        return f"{wrong} afterwards" if wrong else None

    search.attack("the call", broken(), effect, tries=45, shrink=0)


def test_what_is_counted_was_asked_for():
    search.attack("the themes", sql.lists("birds", RESTS, COLUMNS), counted, tries=80)


def test_no_other_words_are_reserved():
    def effect(texts):
        _, words, _ = store()
        if not {*texts} & {word for word, *_ in WORDS}:
            attempt(words.reserve, list(texts), "My own")
        return changed()

    search.attack("the words", sql.lists("heron", ("OR 1", "OR puzzle IS NOT NULL"), COLUMNS), effect, tries=80)


def test_the_title_of_a_puzzle_is_only_stored():
    def effect(title):
        _, words, _ = store()
        attempt(words.reserve, ["x"], title)
        return changed()

    search.attack("the title", sql.values("Easter", ("WHERE 1",)), effect, tries=40)
    # A question mark for the word, which is a parameter perhaps.
    search.attack("the title", sql.values("Easter", ("WHERE word <> ?",)), effect, tries=40)


def test_a_title_that_is_stored_is_what_was_typed():
    def effect(title):
        db, words, _ = store()
        attempt(words.reserve, ["mason"], title)
        rows = {row[0]: row for row in db.rows("words")}
        kept.clear()
        if database.leaks(rows["mason"], PIN, TITLE, CLUE):
            return "a free word has got what the setter cannot know"
        others = [word for word, *rest in WORDS if word != "mason" and rows.get(word) != (word, *rest)]
        return f"{others[0]!r} was changed" if others else None

    rests = ("|| (SELECT pin FROM setters) WHERE word = 'mason'", "WHERE word <> ?")
    search.attack("the title", sql.values("Easter", rests, ()), effect, tries=10)


def test_what_others_have_reserved_meanwhile_is_reserved():
    """Other setters' programs write to the file between two calls, with each time and size of it; nothing is remembered."""
    for way, first in itertools.product(("in the log", "at one time"), ("find", "counts", "reserve")):
        name = f"meanwhile-{next(numbers)}.db"
        db = database.create(name, {
            "words": ("word TEXT PRIMARY KEY, clue TEXT, theme TEXT, puzzle TEXT", [("raven", "Black", "birds", None), ("heron", "Grey fisher", "birds", None)]),
            "setters": ("name TEXT, pin TEXT", [("Ida", PIN)]),
        })
        words = solution.WordStore(db.path)
        if way == "in the log":
            db.keep_in_log()
        else:
            rewriting.date(name)
        for call in (("find", "?????"), ("find", "?????", ["birds"], ["x"]), ("counts", ["birds"]), ("reserve", ["x"], "My own")):
            attempt(getattr(words, call[0]), *call[1:])
        db.change("UPDATE words SET puzzle = 'Theirs' WHERE word = 'raven'")
        if way == "at one time":
            rewriting.date(name)
        if first == "find":
            told = [attempt(words.find, "?????").value, attempt(words.find, "?????", ["birds"], ["x"]).value]
            exploit_if("raven" in repr(told), f"a word comes back that others have reserved ({way})")
        elif first == "counts":
            counted = attempt(words.counts, ["birds"]).value
            exploit_if(isinstance(counted, dict) and counted.get("birds") not in (1, None), f"a word is counted that others have reserved ({way})")
        else:
            attempt(words.reserve, ["raven", "heron"], "My own")
            exploit_if(dict(db.query("SELECT word, puzzle FROM words"))["raven"] != "Theirs", f"a word is reserved that others have reserved ({way})")


def test_what_is_no_text_is_no_theme_and_no_word():
    """Another program has stored nothing, bytes, or a text that is no UTF-8: what a reader makes of that is another text."""
    for expression, texts in itertools.chain(stored.others(), stored.spoilt()):
        db = database.create(f"stored-{next(numbers)}.db", {
            "words": ("word TEXT PRIMARY KEY, clue TEXT, theme TEXT, puzzle TEXT", [("heron", "Grey fisher", "birds", None)]),
            "setters": ("name TEXT, pin TEXT", [("Ida", PIN)]),
        }, f"INSERT INTO words VALUES ('mason', 'Wall builder', {expression}, NULL), ({expression}, 'None', 'trades', NULL)")
        words, before = solution.WordStore(db.path), db.query("SELECT hex(word), puzzle FROM words ORDER BY rowid")
        texts = texts[:18]
        exploit_if("mason" in repr(attempt(words.find, "?????", texts).value), f"a word with {expression} for a theme is found as one of {texts}")
        counted = attempt(words.counts, texts).value
        many = [theme for theme, number in counted.items() if number] if isinstance(counted, dict) else []
        exploit_if(many, f"a word with {expression} for a theme is counted for {many}")
        attempt(words.reserve, texts, "My own")
        exploit_if(db.query("SELECT hex(word), puzzle FROM words ORDER BY rowid") != before, f"the word {expression} is reserved as one of {texts}")
