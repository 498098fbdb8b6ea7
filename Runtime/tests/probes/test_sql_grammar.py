import html
import json
import re
import sqlite3
import unicodedata
import unittest
import urllib.parse

import fakes

from probes import search
from probes.grammars import sql

RESTS = ("OR 1", "UNION SELECT pin, pin FROM staff", "IS NOT 5")


def connection() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.executescript(
        "CREATE TABLE items (id INTEGER PRIMARY KEY, station TEXT, litres INTEGER);"
        "INSERT INTO items VALUES (1, 'Mill', 30), (2, 'Quay', 20), (3, 'Mill', 10), (4, 'Dam', 25);"
        "CREATE TABLE staff (pin TEXT); INSERT INTO staff VALUES ('4711');"
    )
    return made


def refused(pattern, flags=0):
    def defence(word):
        if re.search(pattern, word, flags):
            raise ValueError(word)
        return word

    return defence


def demanded(pattern, flags=0):
    def defence(word):
        if not re.match(pattern, word, flags):
            raise ValueError(word)
        return word

    return defence


#: What somebody does to a word before it stands between single quotes.
IN_SINGLE_QUOTES = {
    "nothing": str,
    "double quotes doubled": lambda word: word.replace('"', '""'),
    "backslash before the quote": lambda word: word.replace("'", "\\'"),
    "backslashes and quotes escaped by backslashes": lambda word: word.replace("\\", "\\\\").replace("'", "\\'"),
    "only the first quote doubled": lambda word: word.replace("'", "''", 1),
    "doubled unless a backslash stands before it": lambda word: re.sub(r"(?<!\\)'", "''", word),
    "doubled unless it is doubled already": lambda word: re.sub(r"(?<!')'(?!')", "''", word),
    "stripped of quotes at its ends": lambda word: word.strip("'"),
    "no blank and no word of SQL": refused(r"(?i)\s|union|select|\bor\b|--"),
    "no comment": refused(r"--|/\*|;"),
    "no words": refused(r"(?i)\b(or|and|union|select|where|like)\b"),
    "words taken out": lambda word: re.sub(r"(?i)union|select|--|\bor\b", "", word),
    "begins with a letter": demanded(r"[A-Za-z]"),
    "begins with an ordinary word": demanded(r"\w+"),
    "one line of it ordinary": demanded(r"(?m)^\w+$"),
    "HTML escaped, quotes left": lambda word: html.escape(word, quote=False),
    "doubled, then decoded": lambda word: urllib.parse.unquote(word.replace("'", "''")),
    "doubled, then normalised": lambda word: unicodedata.normalize("NFKC", word.replace("'", "''")),
    "doubled, then HTML decoded": lambda word: html.unescape(word.replace("'", "''")),
    "no equals sign": refused("="),
    "no blank": refused(r" "),
    "no white space": refused(r"\s"),
    "short": refused(r"(?s).{13}"),
    "even number of quotes": lambda word: word if word.count("'") % 2 == 0 else refused("'")(word),
}
TEMPLATES = {
    "double quotes": 'station = "{}"',
    "double quotes, brackets": '(station = "{}")',
    "back quotes": "station = `{}`",
    "LIKE in double quotes": 'station LIKE "{}"',
    "no quotes": "station = {}",
    "list": "station IN ('{}')",
    "brackets twice": "((station = '{}') AND id > 0)",
    "LIKE": "station LIKE '{}'",
    "GLOB": "station GLOB '{}'",
}


def finder(defence, template="station = '{}'"):
    def find(word):
        query = f"SELECT id, station FROM items WHERE {template.replace('{}', defence(word))} AND id < 4 ORDER BY id"
        return connection().execute(query).fetchall()

    return find


