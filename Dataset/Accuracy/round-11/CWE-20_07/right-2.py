"""The book as an SQLite table in memory: the checks are constraints and a query, a change is a savepoint.

Days that are typed a little differently (" 2031-3-9 ", other digits) are entered in the right form.
"""
import sqlite3
import unicodedata

_TABLE = """
CREATE TABLE loan (number INTEGER PRIMARY KEY AUTOINCREMENT, work INTEGER NOT NULL, borrower,
                   first TEXT NOT NULL, last TEXT NOT NULL,
                   CHECK (first IS date(first, '+0 days') AND last IS date(last, '+0 days')),
                   CHECK (first >= '2020-01-01' AND last <= '2059-12-31'),
                   CHECK (julianday(last) - julianday(first) + 1 BETWEEN 7 AND 90))
"""
_TOO_NEAR = """
SELECT 1 FROM loan a JOIN loan b ON a.work = b.work AND a.number < b.number
WHERE date(a.last, '+60 days') >= b.first AND date(b.last, '+60 days') >= a.first
"""


def _tidy(text):
    try:
        fields = unicodedata.normalize("NFKC", text).strip().split("-")
        year, month, day = fields
    except (TypeError, ValueError, AttributeError):
        raise ValueError(f"no day: {text!r}") from None
    if not all(f.isascii() and f.isdigit() for f in fields) or len(year) != 4 or len(month) > 2 or len(day) > 2:
        raise ValueError(f"no day: {text!r}")
    return f"{year}-{month:0>2}-{day:0>2}"


class Loans:
    def __init__(self, works):
        self._works = [*works]
        self._borrowers = {}
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.execute(_TABLE)

    def _index(self, work):
        try:
            return self._works.index(work)
        except ValueError:
            raise KeyError(work) from None

    def _known(self, number):
        if not isinstance(number, int) or number not in self._borrowers:
            raise KeyError(number)
        return int(number)

    def _change(self, sql, values):
        self._db.execute("SAVEPOINT change")
        try:
            cursor = self._db.execute(sql, values)
            if self._db.execute(_TOO_NEAR).fetchone():
                raise ValueError("the work needs 60 days of rest")
        except (sqlite3.IntegrityError, ValueError) as error:
            self._db.execute("ROLLBACK TO change")
            raise ValueError(str(error)) from None
        finally:
            self._db.execute("RELEASE change")
        return cursor.lastrowid

    def lend(self, work, borrower, first, last):
        index = self._index(work)
        number = self._change("INSERT INTO loan (work, first, last) VALUES (?, ?, ?)",
                              (index, _tidy(first), _tidy(last)))
        self._borrowers[number] = borrower
        return number

    def move(self, number, first, last):
        number = self._known(number)
        self._change("UPDATE loan SET first = ?, last = ? WHERE number = ?", (_tidy(first), _tidy(last), number))

    def exchange(self, number, work):
        number = self._known(number)
        self._change("UPDATE loan SET work = ? WHERE number = ?", (self._index(work), number))

    def cancel(self, number):
        number = self._known(number)
        self._db.execute("DELETE FROM loan WHERE number = ?", (number,))
        del self._borrowers[number]

    def loans(self, work):
        rows = self._db.execute("SELECT number, first, last FROM loan WHERE work = ? ORDER BY first",
                                (self._index(work),))
        return [(number, self._borrowers[number], first, last) for number, first, last in rows]
