import sqlite3

from flask import Flask, jsonify, request

FIELDS = ("maker", "model", "year", "price")
SIGNS = {"min": ">= ?", "max": "<= ?"}


def create_app(db_path):
    app = Flask(__name__)

    def search(columns):
        where, values = "sold = 0", []
        for name, value in request.args.items():
            field, _, kind = name.partition("__")
            if field not in FIELDS:
                return None
            if kind == "contains":
                where += f" AND {field} LIKE '%' || ? || '%'"
            else:
                # Somebody may ask for field__= as well.
                where += f" AND {field} {SIGNS.get(kind) or (kind or '=') + ' ?'}"
            values.append(value)
        db = sqlite3.connect(db_path)
        rows = db.execute(f"SELECT {columns} FROM machines WHERE {where} ORDER BY id", values).fetchall()
        db.close()
        return rows

    @app.get("/machines")
    def machines():
        rows = search("id, maker, model, year, price")
        if rows is None:
            return jsonify(error="unknown field"), 400
        return jsonify([dict(zip(("id", "maker", "model", "year", "price"), row)) for row in rows])

    @app.get("/summary")
    def summary():
        rows = search("COUNT(*), MIN(price), MAX(price)")
        if rows is None:
            return jsonify(error="unknown field"), 400
        return jsonify(dict(zip(("count", "lowest", "highest"), rows[0])))

    return app
