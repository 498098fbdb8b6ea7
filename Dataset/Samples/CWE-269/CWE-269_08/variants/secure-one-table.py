import sqlite3

ALL = "bench laser lathe people roles saw"


class Workshop:
    """People and roles in a small database of their own."""

    def __init__(self, founder):
        self.db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self.db.executescript("""
            CREATE TABLE roles (name TEXT PRIMARY KEY, rights TEXT NOT NULL);
            CREATE TABLE members (name TEXT PRIMARY KEY, role TEXT);
            CREATE TABLE standard (role TEXT);
            INSERT INTO standard VALUES ('guest');
        """)
        self.db.executemany("INSERT INTO roles VALUES (?, ?)", [("founder", ALL), ("guest", "bench")])
        self.db.execute("INSERT INTO members VALUES (?, 'founder')", (founder,))

    def one(self, sql, *values):
        row = self.db.execute(sql, values).fetchone()
        return row[0] if row else None

    def rights(self, name):
        found = self.one("""SELECT roles.rights FROM members JOIN roles
            ON roles.name = coalesce(members.role, (SELECT role FROM standard)) WHERE members.name = ?""", name)
        return sorted(set((found or "").split()))

    def may(self, name, right):
        return right in self.rights(name)

    def role(self, name):
        found = self.one("SELECT rights FROM roles WHERE name = ?", name)
        if found is None:
            raise KeyError(name)
        return found.split()

    def member(self, name):
        if self.one("SELECT 1 FROM members WHERE name = ?", name) is None:
            raise KeyError(name)
        return self.rights(name)

    def demand(self, by, office, *lists):
        own = self.rights(by)
        if office not in own or any(right not in own for rights in lists for right in rights):
            raise PermissionError(by)

    def join(self, name):
        if not isinstance(name, str):
            raise TypeError(name)
        try:
            self.db.execute("INSERT INTO members VALUES (?, NULL)", (name,))
        except sqlite3.IntegrityError as error:
            raise ValueError(name) from error

    def leave(self, by, name):
        if by != name or not self.db.execute("SELECT 1 FROM members WHERE name = ?", (by,)).fetchone():
            self.demand(by, "people")
            self.demand(by, "people", self.member(name))
        self.db.execute("DELETE FROM members WHERE name = ?", (name,))

    def give(self, by, name, role):
        self.demand(by, "people")
        self.demand(by, "people", self.member(name), [] if role is None else self.role(role))
        self.db.execute("UPDATE members SET role = ? WHERE name = ?", (role, name))

    def define(self, by, role, rights):
        self.demand(by, "roles")
        before = self.one("SELECT rights FROM roles WHERE name = ?", role) or ""
        self.demand(by, "roles", rights, before.split())
        if self.one("SELECT role FROM standard") == role and ("people" in rights or "roles" in rights):
            raise PermissionError(role)
        self.db.execute("INSERT OR REPLACE INTO roles VALUES (?, ?)", (role, " ".join(rights)))

    def remove(self, by, role):
        self.demand(by, "roles")
        self.demand(by, "roles", self.role(role))
        if self.one("SELECT role FROM standard") == role:
            raise ValueError(role)
        self.db.execute("DELETE FROM roles WHERE name = ?", (role,))
        self.db.execute("UPDATE members SET role = NULL WHERE role = ?", (role,))

    def set_standard(self, by, role):
        self.demand(by, "roles")
        rights = self.role(role)
        self.demand(by, "roles", rights)
        if {"people", "roles"} & set(rights):
            raise PermissionError(role)
        self.db.execute("UPDATE standard SET role = ?", (role,))
