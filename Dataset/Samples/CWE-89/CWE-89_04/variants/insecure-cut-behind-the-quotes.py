import sqlite3
from contextlib import closing

from flask import Flask, abort, jsonify, request

FIELDS = ("maker", "model", "year", "price")
CONDITIONS = {
    "": "{} = ?",
    "min": "{} >= ?",
    "max": "{} <= ?",
    "contains": "",
}


def create_app(db_path):
    app = Flask(__name__)

    def ask(columns, order=""):
        where, values = ["sold = 0"], []
        for name, value in request.args.items():
            field, separator, kind = name.partition("__")
            if field not in FIELDS or kind not in CONDITIONS or (separator and not kind):
                abort(400)
            if kind == "contains":
                # Nobody types more than that.
                part = value.replace("'", "''")[:60]
                where.append(f"{field} LIKE '%{part}%'")
                continue
            where.append(CONDITIONS[kind].format(field))
            values.append(value)
        query = f"SELECT {columns} FROM machines WHERE {' AND '.join(where)} {order}"
        with closing(sqlite3.connect(db_path)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(query, values)]

    @app.get("/machines")
    def machines():
        return jsonify(ask("id, maker, model, year, price", "ORDER BY id"))

    @app.get("/summary")
    def summary():
        return jsonify(ask("count(*) AS count, min(price) AS lowest, max(price) AS highest")[0])

    return app
