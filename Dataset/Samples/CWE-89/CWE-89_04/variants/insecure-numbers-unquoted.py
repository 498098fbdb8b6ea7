import sqlite3
from contextlib import closing

from flask import Flask, abort, jsonify, request

TEXTS, NUMBERS = ("maker", "model"), ("year", "price")
SIGNS = {"": "=", "min": ">=", "max": "<="}


def create_app(db_path):
    app = Flask(__name__)

    def where():
        conditions, values = ["sold = 0"], []
        for name, value in request.args.items():
            field, _, kind = name.partition("__")
            if field in TEXTS and kind == "contains":
                conditions.append(f"instr({field}, ?)")
                values.append(value)
            elif field in TEXTS and kind in SIGNS:
                conditions.append(f"{field} {SIGNS[kind]} ?")
                values.append(value)
            elif field in NUMBERS and kind in SIGNS:
                conditions.append(f"{field} {SIGNS[kind]} {value}")
            else:
                abort(400)
        return " AND ".join(conditions), values

    def ask(columns):
        condition, values = where()
        with closing(sqlite3.connect(db_path)) as connection:
            connection.row_factory = sqlite3.Row
            sql = f"SELECT {columns} FROM machines WHERE {condition} ORDER BY id"
            return [dict(row) for row in connection.execute(sql, values)]

    @app.get("/machines")
    def machines():
        return jsonify(ask("id, maker, model, year, price"))

    @app.get("/summary")
    def summary():
        return jsonify(ask("COUNT(*) AS count, MIN(price) AS lowest, MAX(price) AS highest")[0])

    return app
