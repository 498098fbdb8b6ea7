import sqlite3

from flask import Flask, g, jsonify, request
from werkzeug.exceptions import BadRequest

CONDITIONS = {"maker__contains": "maker LIKE '%' || ? || '%'", "model__contains": "model LIKE '%' || ? || '%'"}
for column in ("maker", "model", "year", "price"):
    CONDITIONS |= {column: f"{column} = ?", f"{column}__min": f"{column} >= ?", f"{column}__max": f"{column} <= ?"}


def where():
    unknown = set(request.args) - set(CONDITIONS)
    if unknown:
        raise BadRequest(f"unknown: {', '.join(sorted(unknown))}")
    clauses = "".join(f" AND {CONDITIONS[name]}" for name in request.args)
    return "sold = 0" + clauses, [request.args[name] for name in request.args]


def create_app(db_path):
    app = Flask(__name__)

    def query(sql, values):
        if "db" not in g:
            g.db = sqlite3.connect(db_path)
            g.db.row_factory = sqlite3.Row
        return g.db.execute(sql, values)

    @app.teardown_appcontext
    def close(_):
        db = g.pop("db", None)
        if db is not None:
            db.close()

    @app.get("/machines")
    def machines():
        condition, values = where()
        rows = query(f"SELECT * FROM machines WHERE {condition} ORDER BY id", values)
        return jsonify([{key: row[key] for key in ("id", "maker", "model", "year", "price")} for row in rows])

    @app.get("/summary")
    def summary():
        condition, values = where()
        row = query(f"SELECT COUNT(*) n, MIN(price) low, MAX(price) high FROM machines WHERE {condition}", values)
        count, lowest, highest = row.fetchone()
        return jsonify({"count": count, "lowest": lowest, "highest": highest})

    return app
