import sqlite3

from flask import Flask, jsonify, request

FIELDS = {"maker", "model", "year", "price"}
OPERATORS = {"": "{} = ?", "min": "{} >= ?", "max": "{} <= ?", "contains": "{} LIKE '%' || ? || '%'"}


def create_app(db_path):
    app = Flask(__name__)

    def split(name):
        field, _, kind = name.partition("__")
        return field, OPERATORS[kind].format(field)

    def query(columns, where):
        connection = sqlite3.connect(db_path)
        connection.row_factory = sqlite3.Row
        values = list(request.args.values())
        rows = connection.execute(f"SELECT {columns} FROM machines WHERE {where} ORDER BY id", values).fetchall()
        connection.close()
        return [dict(row) for row in rows]

    @app.get("/machines")
    def machines():
        conditions = ["sold = 0"]
        for name in request.args:
            try:
                field, sql = split(name)
            except KeyError:
                return jsonify(error=name), 400
            if field not in FIELDS:
                return jsonify(error=name), 400
            conditions.append(sql)
        return jsonify(query("id, maker, model, year, price", " AND ".join(conditions)))

    @app.get("/summary")
    def summary():
        where = " AND ".join(["sold = 0", *(split(name)[1] for name in request.args)])
        return jsonify(query("count(*) AS count, min(price) AS lowest, max(price) AS highest", where)[0])

    return app
