"""The workshop as tables of an SQL database in memory; every act is one transaction."""
import contextlib
import sqlite3

_RIGHTS = ("bench", "saw", "lathe", "laser", "people", "roles")

_SCHEMA = """
create table role (id integer primary key autoincrement, name blob unique, standard int not null default 0);
create table grants (role integer references role on delete cascade, right text, primary key (role, right));
create table member (name blob primary key, own integer references role on delete set null);
create view power as
    select member.name as name, grants.right as right from member join grants
    on grants.role = coalesce(member.own, (select id from role where standard));
create trigger no_helpers_1 before insert on grants
    when new.right in ('people', 'roles') and (select standard from role where id = new.role)
    begin select raise(abort, 'never standard'); end;
create trigger no_helpers_2 before update of standard on role
    when new.standard and exists (select 1 from grants where role = new.id and right in ('people', 'roles'))
    begin select raise(abort, 'never standard'); end;
"""


def _key(name):
    return name.encode("utf-8", "surrogatepass")


class Workshop:
    def __init__(self, founder):
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.execute("pragma foreign_keys = on")
        self._db.executescript(_SCHEMA)
        with self._step():
            top, _ = self._make("founder", _RIGHTS), self._make("guest", ["bench"])
            self._db.execute("update role set standard = 1 where name = ?", (_key("guest"),))
            self._db.execute("insert into member values (?, ?)", (_key(founder), top))

    @contextlib.contextmanager
    def _step(self):
        self._db.execute("begin")
        try:
            yield
        except BaseException:
            self._db.execute("rollback")
            raise
        self._db.execute("commit")

    def _set(self, query, *values):
        return {row[0] for row in self._db.execute(query, values)}

    def _power(self, name):
        return self._set("select right from power where name = ?", _key(name))

    def _make(self, role, rights):
        made = self._db.execute("insert into role (name) values (?)", (_key(role),)).lastrowid
        self._fill(made, rights)
        return made

    def _fill(self, role, rights):
        self._db.execute("delete from grants where role = ?", (role,))
        self._db.executemany("insert into grants values (?, ?)", [(role, right) for right in sorted(set(rights))])

    def _ask(self, by, right):
        if right not in self._power(by):
            raise PermissionError(right)

    def _beyond(self, by, rights):
        if set(rights) - self._power(by):
            raise PermissionError("beyond " + repr(by))

    def _member(self, name):
        if not self._set("select 1 from member where name = ?", _key(name)):
            raise KeyError(name)

    def _role(self, role):
        for found, standard in self._db.execute("select id, standard from role where name = ?", (_key(role),)):
            return found, standard, self._set("select right from grants where role = ?", found)
        raise KeyError(role)

    def join(self, name):
        with self._step():
            try:
                self._db.execute("insert into member values (?, null)", (_key(name),))
            except sqlite3.IntegrityError:
                raise ValueError(name) from None

    def leave(self, by, name):
        with self._step():
            if by != name:
                self._ask(by, "people")
            self._member(name)
            if by != name:
                self._beyond(by, self._power(name))
            self._db.execute("delete from member where name = ?", (_key(name),))

    def give(self, by, name, role):
        with self._step():
            self._ask(by, "people")
            self._member(name)
            new, _, rights = (None, 0, ()) if role is None else self._role(role)
            self._beyond(by, self._power(name).union(rights))
            self._db.execute("update member set own = ? where name = ?", (new, _key(name)))

    def define(self, by, role, rights):
        rights = list(rights)
        with self._step():
            self._ask(by, "roles")
            self._beyond(by, rights)
            try:
                old, _, had = self._role(role)
            except KeyError:
                self._make(role, rights)
            else:
                self._beyond(by, had)
                self._fill(old, rights)

    def remove(self, by, role):
        with self._step():
            self._ask(by, "roles")
            old, standard, had = self._role(role)
            self._beyond(by, had)
            if standard:
                raise ValueError(role)
            self._db.execute("delete from role where id = ?", (old,))

    def set_standard(self, by, role):
        with self._step():
            self._ask(by, "roles")
            new, _, has = self._role(role)
            self._beyond(by, has)
            self._db.execute("update role set standard = 0 where standard")
            self._db.execute("update role set standard = 1 where id = ?", (new,))

    def rights(self, name):
        return sorted(self._power(name))

    def may(self, name, right):
        return right in self._power(name)
