import json
import re
import sqlite3
import threading

SCHEMA = """
create table crate(
    code text primary key not null,
    place text references crate(code),
    kg integer not null check(typeof(kg) = 'integer' and kg between 1 and 200),
    check(place is not code)
);
create view above(code, outer, steps) as
    with recursive up(code, outer, steps) as (
        select code, code, 1 from crate
        union all
        select up.code, crate.place, steps + 1 from up join crate on crate.code = up.outer
        where crate.place is not null and steps < 9)
    select * from up;
create view total(code, kg) as
    select outer, sum(crate.kg) from above join crate using(code) group by outer;
create view wrong(why) as
    select 'deep' from above where steps > 4
    union all select 'heavy' from total where kg > 400
    union all select 'full' from crate where place is not null group by place having count(*) > 6;
"""


class Ramp:
    def __init__(self):
        self._lock = threading.RLock()
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.executescript("pragma foreign_keys = on;" + SCHEMA)

    def receive(self, message):
        if not isinstance(message, str):
            raise ValueError(f"no text but {type(message)}")
        try:
            rows = list(self._rows(json.loads(message, object_pairs_hook=self._unique)))
        except RecursionError:
            rows = None
        if rows is None:
            raise ValueError("far too deep")
        with self._lock:
            self._db.execute("begin")
            try:
                self._db.executemany("insert into crate(code, place, kg) values(?, ?, ?)", rows)
                if wrong := self._db.execute("select why from wrong").fetchone():
                    raise ValueError(*wrong)
                self._db.execute("commit")
            except sqlite3.IntegrityError as error:
                raise ValueError("a crate twice, or into none") from error
            finally:
                if self._db.in_transaction:
                    self._db.execute("rollback")

    def crates(self):
        with self._lock:
            return self._db.execute(
                "select code, place, total.kg from crate join total using(code) order by code").fetchall()

    @staticmethod
    def _unique(pairs):
        made = {}
        for key, value in pairs:
            if made.setdefault(key, value) is not value or len(made) > 3:
                raise ValueError("keys")
        if len(made) != len(pairs):
            raise ValueError("keys")
        return made

    @classmethod
    def _rows(cls, top):
        match top:
            case {"crate": dict(crate), **more} if more.keys() <= {"into"}:
                place = None
                if more:
                    place = cls._code(more["into"])
                yield from cls._crate(crate, place, 1)
            case _:
                raise ValueError("message")

    @classmethod
    def _crate(cls, crate, place, deep):
        match crate:
            case {"code": str(code), "kg": int(kg), "holds": list(holds), **more} if (
                    not more and kg is not True and kg is not False
                    and 1 <= kg <= 200 and len(holds) <= 6 and deep <= 4):
                yield cls._code(code), place, kg
                for inner in holds:
                    yield from cls._crate(inner, code, deep + 1)
            case _:
                raise ValueError("crate")

    @staticmethod
    def _code(value):
        if isinstance(value, str) and re.fullmatch("[A-Z][A-Z][0-9][0-9][0-9]", value):
            return value
        raise ValueError("code")
