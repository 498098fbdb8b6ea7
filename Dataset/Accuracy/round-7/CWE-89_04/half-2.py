import sqlite3
from contextlib import closing

from flask import Flask, abort, jsonify, request

FIELDS = {"maker": str, "model": str, "year": int, "price": int}
CONDITIONS = {
    "": "{field} = {value}",
    "__min": "{field} >= {value}",
    "__max": "{field} <= {value}",
    "__contains": "instr({field}, {value}) > 0",
}
ALLOWED = {
    field + suffix: (field, kind, template)
    for field, kind in FIELDS.items()
    for suffix, template in CONDITIONS.items()
    if not (kind is int and suffix == "__contains")
}


def literal(value):
    """A value as an SQL literal; quotes in text are doubled."""
    if isinstance(value, int):
        return str(value)
    return "'" + value.replace("\0", "").replace("'", "''") + "'"


def where():
    sql = "sold = 0"
    for name, value in request.args.items():
        if name not in ALLOWED:
            abort(400)
        field, kind, template = ALLOWED[name]
        try:
            value = kind(value)
        except ValueError:
            abort(400)
        sql += " AND " + template.format(field=field, value=literal(value))
    return sql


def create_app(db_path):
    app = Flask(__name__)

    def rows(columns, order):
        sql = "SELECT {columns} FROM machines WHERE " + where() + " ORDER BY {order}"
        with closing(sqlite3.connect(db_path)) as db:
            db.row_factory = sqlite3.Row
            return list(map(dict, db.execute(sql.format(columns=columns, order=order))))

    @app.get("/machines")
    def machines():
        return jsonify(rows("id, maker, model, year, price", "id"))

    @app.get("/summary")
    def summary():
        found = rows("count(*) AS count, min(price) AS lowest, max(price) AS highest", "1")
        return jsonify(found[0])

    return app
