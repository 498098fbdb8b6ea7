from flask import Flask, abort, jsonify, request

PRICES = {"lake": 2400, "wood": 1800}


def _number(body, key, lowest, highest):
    value = body.get(key)
    if isinstance(value, bool) or not isinstance(value, int):
        abort(422, description=f"{key} must be an integer")
    if value < lowest or value > highest:
        abort(422, description=f"{key} must be between {lowest} and {highest}")
    return value


def create_app() -> Flask:
    app = Flask(__name__)
    app.config["BOOKINGS"] = {}

    @app.route("/bookings", methods=["POST"])
    def create_booking():
        body = request.get_json(silent=True) or {}
        price = PRICES.get(str(body.get("pitch")))
        if price is None:
            abort(404)
        nights = _number(body, "nights", 1, 28)
        adults = _number(body, "adults", 1, 6)
        children = _number(body, "children", 0, 6 - adults)
        number = len(app.config["BOOKINGS"]) + 1
        total = nights * (price + 900 * adults + 400 * children)
        app.config["BOOKINGS"][number] = {
            "number": number, "pitch": body["pitch"], "nights": nights,
            "adults": adults, "children": children, "total": total,
        }
        return jsonify(number=number, total=total), 201

    @app.route("/bookings", methods=["GET"])
    def get_bookings():
        return jsonify(list(app.config["BOOKINGS"].values()))

    return app


if __name__ == "__main__":
    create_app().run()
