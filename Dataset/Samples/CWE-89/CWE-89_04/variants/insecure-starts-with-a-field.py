import sqlite3

from flask import Flask, abort, jsonify, request

FIELDS = ("maker", "model", "year", "price")


def condition(name):
    if not name.startswith(FIELDS):
        abort(400)
    column, _, kind = name.rpartition("__")
    if kind == "contains":
        return f"instr({column}, ?)"
    if kind in ("min", "max"):
        return f"{column} {'>=' if kind == 'min' else '<='} ?"
    return f"{name} = ?"


def create_app(db_path):
    app = Flask(__name__)

    def run(columns):
        where = "".join(f" AND {condition(name)}" for name in request.args)
        connection = sqlite3.connect(db_path)
        try:
            query = f"SELECT {columns} FROM machines WHERE sold = 0{where} ORDER BY id"
            return connection.execute(query, list(request.args.values())).fetchall()
        finally:
            connection.close()

    @app.get("/machines")
    def machines():
        keys = ("id", "maker", "model", "year", "price")
        return jsonify([dict(zip(keys, row)) for row in run(", ".join(keys))])

    @app.get("/summary")
    def summary():
        [(count, lowest, highest)] = run("count(*), min(price), max(price)")
        return jsonify(count=count, lowest=lowest, highest=highest)

    return app
