import re
import sqlite3
from contextlib import closing

from flask import Flask, abort, jsonify, request

NAME = re.compile(r"(?:(maker|model)(?:__(min|max|contains))?|(year|price)(?:__(min|max))?)")
WHOLE = re.compile(r"-?[0-9]{1,18}")
SYMBOL = {None: "=", "min": ">=", "max": "<="}


def check(args):
    for name, value in args.items():
        match = NAME.fullmatch(name)
        if match is None:
            abort(400)
        if match[3] and not WHOLE.fullmatch(value):
            abort(400)


def conditions(args):
    clauses, values = ["sold = 0"], []
    for name, given in args.lists():
        text, text_kind, number, number_kind = NAME.fullmatch(name).groups()
        for value in given:
            if number:
                clauses.append(f"{number} {SYMBOL[number_kind]} {value}")
            elif text_kind == "contains":
                clauses.append(f"instr({text}, ?) > 0")
                values.append(value)
            else:
                clauses.append(f"{text} {SYMBOL[text_kind]} ?")
                values.append(value)
    return " AND ".join(clauses), values


def create_app(db_path):
    app = Flask(__name__)

    @app.before_request
    def guard():
        check(request.args)

    def rows(what, tail=""):
        where, values = conditions(request.args)
        with closing(sqlite3.connect(db_path)) as db:
            return db.execute(f"SELECT {what} FROM machines WHERE {where} {tail}", values).fetchall()

    @app.get("/machines")
    def machines():
        keys = ("id", "maker", "model", "year", "price")
        return jsonify([dict(zip(keys, row)) for row in rows(", ".join(keys), "ORDER BY id")])

    @app.get("/summary")
    def summary():
        count, low, high = rows("count(*), min(price), max(price)")[0]
        return jsonify({"count": count, "lowest": low, "highest": high})

    return app
