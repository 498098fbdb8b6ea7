import sqlite3
from contextlib import closing

from flask import Flask, abort, jsonify, request

OPERATORS = {"": '"{}" = ?', "min": '"{}" >= ?', "max": '"{}" <= ?', "contains": 'instr("{}", ?) > 0'}
PRIVATE = {"id", "paid", "sold"}


def create_app(db_path):
    app = Flask(__name__)

    def types(db):
        return {row[1].lower(): row[2] for row in db.execute("PRAGMA table_info(machines)")}

    def where(db):
        columns = types(db)
        clauses, values = ["sold = 0"], []
        for name, value in request.args.items():
            field, sep, kind = name.partition("__")
            if field in PRIVATE or field.lower() not in columns:
                abort(400)
            if kind not in OPERATORS or bool(sep) != bool(kind):
                abort(400)
            if columns[field.lower()] == "INTEGER":
                if kind == "contains":
                    abort(400)
                try:
                    value = int(value)
                except ValueError:
                    abort(400)
                if abs(value) >= 2 ** 63:
                    abort(400)
            clauses.append(OPERATORS[kind].format(field))
            values.append(value)
        return " AND ".join(clauses), values

    @app.get("/machines")
    def machines():
        with closing(sqlite3.connect(db_path)) as db:
            db.row_factory = sqlite3.Row
            condition, values = where(db)
            rows = db.execute(
                f"SELECT id, maker, model, year, price FROM machines WHERE {condition} ORDER BY id", values
            ).fetchall()
        return jsonify([dict(row) for row in rows])

    @app.get("/summary")
    def summary():
        with closing(sqlite3.connect(db_path)) as db:
            condition, values = where(db)
            count, low, high = db.execute(
                f"SELECT count(*), min(price), max(price) FROM machines WHERE {condition}", values
            ).fetchone()
        return jsonify(count=count, lowest=low, highest=high)

    return app
