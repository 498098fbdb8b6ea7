import json
import re
import sqlite3
import threading


class Refused(ValueError):
    pass


_SCHEMA = """
create table crate (
    code text primary key,
    kg integer not null check (typeof(kg) = 'integer' and kg between 1 and 200),
    parent text
);
"""

_TREE = """
with recursive above(code, outer, level) as (
    select code, code, 1 from crate
    union all
    select above.code, crate.parent, level + 1
    from above join crate on crate.code = above.outer
    where crate.parent is not null and level < 6
)
"""


class _Once(dict):
    @classmethod
    def of(cls, pairs):
        made = cls(pairs)
        if len(made) != len(pairs):
            raise Refused("a key twice")
        return made


def _flatten(top, parent):
    """Yields (code, kg, parent), without recursion."""
    waiting = [(top, parent, 1)]
    while waiting:
        item, outer, level = waiting.pop()
        match item:
            case _Once() if sorted(item) == ["code", "holds", "kg"] and level <= 4:
                code, kg, holds = item["code"], item["kg"], item["holds"]
            case _:
                raise Refused("not a crate, or too deep")
        if not (isinstance(code, str) and re.fullmatch("[A-Z][A-Z][0-9][0-9][0-9]", code)):
            raise Refused("code")
        if type(kg) is not int or kg not in range(1, 201):
            raise Refused("kg")
        if not isinstance(holds, list) or len(holds) > 6:
            raise Refused("holds")
        yield code, kg, outer
        waiting.extend((inner, code, level + 1) for inner in holds)


class Ramp:
    def __init__(self):
        self._lock = threading.Lock()
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.executescript(_SCHEMA)

    def _one(self, sql, *values):
        return self._db.execute(sql, values).fetchone()[0]

    def receive(self, message):
        if not isinstance(message, str):
            raise Refused("a message is a text")
        try:
            data = json.loads(message, object_pairs_hook=_Once.of)
        except RecursionError:
            raise Refused("brackets") from None
        if not isinstance(data, _Once) or sorted(data) not in (["crate"], ["crate", "into"]):
            raise Refused("not a message")
        with self._lock:
            self._db.execute("begin")
            try:
                into = None
                if "into" in data:
                    into = data["into"]
                    if not isinstance(into, str) or not re.fullmatch("[A-Z]{2}[0-9]{3}", into):
                        raise Refused("into")
                    if not self._one("select count(*) from crate where code = ?", into):
                        raise Refused("into what?")
                self._db.executemany("insert into crate values (?, ?, ?)", _flatten(data["crate"], into))
                if self._one(_TREE + "select max(level) from above") > 4:
                    raise Refused("too deep")
                if self._one("select coalesce(max(n), 0) from (select count(*) n from crate"
                             " where parent is not null group by parent)") > 6:
                    raise Refused("too many")
                if self._one(_TREE + "select max(w) from (select sum(crate.kg) w from above"
                             " join crate using (code) group by outer)") > 400:
                    raise Refused("too heavy")
                self._db.execute("commit")
            except BaseException as error:
                self._db.execute("rollback")
                if isinstance(error, sqlite3.IntegrityError):
                    raise Refused("a crate twice") from None
                raise

    def crates(self):
        with self._lock:
            return self._db.execute(
                _TREE + "select o.code, o.parent, sum(i.kg) from above join crate o on o.code = above.outer"
                " join crate i on i.code = above.code group by o.code order by o.code").fetchall()
