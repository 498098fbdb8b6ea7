import re
import sqlite3
from contextlib import closing

from flask import Flask, abort, jsonify, request

LARGEST = 2 ** 63 - 1
CONDITIONS = {}
for field in ("maker", "model", "year", "price"):
    CONDITIONS[field] = f"{field} = ?"
    CONDITIONS[f"{field}__min"] = f"{field} >= ?"
    CONDITIONS[f"{field}__max"] = f"{field} <= ?"
for field in ("maker", "model"):
    CONDITIONS[f"{field}__contains"] = f"instr({field}, ?) > 0"


def create_app(db_path):
    app = Flask(__name__)

    def run(columns, rest=""):
        sql, values = f"SELECT {columns} FROM machines WHERE sold = 0", []
        for name, value in request.args.items(multi=True):
            if name not in CONDITIONS:
                abort(400)
            if name.startswith(("year", "price")):
                if not re.fullmatch(r"[+-]?[0-9]{1,4000}", value):
                    abort(400)
                value = max(-LARGEST, min(LARGEST, int(value)))
            sql += " AND " + CONDITIONS[name]
            values.append(value)
        with closing(sqlite3.connect(db_path)) as con:
            return con.execute(sql + rest, values).fetchall()

    @app.get("/machines")
    def machines():
        keys = ("id", "maker", "model", "year", "price")
        return jsonify([dict(zip(keys, row)) for row in run(", ".join(keys), " ORDER BY id")])

    @app.get("/summary")
    def summary():
        ((count, lowest, highest),) = run("count(*), min(price), max(price)")
        return jsonify(count=count, lowest=lowest, highest=highest)

    return app
