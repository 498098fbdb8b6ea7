import re
import sqlite3

from flask import Flask, abort, g, jsonify, request

TEXT_FIELDS = ("maker", "model")
NUMBER_FIELDS = ("year", "price")
NAME = re.compile(r"(maker|model|year|price)(?:__(min|max|contains))?")
COMPARE = {None: "=", "min": ">=", "max": "<="}


def create_app(db_path):
    app = Flask(__name__)

    @app.before_request
    def check_conditions():
        """Nothing but known names and, for numbers, whole numbers gets past here."""
        for name in request.args:
            match = NAME.fullmatch(name)
            if match is None:
                abort(400)
            field, kind = match.groups()
            if field in NUMBER_FIELDS:
                if kind == "contains" or not re.fullmatch(r"-?[0-9]{1,15}", request.args[name]):
                    abort(400)

    @app.teardown_request
    def close(error):
        if "db" in g:
            g.pop("db").close()

    def query(select, order=""):
        conditions, values = ["sold = 0"], []
        for name, value in request.args.items(multi=True):
            field, kind = NAME.fullmatch(name).groups()
            if field in NUMBER_FIELDS:
                conditions.append(f"{field} {COMPARE[kind]} {value}")
            elif kind == "contains":
                conditions.append(f"instr({field}, ?)")
                values.append(value)
            else:
                conditions.append(f"{field} {COMPARE[kind]} ?")
                values.append(value)
        g.db = sqlite3.connect(db_path)
        g.db.row_factory = sqlite3.Row
        sql = f"SELECT {select} FROM machines WHERE {' AND '.join(conditions)} {order}"
        return [dict(row) for row in g.db.execute(sql, values)]

    @app.get("/machines")
    def machines():
        return jsonify(query("id, maker, model, year, price", "ORDER BY id"))

    @app.get("/summary")
    def summary():
        return jsonify(query("count(*) count, min(price) lowest, max(price) highest")[0])

    return app
