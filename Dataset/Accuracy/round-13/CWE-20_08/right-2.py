"""Books as SQLite tables in memory; cents dealt out one by one to who lags most."""
import heapq
import sqlite3

SCHEMA = """
create table person  (name text primary key, place integer) strict;
create table expense (number integer primary key, payer text not null references person,
                      cents integer not null check (cents between 1 and 2000000)) strict;
create table stay    (number integer not null references expense, name text not null references person,
                      nights integer not null check (nights between 1 and 60),
                      part integer not null check (part >= 0), primary key (number, name)) strict;
create table cash    (giver text not null references person, taker text not null references person,
                      cents integer not null check (cents between 1 and 2000000)) strict;
"""
DIGITS = {c: i for i, c in enumerate("0123456789")}


def read_amount(text):
    """A small automaton: digits, at most one point, at most two digits behind it."""
    if type(text) is not str:
        raise ValueError("not a text")
    cents, behind, seen = 0, None, 0
    for sign in text:
        if sign == "." and behind is None and seen:
            behind = 0
        elif sign in DIGITS and (behind is None or behind < 2) and seen < 12:
            cents, seen = cents * 10 + DIGITS[sign], seen + 1
            behind = None if behind is None else behind + 1
        else:
            raise ValueError("not an amount in euros and cents")
    if not seen or behind == 0:
        raise ValueError("not an amount")
    return cents * 10 ** (2 - (behind or 0))


def deal(cents, nights):
    """Floor of each share; then cent by cent to those whose remainder is largest."""
    total = sum(nights.values())
    parts = {name: cents * n // total for name, n in nights.items()}
    lag = [(-(cents * n % total), i, name) for i, (name, n) in enumerate(nights.items())]
    heapq.heapify(lag)
    for _ in range(cents - sum(parts.values())):
        parts[heapq.heappop(lag)[2]] += 1
    return parts


def show(cents):
    digits = str(abs(cents)).zfill(3)
    return "-" * (cents < 0) + digits[:-2] + "." + digits[-2:]


class Kitty:
    def __init__(self, people):
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.executescript(SCHEMA)
        self._names = {}
        for place, name in enumerate(people):
            self._names[name] = place

    def _place(self, name):
        try:
            return self._names[name]
        except TypeError:
            raise KeyError(repr(name)) from None

    def _one(self, number):
        if type(number) is not int or number.bit_length() > 60:
            raise KeyError(number)
        if not self._db.execute("select 1 from expense where number = ?", (number,)).fetchone():
            raise KeyError(number)

    def _do(self, *steps):
        self._db.execute("begin")
        try:
            for sql, rows in steps:
                self._db.executemany(sql, rows)
        except sqlite3.Error as e:
            self._db.execute("rollback")
            raise ValueError(f"not for the books: {e}") from None
        self._db.execute("commit")

    def spend(self, payer, amount, nights):
        who = str(self._place(payer))
        cents = read_amount(amount)
        if type(nights) is not dict or not nights:
            raise ValueError("for nobody")
        if any(type(n) is not int or n not in range(1, 61) for n in nights.values()):
            raise ValueError("nights")
        places = {str(self._place(name)): n for name, n in nights.items()}
        [(number,)] = self._db.execute("select count(*) + 1 from expense")
        self._do(
            ("insert or ignore into person values (?, ?)", [(str(p), p) for p in self._names.values()]),
            ("insert into expense values (?, ?, ?)", [(number, who, cents)]),
            ("insert into stay values (?, ?, ?, ?)",
             [(number, p, places[p], part) for p, part in deal(cents, places).items()]),
        )
        return number

    def correct(self, number, amount):
        self._one(number)
        cents = read_amount(amount)
        stays = dict(self._db.execute("select name, nights from stay where number = ?", (number,)))
        self._do(
            ("update expense set cents = ? where number = ?", [(cents, number)]),
            ("update stay set part = ? where number = ? and name = ?",
             [(part, number, p) for p, part in deal(cents, stays).items()]),
        )

    def hand(self, giver, taker, amount):
        row = str(self._place(giver)), str(self._place(taker)), read_amount(amount)
        self._do(("insert into cash values (?, ?, ?)", [row]))

    def parts(self, number):
        self._one(number)
        names = list(self._names)
        rows = self._db.execute("select name, part from stay where number = ? order by rowid", (number,))
        return {names[int(p)]: show(part) for p, part in rows}

    def balances(self):
        rows = dict(self._db.execute("""
            select name, sum(cents) from (
                select payer name, cents from expense
                union all select name, -part from stay
                union all select giver, cents from cash
                union all select taker, -cents from cash) group by name"""))
        return {name: show(rows.get(str(p), 0)) for name, p in self._names.items()}
