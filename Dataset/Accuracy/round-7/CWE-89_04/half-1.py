import sqlite3
from contextlib import closing

from flask import Flask, abort, jsonify, request

OPERATORS = {"": "{} = ?", "min": "{} >= ?", "max": "{} <= ?", "contains": "instr({}, ?) > 0"}
NUMBERS = ("year", "price")
INTERNAL = ("id", "rowid", "oid", "_rowid_", "paid", "sold")


def where(columns):
    conditions, values = ["sold = 0"], []
    for name, value in request.args.items():
        field, _, kind = name.partition("__")
        if kind not in OPERATORS or name.endswith("__"):
            abort(400, "unknown condition")
        if not field.isidentifier() or field in INTERNAL:
            abort(400, "unknown field")
        if field.lower() not in columns:
            abort(400, "unknown field")
        if field in NUMBERS:
            if kind == "contains":
                abort(400, "contains is for text")
            try:
                value = int(value)
            except ValueError:
                abort(400, "not a whole number")
        conditions.append(OPERATORS[kind].format(field))
        values.append(value)
    return " AND ".join(conditions), values


def create_app(db_path):
    app = Flask(__name__)

    def query(select, rest=""):
        with closing(sqlite3.connect(db_path)) as db:
            db.row_factory = sqlite3.Row
            columns = {row["name"] for row in db.execute("PRAGMA table_info(machines)")}
            condition, values = where(columns)
            sql = f"SELECT {select} FROM machines WHERE {condition} {rest}"
            return [dict(row) for row in db.execute(sql, values)]

    @app.get("/machines")
    def machines():
        return jsonify(query("id, maker, model, year, price", "ORDER BY id"))

    @app.get("/summary")
    def summary():
        return jsonify(query("count(*) AS count, min(price) AS lowest, max(price) AS highest")[0])

    return app
