import sqlite3

from flask import Flask, jsonify, request

SIGNS = {None: "=", "min": ">=", "max": "<="}


class Stock:
    columns = ["id", "maker", "model", "year", "price"]

    def __init__(self, path):
        self.path = path

    def conditions(self, asked):
        for field in self.columns[1:]:
            for kind, sign in SIGNS.items():
                name = field if kind is None else f"{field}__{kind}"
                if name in asked:
                    yield f"{field} {sign} :{name}", name, asked[name]
            if field in ("maker", "model") and f"{field}__contains" in asked:
                escaped = asked[f"{field}__contains"].replace("!", "!!").replace("%", "!%").replace("_", "!_")
                yield f"{field} LIKE :{field}__contains ESCAPE '!'", f"{field}__contains", f"%{escaped}%"

    def find(self, asked):
        found = list(self.conditions(asked))
        where = " AND ".join(["NOT sold", *(condition for condition, _, _ in found)])
        connection = sqlite3.connect(self.path)
        try:
            cursor = connection.execute(
                f"SELECT {', '.join(self.columns)} FROM machines WHERE {where} ORDER BY id",
                {name: value for _, name, value in found},
            )
            return [dict(zip(self.columns, row)) for row in cursor]
        finally:
            connection.close()


def create_app(db_path):
    app = Flask(__name__)
    stock = Stock(db_path)

    @app.route("/machines")
    def machines():
        return jsonify(stock.find(request.args.to_dict()))

    @app.route("/summary")
    def summary():
        prices = [machine["price"] for machine in stock.find(request.args.to_dict())]
        return {"count": len(prices), "lowest": min(prices, default=None), "highest": max(prices, default=None)}

    return app
