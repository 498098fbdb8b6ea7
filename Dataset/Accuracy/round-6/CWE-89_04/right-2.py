import sqlite3
from contextlib import contextmanager
from enum import Enum

from flask import Flask, Response, json, request

LIMIT = 2 ** 63 - 1


class Field(Enum):
    MAKER = "maker"
    MODEL = "model"
    YEAR = "year"
    PRICE = "price"

    @property
    def numeric(self):
        return self in (Field.YEAR, Field.PRICE)


class Kind(Enum):
    EQUAL = ""
    MIN = "min"
    MAX = "max"
    CONTAINS = "contains"

    def sql(self, field):
        column = '"' + field.value + '"'
        return {
            Kind.EQUAL: f"{column} = ?",
            Kind.MIN: f"{column} >= ?",
            Kind.MAX: f"{column} <= ?",
            Kind.CONTAINS: f"instr({column}, ?) > 0",
        }[self]


NAMES = {
    field.value + ("__" + kind.value if kind.value else ""): (field, kind)
    for field in Field
    for kind in Kind
    if not (field.numeric and kind is Kind.CONTAINS)
}


def parse(args):
    for name in args:
        field, kind = NAMES[name]
        (value,) = args.getlist(name)
        if field.numeric:
            value = max(-LIMIT - 1, min(LIMIT, int(value, 10)))
        yield kind.sql(field), value


def create_app(db_path):
    app = Flask(__name__)

    @contextmanager
    def statement():
        pairs = [("sold = ?", 0), *parse(request.args)]
        db = sqlite3.connect(db_path)
        try:
            db.execute("PRAGMA query_only = ON")
            yield lambda head, tail="": db.execute(
                head + " WHERE " + " AND ".join(sql for sql, _ in pairs) + tail, [value for _, value in pairs])
        finally:
            db.close()

    def answer(body, status=200):
        return Response(json.dumps(body), status, mimetype="application/json")

    @app.errorhandler(KeyError)
    @app.errorhandler(ValueError)
    def refuse(_):
        return answer({"error": "bad condition"}, 400)

    @app.route("/machines")
    def machines():
        with statement() as run:
            cursor = run("SELECT id, maker, model, year, price FROM machines", " ORDER BY id")
            names = [column[0] for column in cursor.description]
            return answer([dict(zip(names, row)) for row in cursor])

    @app.route("/summary")
    def summary():
        with statement() as run:
            row = run("SELECT count(*), min(price), max(price) FROM machines").fetchone()
        return answer(dict(zip(("count", "lowest", "highest"), row)))

    return app
