import secrets
import sqlite3


class WordLists:
    """All tables in memory; every statement names the firm of the desk."""

    def __init__(self, staff):
        self.db = sqlite3.connect(":memory:", check_same_thread=False)
        self.db.executescript(
            "CREATE TABLE people (firm, person, role, PRIMARY KEY (firm, person));"
            "CREATE TABLE desks (desk PRIMARY KEY, firm, person);"
            "CREATE TABLE entries (number INTEGER PRIMARY KEY AUTOINCREMENT, firm, term, translation);"
        )
        for firm, people in staff.items():
            for person, role in people.items():
                self.db.execute("INSERT INTO people VALUES (?, ?, ?)", (firm, person, role))

    def open(self, person, firm):
        if not self.db.execute("SELECT 1 FROM people WHERE firm = ? AND person = ?", (firm, person)).fetchone():
            raise PermissionError("Not on the staff")
        desk = secrets.token_hex(20)
        self.db.execute("INSERT INTO desks VALUES (?, ?, ?)", (desk, firm, person))
        return desk

    def at(self, desk, roles):
        if isinstance(desk, str):
            row = self.db.execute(
                "SELECT firm, role FROM desks JOIN people USING (firm, person) WHERE desk = ?", (desk,)
            ).fetchone()
            if row and row[1] in roles:
                return row[0]
        raise PermissionError("Not at this desk")

    def find(self, desk, text):
        firm = self.at(desk, ("reader", "editor"))
        rows = self.db.execute(
            "SELECT number, term, translation FROM entries WHERE firm = ? ORDER BY number", (firm,)
        )
        return [row for row in rows if text in row[1]]

    def add(self, desk, term, translation):
        firm = self.at(desk, ("editor",))
        sql = "INSERT INTO entries (firm, term, translation) VALUES (?, ?, ?)"
        return self.db.execute(sql, (firm, term, translation)).lastrowid

    def change(self, desk, number, translation):
        firm = self.at(desk, ("editor",))
        sql = "UPDATE entries SET translation = ? WHERE number = ? AND firm = ?"
        if not self.db.execute(sql, (translation, number, firm)).rowcount:
            raise PermissionError("No entry of this firm")

    def remove(self, desk, number):
        firm = self.at(desk, ("editor",))
        self.db.execute("DELETE FROM entries WHERE number = ? AND firm = ?", (number, firm))

    def take_in(self, desk, person, role):
        firm = self.at(desk, ("editor",))
        if role in ("reader", "editor"):
            self.db.execute("INSERT OR REPLACE INTO people VALUES (?, ?, ?)", (firm, person, role))

    def let_go(self, desk, person):
        firm = self.at(desk, ("editor",))
        for table in ("people", "desks"):
            self.db.execute(f"DELETE FROM {table} WHERE firm = ? AND person = ?", (firm, person))
