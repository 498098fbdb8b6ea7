import sqlite3


class Notebooks:
    """Everything in a database in memory; a foreign key ties each right to one ownership of one notebook."""

    def __init__(self):
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.executescript("""
            PRAGMA foreign_keys = ON;
            CREATE TABLE tenure (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT UNIQUE NOT NULL, owner TEXT NOT NULL);
            CREATE TABLE page (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, line TEXT NOT NULL,
                FOREIGN KEY (title) REFERENCES tenure (title) ON DELETE CASCADE);
            CREATE TABLE given (tenure INTEGER NOT NULL REFERENCES tenure ON DELETE CASCADE ON UPDATE CASCADE,
                person TEXT NOT NULL, right TEXT NOT NULL CHECK (right IN ('read', 'write')),
                PRIMARY KEY (tenure, person));
        """)

    def _tenure(self, title):
        found = self._db.execute("SELECT id, owner FROM tenure WHERE title = ?", (title,)).fetchone()
        if found is None:
            raise KeyError(title)
        return found

    def _own(self, person, title):
        number, owner = self._tenure(title)
        if owner != person:
            raise PermissionError(person)
        return number

    def _demand(self, person, title, *rights):
        number, owner = self._tenure(title)
        if owner != person:
            row = self._db.execute("SELECT right FROM given WHERE tenure = ? AND person = ?", (number, person)).fetchone()
            if row is None or row[0] not in rights:
                raise PermissionError(person)

    def create(self, person, title):
        try:
            self._db.execute("INSERT INTO tenure (title, owner) VALUES (?, ?)", (title, person))
        except sqlite3.IntegrityError as error:
            raise ValueError(title) from error

    def share(self, person, title, other, right):
        number = self._own(person, title)
        if right not in {"read", "write"}:
            raise ValueError(right)
        self._db.execute("INSERT OR REPLACE INTO given VALUES (?, ?, ?)", (number, other, right))

    def unshare(self, person, title, other):
        self._db.execute("DELETE FROM given WHERE tenure = ? AND person = ?", (self._own(person, title), other))

    def hand_over(self, person, title, other):
        number = self._own(person, title)
        with self._db:
            self._db.execute("BEGIN")
            self._db.execute("DELETE FROM given WHERE tenure = ?", (number,))
            self._db.execute("UPDATE tenure SET owner = ? WHERE id = ?", (other, number))

    def delete(self, person, title):
        self._db.execute("DELETE FROM tenure WHERE id = ?", (self._own(person, title),))

    def add(self, person, title, line):
        self._demand(person, title, "write")
        self._db.execute("INSERT INTO page (title, line) VALUES (?, ?)", (title, line))

    def lines(self, person, title):
        self._demand(person, title, "read", "write")
        return [line for line, in self._db.execute("SELECT line FROM page WHERE title = ? ORDER BY id", (title,))]

    def titles(self, person):
        return sorted(title for title, in self._db.execute(
            "SELECT title FROM tenure WHERE owner = :p OR id IN (SELECT tenure FROM given WHERE person = :p)",
            {"p": person}))
