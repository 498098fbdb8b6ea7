import sqlite3

from flask import Flask, g, jsonify, request

FIELDS = {"maker": str, "model": str, "year": int, "price": int}
KINDS = {"min": "{} >= ?", "max": "{} <= ?", "contains": "instr({}, ?) > 0"}


class BadQuery(Exception):
    pass


def parse(name, value):
    parts = name.split("__")
    field, kind = parts[0], parts[-1]
    if field not in FIELDS:
        raise BadQuery(f"unknown field {field!r}")
    if len(parts) == 1:
        template, column = "{} = ?", field
    elif kind in KINDS:
        template, column = KINDS[kind], name.replace("__" + kind, "")
    else:
        raise BadQuery(f"unknown condition {kind!r}")
    if FIELDS[field] is int:
        if kind == "contains":
            raise BadQuery("contains is for texts")
        try:
            value = int(value)
        except ValueError:
            raise BadQuery("a whole number is needed") from None
        if not -2 ** 63 <= value < 2 ** 63:
            raise BadQuery("number out of range")
    return template.format(column), value


def create_app(db_path):
    app = Flask(__name__)

    def select(what, order=""):
        pairs = [parse(name, value) for name, value in request.args.items()]
        where = " AND ".join(["sold = 0", *(sql for sql, _ in pairs)])
        g.db = sqlite3.connect(db_path)
        g.db.row_factory = sqlite3.Row
        try:
            return [dict(r) for r in g.db.execute(f"SELECT {what} FROM machines WHERE {where} {order}", [v for _, v in pairs])]
        except sqlite3.OperationalError:
            raise BadQuery("query not understood") from None

    @app.errorhandler(BadQuery)
    def bad(error):
        return jsonify(error=str(error)), 400

    @app.teardown_appcontext
    def close(_):
        if "db" in g:
            g.pop("db").close()

    @app.get("/machines")
    def machines():
        return jsonify(select("id, maker, model, year, price", "ORDER BY id"))

    @app.get("/summary")
    def summary():
        return jsonify(select("count(*) AS count, min(price) AS lowest, max(price) AS highest")[0])

    return app