GAPS = {name: finder(defence) for name, defence in IN_SINGLE_QUOTES.items()}
GAPS |= {
    f"{name}, {how}": finder(defence, template)
    for name, template in TEMPLATES.items()
    for how, defence in {"as it is": str, "single quotes doubled": lambda word: word.replace("'", "''")}.items()
    if how == "as it is" or "'" not in template
}
GAPS |= {
    "Python's own quotes": finder(repr, "station = {}"),
    "JSON": finder(json.dumps, "station = {}"),
    "quotes by what is in it": finder(lambda word: f'"{word}"' if "'" in word else f"'{word}'", "station = {}"),
    "wildcards of LIKE as a parameter": lambda word: (
        connection().execute("SELECT id FROM items WHERE station LIKE ?", (word,)).fetchall()
    ),
}
SOUND = {
    "parameter": lambda word: connection().execute("SELECT id FROM items WHERE station = ?", (word,)).fetchall(),
    "doubled": finder(lambda word: word.replace("'", "''").replace("\0", "")),
    "quotes taken out": finder(lambda word: word.replace("'", "")),
    "refused": finder(refused("['\0]")),
    "listed": finder(lambda word: word if word in ("Mill", "Quay") else "none"),
}


class Values(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("")

    def exploit(self, find):
        def effect(word):
            return word not in ("Mill", "Quay", "Dam") and fakes.attempt(find, word).value

        return search.first(sql.values("Mill", RESTS, ("station", "id")), effect, 140)

    def test_every_planted_gap_is_found(self) -> None:
        missed = [name for name, find in GAPS.items() if not self.exploit(find)]
        self.assertGreater(len(GAPS), 35)
        self.assertEqual(missed, [])

    def test_sound_programs_withstand(self) -> None:
        self.assertEqual({name: found for name, find in SOUND.items() if (found := self.exploit(find))}, {})

    def test_a_length_at_which_a_text_is_cut_is_read_from_the_source(self) -> None:
        fakes.load("MOST = 31\n")

        def find(word):
            cut = word.replace("'", "''")[:31]
            return (
                connection().execute(f"SELECT id FROM items WHERE station = '{cut}' OR station = ' OR 1 --'").fetchall()
            )

        self.assertTrue(self.exploit(find))

    def test_a_statement_that_is_formatted_twice_has_quotes(self) -> None:
        fakes.load("QUERY = 'station = {value} ORDER BY {order}'.format(value=1, order='id')\n")

        def find(word):
            condition = "station = '" + word.replace("'", "''") + "'"
            query = f"SELECT id FROM items WHERE {condition} ORDER BY {{order}}"
            return connection().execute(query.format(order="id")).fetchall()

        self.assertTrue(self.exploit(find))

    def test_a_word_that_is_taken_out_once_is_put_into_itself(self) -> None:
        fakes.load("FORBIDDEN = ('OR', 'UNION', '<', '<>', '!=', 'IS', 'LIKE', 'IN')\n")

        def find(word):
            for forbidden in ("OR", "UNION", "<", "!=", "IS", "LIKE", "IN", "BETWEEN"):
                word = word.replace(forbidden, "")
            return connection().execute(f"SELECT id FROM items WHERE station = '{word}'").fetchall()

        self.assertTrue(search.first(sql.values("Mill", RESTS, ()), lambda word: fakes.attempt(find, word).value, 400))


def quoted_list(defence=str, of=lambda texts: texts):
    """A list that is put between quotes, one by one."""
    return lambda texts: "IN (" + ", ".join(f"'{defence(text)}'" for text in of(texts)) + ")"


#: What comes behind `station` for a list of texts, and the parameters.
LISTS = {
    "as they are": quoted_list(),
    "joined with quotes": lambda texts: "IN ('" + "','".join(texts) + "')",
    "tuple": lambda texts: f"IN {(*texts, '')}",
    "repr of each": lambda texts: f"IN ({','.join(map(repr, texts))})",
    "JSON of each": lambda texts: f"IN ({','.join(map(json.dumps, texts))})",
    "brackets of JSON replaced": lambda texts: f"IN ({json.dumps(texts)[1:-1]})",
    "double quotes": lambda texts: "IN (" + ",".join(f'"{text}"' for text in texts) + ")",
    "the first doubled": lambda texts: quoted_list(lambda text: text.replace("'", "''") if text == texts[0] else text)(texts),
    "only the first quote doubled": quoted_list(lambda text: text.replace("'", "''", 1)),
    "backslash before the quote": quoted_list(lambda text: text.replace("'", "\\'")),
    "no comment": quoted_list(refused(r"--|/\*|;")),
    "no word": quoted_list(refused(r"(?i)\b(or|and|union|select|where)\b")),
    "no blank": quoted_list(refused(r"\s")),
    "the last is not looked at": lambda texts: quoted_list()([*map(refused("'"), texts[:-1]), texts[-1]]),
    "the first is not looked at": lambda texts: quoted_list()([texts[0], *map(refused("'"), texts[1:])]),
    "the list begins well": lambda texts: (demanded(r"\w+$")(texts[0]), quoted_list()(texts))[1],
    "quotes of the whole text balanced": lambda texts: quoted_list(lambda t: t if t.count("'") % 2 == 0 else 1 / 0)(texts),
    "many formatted": lambda texts: quoted_list()(texts) if len(texts) > 900 else quoted_list(lambda t: t.replace("'", ""))(texts),
    "in one text": lambda texts: (",INSTR", ",".join(texts)),
    "in one text with bars": lambda texts: ("|INSTR", "|".join(texts)),
    "in one text of lines": lambda texts: ("\nINSTR", "\n".join(texts)),
    "JSON by hand": lambda texts: ("JSON", '["' + '","'.join(texts) + '"]'),
    "JSON with backslashes by hand": lambda texts: ("JSON", '["' + '","'.join(texts).replace("\\", "\\\\") + '"]'),
    "split again": lambda texts: quoted_list(lambda text: text.replace("'", "''"))(",".join(texts).split(",")),
    "LIKE for each": lambda texts: ("LIKE", *texts),
}
SOUND_LISTS = {
    "parameters": lambda texts: ("IN", *texts),
    "JSON": lambda texts: ("JSON", json.dumps(texts)),
    "doubled": quoted_list(lambda text: text.replace("'", "''").replace("\0", "")),
    "known ones": quoted_list(of=lambda texts: [text for text in texts if text in ("Mill", "Quay", "Dam")]),
}


def of_list(made):
    def find(texts):
        condition, parameters = made(list(texts)), ()
        if not isinstance(condition, str):
            kind, *parameters = condition
            condition = {
                "IN": f"station IN ({','.join('?' * len(parameters))})",
                "JSON": "station IN (SELECT value FROM json_each(?))",
                "LIKE": " OR ".join(["station LIKE ?"] * len(parameters)),
            }.get(kind, f"instr('{kind[:1]}' || ? || '{kind[:1]}', '{kind[:1]}' || station || '{kind[:1]}')")
        else:
            condition = f"station {condition}"
        return connection().execute(f"SELECT id FROM items WHERE ({condition}) AND id < 4", parameters).fetchall()

    return find


def like(pattern, escape=None):
    return connection().execute(
        "SELECT station FROM items WHERE station LIKE ?" + (f" ESCAPE '{escape}'" if escape else ""), (pattern,)
    ).fetchall()


def escaped(text, escape, signs="%_"):
    for sign in signs:
        text = text.replace(sign, escape + sign)
    return text.replace("?", "_")


def by(fits):
    return lambda text: [row for row in connection().execute("SELECT station FROM items") if fits(text, row[0])]


def glob(text):
    return connection().execute("SELECT station FROM items WHERE station GLOB ?", (text,)).fetchall()


#: Programs for which a question mark is any sign, and every other sign is itself.
PATTERNS = {
    "LIKE": lambda text: like(text.replace("?", "_")),
    "only the percent sign escaped": lambda text: like(escaped(text, "!", "%"), "!"),
    "only the underscore escaped": lambda text: like(escaped(text, "!", "_"), "!"),
    "percent signs taken out": lambda text: like(text.replace("%", "").replace("?", "_")),
    "the escape not escaped": lambda text: like(escaped(text, "!"), "!"),
    "the backslash not escaped": lambda text: like(escaped(text, "\\"), "\\"),
    "GLOB": glob,
    "GLOB without a star": lambda text: glob(refused(r"[*]")(text)),
    "a regular expression": by(lambda text, word: re.fullmatch(text.replace("?", "."), word)),
    "only the dot escaped": by(lambda text, word: re.fullmatch(text.replace(".", r"\.").replace("?", "."), word)),
    "in quotes": lambda text: connection().execute(
        f"SELECT station FROM items WHERE station LIKE '{escaped(text, '!', '!%_')}' ESCAPE '!'").fetchall(),
}
SOUND_PATTERNS = {
    "LIKE": lambda text: like(escaped(text, "!", "!%_"), "!"),
    "LIKE with a backslash": lambda text: like(escaped(text, "\\", "\\%_"), "\\"),
    "a regular expression": by(lambda text, word: re.fullmatch(re.escape(text).replace(r"\?", "."), word, re.S)),
    "GLOB": lambda text: glob(re.sub(r"[*\[]", r"[\g<0>]", text)),
}


class Lists(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("")

    def exploit(self, find):
        def effect(texts):
            # SQLite's JSON ends a text at a NUL, which is nobody's gap.
            known = {text.partition("\0")[0] for text in texts} & {"Mill", "Quay", "Dam"}
            return not known and fakes.attempt(find, texts).value

        return search.first(sql.lists("Mill", ("OR 1",), ("station",)), effect, 130)

    def test_every_planted_gap_is_found(self) -> None:
        self.assertEqual([name for name, made in LISTS.items() if not self.exploit(of_list(made))], [])
        self.assertGreaterEqual(len(LISTS), 20)

    def test_sound_programs_withstand(self) -> None:
        self.assertEqual([name for name, made in SOUND_LISTS.items() if self.exploit(of_list(made))], [])


#: Where a text becomes a number on its way to a comparison: the column it lies in, and the condition, with what is typed as `?`.
AS_NUMBERS = (
    ("value STRING", "year = value"), ("value NUMERIC", "year = value"), ("value INTEGER", "year = value"), ("value REAL", "year = value"),
    ("value TEXT", "CAST(year AS INTEGER) = CAST(value AS INTEGER)"), ("value DECIMAL(9)", "year = value"), ("value NUMBER", "year = value"),
    ("value TEXT", "year + 0 = value + 0"), ("value TEXT", "abs(year) = abs(value)"), ("value DATE", "year = value"),
)


class Numerals(fakes.ProbeTest):
    def found(self, column, condition, reads=str):
        def effect(text):
            db = sqlite3.connect(":memory:")
            db.executescript(f"CREATE TABLE items (year TEXT); INSERT INTO items VALUES ('2031'); CREATE TABLE typed ({column})")
            try:
                db.execute("INSERT INTO typed VALUES (?)", (str(reads(text)),))
                return db.execute(f"SELECT 1 FROM items, typed WHERE {condition}").fetchall()
            except (ValueError, OverflowError, sqlite3.Error):
                return []
            finally:
                db.close()

        return search.first(sql.numerals("2031"), effect, 30)

    def test_texts_that_become_numbers_are_found(self) -> None:
        for column, condition in AS_NUMBERS:
            self.assertTrue(self.found(column, condition), (column, condition))
        for reads in (int, lambda text: int(float(text)), lambda text: int(text, 0), lambda text: re.match(r"\d*", text)[0], str.strip):
            self.assertTrue(self.found("value TEXT", "year = value", reads))

    def test_texts_that_stay_texts_are_not(self) -> None:
        for column in ("value TEXT", "value", "value VARCHAR(9)", "value BLOB", "value CLOB"):
            self.assertFalse(self.found(column, "year = value"), column)


class Patterns(fakes.ProbeTest):
    def exploit(self, find):
        def connected(text):
            # SQLite ends a pattern at a NUL, which is nobody's gap.
            text = text.partition("\0")[0]
            rows = fakes.attempt(find, text).value or []
            fitting = lambda word: len(word) == len(text) and all(a in ("?", b) for a, b in zip(text.lower(), word.lower()))
            return [row[0] for row in rows if not fitting(row[0])]

        with_odd_words = "INSERT INTO items VALUES (5, '!ill', 1), (6, '\\ill', 1), (7, '|ill', 1)"
        plain, made = connection, globals()

        def opened():
            one = plain()
            one.execute(with_odd_words)
            return one

        made["connection"] = opened
        try:
            return search.first(sql.patterns("Mill", ("OR 1",), ("station",)), connected, 230)
        finally:
            made["connection"] = plain

    def test_every_planted_gap_is_found(self) -> None:
        fakes.load("")
        self.assertEqual([name for name, find in PATTERNS.items() if not self.exploit(find)], [])

    def test_sound_programs_withstand(self) -> None:
        fakes.load("")
        self.assertEqual({name: found for name, find in SOUND_PATTERNS.items() if (found := self.exploit(find))}, {})

    def test_a_pattern_that_ends_at_a_nul_is_found(self) -> None:
        fakes.load("")

        def found(compared, defence=str):
            def effect(text):
                rows = fakes.attempt(lambda: connection().execute(f"SELECT station FROM items WHERE {compared}", (defence(text),)).fetchall()).value
                return [row for row in rows or () if len(row[0]) != len(text)]

            return search.first(sql.patterns("Mill", ("OR 1",), ("station",)), effect, 60)

        escaped = lambda text: re.sub("[!%_]", r"!\g<0>", text).replace("?", "_")  # noqa: E731
        bracketed = lambda text: re.sub(r"[*\[]", r"[\g<0>]", text)  # noqa: E731
        for compared, defence in (("station LIKE ? ESCAPE '!'", escaped), ("station GLOB ?", bracketed)):
            self.assertTrue(found(compared, defence), compared)
            self.assertFalse(found(compared, lambda text, defence=defence: defence(refused("\0")(text))), compared)


class Broken(fakes.ProbeTest):
    """Stores that put the strings of a call into a table, all of which are taken out behind the call."""

    def left(self, careful, chunk=500):
        def effect(texts):
            db = connection()
            db.execute("CREATE TEMP TABLE typed (text TEXT)")

            def change(texts, litres):
                try:
                    for start in range(0, len(texts), chunk):
                        db.executemany("INSERT INTO typed VALUES (?)", [(text,) for text in texts[start : start + chunk]])
                    db.execute("UPDATE items SET litres = ? WHERE station IN (SELECT text FROM typed)", (litres,))
                    db.execute("DELETE FROM typed")
                finally:
                    if careful:
                        db.execute("DELETE FROM typed")

            fakes.attempt(change, texts, 1)
            fakes.attempt(change, ["x"], 2)
            return db.execute("SELECT 1 FROM items WHERE litres = 2").fetchall()

        return search.first(sql.broken_lists("Mill"), effect, 20)

    def test_what_is_left_of_a_call_is_found(self) -> None:
        for chunk in (1, 2, 500, 5000):
            self.assertTrue(self.left(False, chunk))
            self.assertFalse(self.left(True, chunk))


ORDERS = {
    "as it is": lambda column: column,
    "in double quotes": lambda column: f'"{column}"',
    "in back quotes": lambda column: f"`{column}`",
    "in brackets": lambda column: f"[{column}]",
    "first word checked": lambda column: column if column.split()[0] in ("id", "litres") else refused("")(column),
    "beginning checked": lambda column: column if column.startswith(("id", "litres")) else refused("")(column),
    "last word checked": lambda column: column if column.split(",")[-1] in ("id", "litres") else refused("")(column),
    "what is behind the last dot checked": lambda column: demanded("id$")(column.rpartition(".")[2]) and column,
    "what is behind the last colon checked": lambda column: demanded("id$")(column.rpartition(":")[2]) and column,
    "last line checked": lambda column: demanded("id$")(column.split("\n")[-1]) and column,
    "normalised late": lambda column: unicodedata.normalize("NFKC", refused(r"[ -/:-@[-^]")(column)),
    "no blank, no bracket": refused(r"[\s()]"),
    "no comma": refused(","),
    "only signs of names and sums": demanded(r"[\w +*%-]+$"),
    "no comment, no semicolon": refused(r"--|;|/\*"),
}
DIRECTIONS = {
    "as it is": str,
    "in capitals": str.upper,
    "beginning checked": demanded("(?i)asc|desc"),
    "first word checked": lambda way: way if way.split()[0].lower() in ("asc", "desc") else refused("")(way),
    "last word checked": lambda way: demanded("(asc|desc)$")(way.split()[-1]) and way,
    "end checked": lambda way: way if way.endswith(("asc", "desc")) else refused("")(way),
    "contains it": lambda way: way if "asc" in way or "desc" in way else refused("")(way),
    "no comma": refused(","),
    "no comment": lambda way: refused(r"--|/\*|;")(way),
    "no blank": refused(" "),
    "one line checked": demanded("(?m)(asc|desc)$"),
}


class Orders(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("")
        self.usual = [[1, 2, 3, 4], [4, 3, 2, 1], [3, 2, 4, 1], [1, 4, 2, 3]]

    def effect(self, query):
        def told(text):
            rows = fakes.attempt(lambda: connection().execute(query(text)).fetchall()).value or []
            return rows and [row[0] for row in rows] not in self.usual and rows

        return told

    def test_every_planted_gap_is_found(self) -> None:
        for name, made in ORDERS.items():
            effect = self.effect(lambda text, made=made: f"SELECT id FROM items ORDER BY {made(text)} ASC, id")
            self.assertTrue(search.first(sql.orders(("id", "litres"), ("(id-3)*(id-3)", "id%3")), effect, 150), name)
        for name, made in DIRECTIONS.items():
            effect = self.effect(lambda text, made=made: f"SELECT id FROM items ORDER BY litres {made(text)}, id")
            self.assertTrue(search.first(sql.directions(("(id-3)*(id-3)", "id%3")), effect, 150), name)

    def test_sound_programs_withstand(self) -> None:
        def checked(text):
            return f"SELECT id FROM items ORDER BY {'litres' if text == 'litres' else 'id'}"

        self.assertIsNone(search.first(sql.orders(("id", "litres"), ("id%3",)), self.effect(checked), 300))


class Operands(fakes.ProbeTest):
    """The name of a column that is compared, in programs that look at it in part."""

    #: What the statement gets of the text, for each careless way to look at it.
    CARELESS = {
        "nothing": str,
        "in double quotes": lambda text: f'"{text}"',
        "in square brackets": lambda text: f"[{text}]",
        "in backticks": lambda text: f"`{text}`",
        "in round brackets": lambda text: f"({text})",
        "letters only": demanded(r"[a-z]+$"),
        "begins with a column": demanded(r"station|litres"),
        "one line begins with a column": demanded(r"(?m)(.*\n)*(station|litres)"),
        "no blank": refused(r"\s"),
        "no comment": refused(r"--|/\*"),
        "no equals sign": refused("="),
        "no words": refused(r"(?i)\b(or|select|union)\b"),
        "not the hidden column as it is written": refused(r"\bid\b"),
        "a word taken out once": lambda text: text.replace("id", ""),
        "holds a column": lambda text: demanded(r"(?s).*(station|litres)")(text),
    }

    def effect(self, made):
        def told(text):
            query = "SELECT station FROM items WHERE litres > 0 AND {} >= ?"
            rows = fakes.attempt(lambda: connection().execute(query.format(made(text)), (3,)).fetchall()).value or []
            # Every litre is more than that, and every text is.
            return rows if 0 < len(rows) < 4 or ("4711",) in rows else None

        return told

    def operands(self):
        unions = ("UNION SELECT pin FROM staff",)
        yield from sql.operands(("litres", "station"), ("id", "id+0"), ("id>2", "id=2"), unions)

    def test_every_planted_gap_is_found(self) -> None:
        fakes.load("DENIED = ['id']")
        for name, made in self.CARELESS.items():
            self.assertTrue(search.first(self.operands(), self.effect(made), 120), name)

    def test_a_sign_that_is_written_by_the_attacker_is_found(self) -> None:
        def made(text):
            column, _, sign = text.partition("__")
            return f"{column} {dict(min='>=').get(sign, sign)}" if column == "litres" else "0"

        def told(text):
            query = f"SELECT station FROM items WHERE {made(text)} ?"
            rows = fakes.attempt(lambda: connection().execute(query, (3,)).fetchall()).value or []
            return rows if 0 < len(rows) < 4 else None

        fakes.load("")
        kinds = sql.operators("litres", ("id",), ("id>2",), "__", ("min",))
        self.assertTrue(search.first(kinds, told, 40))

    def test_sound_programs_withstand(self) -> None:
        fakes.load("")
        self.assertIsNone(search.first(self.operands(), self.effect(demanded("(station|litres)$")), 300))


class Identifiers(fakes.ProbeTest):
    """The name of a table in quotes, in programs that take care of some signs."""

    CARELESS = {
        "double quotes": lambda name: f'"t_{name}"',
        "square brackets": lambda name: f"[t_{name}]",
        "backticks": lambda name: f"`t_{name}`",
        "single quotes": lambda name: f"'t_{name}'",
        "no quotes": lambda name: f"t_{name}",
        "the first quote doubled": lambda name: '"t_' + name.replace('"', '""', 1) + '"',
        "no comment": lambda name: f'"t_{refused("--")(name)}"',
        "no words in capitals": lambda name: f'"t_{refused(" (UNION|SELECT) ")(name)}"',
        "a word taken out": lambda name: '"t_' + name.replace("UNION", "") + '"',
        "the first signs checked": lambda name: refused(r"^.{0,19}\"")(name) and f'"t_{name}"',
        "begins with a word": lambda name: f'"t_{demanded("[a-z]+")(name)}"',
        "quotes that it does not open": lambda name: next(
            f"{first}t_{name}{last}" for first, last in ('""', "``", "[]") if first not in name
        ),
    }
    RESTS = (" UNION SELECT pin FROM staff", " WHERE 0 UNION SELECT pin FROM staff")

    def effect(self, made):
        base = connection()
        base.executescript("CREATE TABLE t_mill (day TEXT); CREATE TABLE t_x (day TEXT)")
        # Somebody has made a table of this name before.
        base.execute('CREATE TABLE "t_mill""" (day TEXT)')

        def told(name):
            statement = lambda: f"SELECT day FROM {made(name)} ORDER BY day"  # noqa: E731
            rows = fakes.attempt(lambda: base.execute(statement()).fetchall()).value or []
            return rows if ("4711",) in rows else None

        return told

    def test_every_planted_gap_is_found(self) -> None:
        fakes.load("LONGEST = 20\nDENIED = ['UNION', 'SELECT']")
        for name, made in self.CARELESS.items():
            if name != "the first signs checked":
                self.assertTrue(search.first(sql.identifiers(("mill", "x"), self.RESTS), self.effect(made), 60), name)

    def test_a_length_up_to_which_a_name_is_looked_at(self) -> None:
        fakes.load("LONGEST = 20")
        long = connection()
        long.execute(f"CREATE TABLE t_{'x' * 20} (day TEXT)")
        made = self.CARELESS["the first signs checked"]
        told = lambda name: long.execute(f"SELECT day FROM {made(name)}").fetchall()  # noqa: E731
        found = search.first(
            sql.identifiers(("mill", "x"), self.RESTS), lambda name: fakes.attempt(lambda: told(name)).value, 60
        )
        self.assertTrue(found)

    def test_sound_programs_withstand(self) -> None:
        fakes.load("")
        doubled = self.effect(lambda name: '"t_' + name.replace('"', '""') + '"')
        self.assertIsNone(search.first(sql.identifiers(("mill", "x"), self.RESTS), doubled, 300))

    def test_names_that_are_compared_by_a_pattern(self) -> None:
        for condition in ("'mill' LIKE ?", "'mill' GLOB ?", "'mill' = printf('%s', ?)"):
            found = lambda name, condition=condition: (
                name != "mill" and connection().execute(f"SELECT 1 WHERE {condition}", (name,)).fetchall()
            )
            self.assertTrue(search.first(sql.identifiers(("mill", "x"), self.RESTS), found, 50), condition)


class Pairs(fakes.ProbeTest):
    def test_two_values_that_open_and_leave_together(self) -> None:
        fakes.load("MOST = 20\nLINE = 'a = <<HOME>> AND b = <<AWAY>>'\n")
        programs = {
            "backslash": lambda a, b: "a = '" + a.replace("'", "''").replace("\\'", "") + f"' AND b = '{b}'",
            "named fields": lambda a, b: "a = '{a}' AND b = '{b}'".replace("{a}", a.replace("'", "")).replace(
                "{b}", "'" + b.replace("'", "") + "'"
            ),
            "fields of its own": lambda a, b: "a = <<HOME>> AND b = <<AWAY>>".replace(
                "<<HOME>>", "'" + a.replace("'", "") + "'"
            ).replace("<<AWAY>>", "'" + b.replace("'", "") + "'"),
            "cut": lambda a, b: f"a = '{a.replace(chr(39), chr(39) * 2)[:20]}' AND b = '{b.replace(chr(39), '')}'",
        }
        del programs["backslash"]  # SQLite knows no escape by backslash
        for name, condition in programs.items():

            def effect(two, condition=condition):
                base = connection()
                base.execute("CREATE TABLE t AS SELECT 'p' AS a, 'q' AS b")
                return fakes.attempt(lambda: base.execute(f"SELECT * FROM t WHERE {condition(*two)}").fetchall()).value

            self.assertTrue(search.first(sql.pairs(("a", "b")), effect, 200), name)

    def test_a_value_within_the_quotes_of_another(self) -> None:
        """In a script, on several lines, with brackets, and more than once in each: no comment helps there."""
        fakes.load("SCRIPT = 'a = :one; b = :two'\nOTHER = '<<two>>'\n")

        def quoted(text):
            return "'" + text.replace("'", "''") + "'"

        def in_turn(sign, text, one, two):
            for name, value in (("one", one), ("two", two)):
                text = text.replace(sign % name, quoted(value))
            return text

        for sign in (":%s", "{%s}", "$%s", "<<%s>>", "@%s", "%%%s%%"):

            def effect(both, sign=sign):
                one, two = sign % "one", sign % "two"
                base = connection()
                script = f"BEGIN; CREATE TABLE t AS SELECT id FROM items\nWHERE (station = {one} OR substr(station, 1, length({one}) + 1) = {one} || '/');\n"
                script += f"UPDATE items SET station = {two} || substr(station, length({one}) + 1)\nWHERE id IN (SELECT id FROM t); COMMIT;"
                if fakes.attempt(base.executescript, in_turn(sign, script, *both)).error:
                    return None
                return base.execute("SELECT count(*) FROM t").fetchone()[0] or None

            self.assertTrue(search.first(sql.filled(("one", "two")), effect, 120), sign)

        def bound(both):
            return connection().execute("SELECT * FROM items WHERE station IN (?, ?)", both).fetchall()

        self.assertIsNone(search.first(sql.filled(("one", "two")), bound, 300))


if __name__ == "__main__":
    unittest.main()
