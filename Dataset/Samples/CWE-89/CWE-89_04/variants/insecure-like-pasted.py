import sqlite3

from flask import Flask, jsonify, request

FIELDS = ("maker", "model", "year", "price")


def clauses(args):
    for name, value in args.items():
        field, _, kind = name.partition("__")
        if field not in FIELDS or kind not in ("", "min", "max", "contains"):
            raise ValueError(name)
        if kind == "contains":
            yield f"{field} LIKE '%{value}%'"
        else:
            value = value.replace("'", "''")
            yield f"{field} {dict(min='>=', max='<=').get(kind, '=')} '{value}'"


def create_app(db_path):
    app = Flask(__name__)

    @app.errorhandler(ValueError)
    def bad(error):
        return jsonify(error=str(error)), 400

    def fetch(columns):
        sql = f"SELECT {columns} FROM machines WHERE " + " AND ".join(["sold = 0", *clauses(request.args)])
        connection = sqlite3.connect(db_path)
        rows = connection.execute(sql + " ORDER BY id").fetchall()
        connection.close()
        return rows

    @app.get("/machines")
    def machines():
        rows = fetch("id, maker, model, year, price")
        return jsonify([dict(zip(("id", *FIELDS), row)) for row in rows])

    @app.get("/summary")
    def summary():
        count, lowest, highest = fetch("count(*), min(price), max(price)")[0]
        return jsonify(count=count, lowest=lowest, highest=highest)

    return app
