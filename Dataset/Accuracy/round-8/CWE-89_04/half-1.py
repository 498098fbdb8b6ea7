import re
import sqlite3
from contextlib import closing

from flask import Flask, abort, jsonify, request

TEXT = re.compile(r"^maker|model$")
NUMBER = re.compile(r"^year|price$")
OPERATORS = {"": "=", "min": ">=", "max": "<="}


def conditions():
    parts, values = ["sold = 0"], []
    for name, value in request.args.items(multi=True):
        field, _, kind = name.rpartition("__")
        if not field:
            field, kind = name, ""
        if NUMBER.match(field):
            try:
                value = int(value)
            except ValueError:
                abort(400)
        elif not TEXT.match(field):
            abort(400)
        if kind == "contains" and TEXT.match(field):
            parts.append(f"instr({field}, ?) > 0")
        elif kind in OPERATORS:
            parts.append(f"{field} {OPERATORS[kind]} ?")
        else:
            abort(400)
        values.append(value)
    return " AND ".join(parts), values


def create_app(db_path):
    app = Flask(__name__)

    def query(columns, order=""):
        where, values = conditions()
        with closing(sqlite3.connect(db_path)) as con:
            con.row_factory = sqlite3.Row
            sql = f"SELECT {columns} FROM machines WHERE {where} {order}"
            return [dict(row) for row in con.execute(sql, values)]

    @app.get("/machines")
    def machines():
        return jsonify(query("id, maker, model, year, price", "ORDER BY id"))

    @app.get("/summary")
    def summary():
        return jsonify(query("count(*) AS count, min(price) AS lowest, max(price) AS highest")[0])

    return app
