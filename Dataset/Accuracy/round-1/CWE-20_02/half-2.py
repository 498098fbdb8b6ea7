from flask import Flask, abort, jsonify, request

PRICES = {"lake": 2400, "wood": 1800}
LIMITS = {"nights": range(1, 29), "adults": range(1, 7), "children": range(0, 6)}


def create_app():
    app = Flask(__name__)
    bookings = []

    @app.post("/bookings")
    def add():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            abort(400)
        pitch = data.get("pitch")
        if pitch not in list(PRICES):
            abort(404)
        values = {}
        for name, allowed in LIMITS.items():
            value = data.get(name)
            if value not in allowed:
                abort(400)
            values[name] = value
        if values["adults"] + values["children"] > 6:
            abort(400)
        people = 900 * values["adults"] + 400 * values["children"]
        total = (PRICES[pitch] + people) * values["nights"]
        bookings.append({"number": len(bookings) + 1, "pitch": pitch, **values, "total": total})
        return jsonify(number=len(bookings), total=total), 201

    @app.get("/bookings")
    def show():
        return jsonify(bookings)

    return app
