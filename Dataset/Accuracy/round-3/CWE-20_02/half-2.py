from flask import Flask, abort, jsonify, request

NIGHTLY = {"lake": 2400, "wood": 1800}
LIMITS = {"nights": (1, 28), "adults": (1, 6), "children": (0, 5)}


def create_app():
    app = Flask(__name__)
    bookings = []

    @app.route("/bookings", methods=["POST"])
    def add():
        body = request.get_json()
        if type(body) is not dict:
            abort(400)
        pitch = body.get("pitch")
        if type(pitch) is not str or pitch not in NIGHTLY:
            abort(404)
        values = {}
        for field, (least, most) in LIMITS.items():
            value = body.get(field)
            if type(value) is not int or not least <= value <= most:
                abort(400)
            values[field] = value
        night = NIGHTLY[pitch] + values["adults"] * 900 + values["children"] * 400
        entry = {"number": len(bookings) + 1, "pitch": pitch, **values, "total": night * values["nights"]}
        bookings.append(entry)
        return {"number": entry["number"], "total": entry["total"]}, 201

    @app.route("/bookings")
    def listing():
        return jsonify(bookings)

    return app
