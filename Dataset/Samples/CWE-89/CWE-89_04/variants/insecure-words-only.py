import re
import sqlite3

from flask import Flask, abort, jsonify, request

SIGNS = {"min": ">=", "max": "<="}


def create_app(db_path):
    app = Flask(__name__)

    def select(columns, tail=""):
        sql, values = f"SELECT {columns} FROM machines WHERE sold = 0", []
        for name, value in request.args.items():
            match = re.fullmatch(r"([a-z]+)(?:__(min|max|contains))?", name)
            if match is None:
                abort(400)
            column, kind = match.groups()
            if kind == "contains":
                sql += f" AND {column} LIKE ?"
                value = f"%{value}%"
            else:
                sql += f" AND {column} {SIGNS.get(kind, '=')} ?"
            values.append(value)
        connection = sqlite3.connect(db_path)
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute(sql + tail, values)]
        finally:
            connection.close()

    @app.get("/machines")
    def machines():
        return jsonify(select("id, maker, model, year, price", " ORDER BY id"))

    @app.get("/summary")
    def summary():
        return jsonify(select("COUNT(*) AS count, MIN(price) AS lowest, MAX(price) AS highest")[0])

    return app
