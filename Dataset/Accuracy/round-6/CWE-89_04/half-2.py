import sqlite3
from contextlib import closing

from flask import Flask, abort, jsonify, request

TEXT = ("maker", "model")
NUMBERS = ("year", "price")
CONDITIONS = {}
for _field in TEXT + NUMBERS:
    CONDITIONS[_field] = f"{_field} = :{_field}:"
    CONDITIONS[_field + "__min"] = f"{_field} >= :{_field}__min:"
    CONDITIONS[_field + "__max"] = f"{_field} <= :{_field}__max:"
for _field in TEXT:
    CONDITIONS[_field + "__contains"] = f"instr({_field}, :{_field}__contains:) > 0"


def literal(name, value):
    if name.partition("__")[0] in NUMBERS:
        try:
            return str(int(value))
        except ValueError:
            abort(400)
    if "\0" in value:
        abort(400)
    return "'" + value.replace("'", "''") + "'"


def build(template, args):
    if any(name not in CONDITIONS for name in args):
        abort(400)
    given = {name: literal(name, args[name]) for name in args}
    where = " AND ".join(["sold = 0"] + [CONDITIONS[name] for name in given])
    sql = template.replace("{where}", where)
    for name, value in given.items():
        sql = sql.replace(f":{name}:", value)
    return sql


def create_app(db_path):
    app = Flask(__name__)

    def fetch(template):
        sql = build(template, request.args)
        with closing(sqlite3.connect(db_path)) as db:
            db.row_factory = sqlite3.Row
            return [dict(row) for row in db.execute(sql)]

    @app.get("/machines")
    def machines():
        return jsonify(fetch("SELECT id, maker, model, year, price FROM machines WHERE {where} ORDER BY id"))

    @app.get("/summary")
    def summary():
        return jsonify(fetch(
            "SELECT count(*) AS count, min(price) AS lowest, max(price) AS highest FROM machines WHERE {where}"
        )[0])

    return app
