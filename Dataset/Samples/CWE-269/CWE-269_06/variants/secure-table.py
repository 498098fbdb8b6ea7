import sqlite3


class Slips:
    def __init__(self, limits):
        self.db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self.db.executescript("""
            PRAGMA foreign_keys = ON;
            CREATE TABLE crew (name TEXT PRIMARY KEY, money INTEGER);
            CREATE TABLE deputies (person TEXT PRIMARY KEY REFERENCES crew ON DELETE CASCADE,
                                   deputy TEXT REFERENCES crew ON DELETE CASCADE);
            CREATE TABLE slips (number INTEGER PRIMARY KEY, author TEXT, amount INTEGER, signer TEXT, principal TEXT);
        """)
        self.db.executemany("INSERT INTO crew VALUES (?, ?)", limits.items())

    def limit(self, person):
        row = self.db.execute("SELECT money FROM crew WHERE name = ?", (person,)).fetchone()
        if row is None:
            raise KeyError(person)
        return row[0]

    def write(self, person, amount):
        self.limit(person)
        return self.db.execute("INSERT INTO slips (author, amount) VALUES (?, ?)", (person, amount)).lastrowid

    def appoint(self, person, deputy):
        self.limit(person), self.limit(deputy)
        self.db.execute("REPLACE INTO deputies VALUES (?, ?)", (person, deputy))

    def dismiss(self, person):
        self.limit(person)
        self.db.execute("DELETE FROM deputies WHERE person = ?", (person,))

    def sign(self, person, number, on_behalf_of=None):
        limit = self.limit(person)
        if on_behalf_of is not None:
            limit = self.limit(on_behalf_of)
            row = self.db.execute("SELECT deputy FROM deputies WHERE person = ?", (on_behalf_of,)).fetchone()
            if row != (person,):
                raise PermissionError("no deputy")
        if self.db.execute("SELECT 1 FROM slips WHERE number = ?", (number,)).fetchone() is None:
            raise KeyError(number)
        done = self.db.execute(
            "UPDATE slips SET signer = ?, principal = ? WHERE number = ? AND signer IS NULL AND amount <= ?"
            " AND author NOT IN (?, ?)",
            (person, on_behalf_of, number, limit, person, on_behalf_of or person),
        )
        if done.rowcount != 1:
            raise PermissionError("not allowed to sign")

    def signed(self):
        rows = self.db.execute("SELECT number, signer, principal FROM slips WHERE signer IS NOT NULL")
        return {number: (signer, principal) for number, signer, principal in rows}

    def set_limit(self, person, limit):
        self.limit(person)
        self.db.execute("UPDATE crew SET money = ? WHERE name = ?", (limit, person))

    def leave(self, person):
        self.limit(person)
        self.db.execute("DELETE FROM crew WHERE name = ?", (person,))

    def join(self, person, limit):
        try:
            self.db.execute("INSERT INTO crew VALUES (?, ?)", (person, limit))
        except sqlite3.IntegrityError:
            raise KeyError(person) from None
