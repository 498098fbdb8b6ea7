import operator
import sqlite3

from flask import Flask, jsonify, request

COMPARE = {"": operator.eq, "min": operator.ge, "max": operator.le, "contains": lambda mine, asked: asked in mine}
FIELDS = {"maker": str, "model": str, "year": int, "price": int}


def create_app(db_path):
    app = Flask(__name__)

    def stock():
        connection = sqlite3.connect(f"file:{db_path}?mode=ro", uri=True)
        try:
            rows = connection.execute("SELECT id, maker, model, year, price FROM machines WHERE sold = 0 ORDER BY id")
            return [dict(zip(("id", *FIELDS), row)) for row in rows]
        finally:
            connection.close()

    def wanted():
        machines = stock()
        for name, value in request.args.items():
            field, _, kind = name.partition("__")
            compare, convert = COMPARE[kind], FIELDS[field]
            machines = [one for one in machines if compare(one[field], convert(value))]
        return machines

    @app.errorhandler(KeyError)
    @app.errorhandler(ValueError)
    @app.errorhandler(TypeError)
    def refuse(error):
        return jsonify(error=f"cannot search like this: {error}"), 400

    @app.get("/machines")
    def machines():
        return jsonify(wanted())

    @app.get("/summary")
    def summary():
        prices = sorted(one["price"] for one in wanted())
        lowest, highest = (prices[0], prices[-1]) if prices else (None, None)
        return jsonify(count=len(prices), lowest=lowest, highest=highest)

    return app
