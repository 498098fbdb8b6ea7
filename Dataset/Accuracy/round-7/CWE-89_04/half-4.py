import sqlite3
from contextlib import closing

from flask import Flask, abort, jsonify, request

TEXT = {
    "": "{} = {}",
    "__min": "{} >= {}",
    "__max": "{} <= {}",
    "__contains": "instr({}, {}) > 0",
}
NUMBER = {suffix: TEXT[suffix] for suffix in ("", "__min", "__max")}
RULES = {"maker": TEXT, "model": TEXT, "year": NUMBER, "price": NUMBER}


def text_literal(value):
    return '"' + value.replace("\0", "").replace('"', '""') + '"'


def number_literal(value):
    try:
        return str(int(value))
    except ValueError:
        abort(400, "not a whole number")


def condition(name, value):
    for field, rules in RULES.items():
        for suffix, template in rules.items():
            if name == field + suffix:
                literal = text_literal if rules is TEXT else number_literal
                return template.format(field, literal(value))
    abort(400, "unknown parameter")


def create_app(db_path):
    app = Flask(__name__)

    def select(columns):
        conditions = [condition(*item) for item in request.args.items(multi=True)]
        sql = " AND ".join([f"SELECT {columns} FROM machines WHERE sold = 0", *conditions])
        with closing(sqlite3.connect(db_path)) as db:
            return db.execute(sql + " ORDER BY id").fetchall()

    @app.get("/machines")
    def machines():
        keys = ("id", "maker", "model", "year", "price")
        return jsonify([dict(zip(keys, row)) for row in select(", ".join(keys))])

    @app.get("/summary")
    def summary():
        keys = ("count", "lowest", "highest")
        (row,) = select("count(*), min(price), max(price)")
        return jsonify(dict(zip(keys, row)))

    return app
