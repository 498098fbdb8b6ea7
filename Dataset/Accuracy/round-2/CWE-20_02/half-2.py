from flask import Flask, abort, jsonify, request

PITCHES = {"lake": 2400, "wood": 1800}
# with one adult at least, five of the six people can be children
LIMITS = {"nights": (1, 28), "adults": (1, 6), "children": (0, 5)}


def checked(data, field):
    value = data.get(field)
    low, high = LIMITS[field]
    if type(value) is not int or not low <= value <= high:
        abort(400)
    return value


def create_app():
    app = Flask(__name__)
    bookings = []

    @app.post("/bookings")
    def book():
        data = request.get_json()
        if not isinstance(data, dict):
            abort(400)
        pitch = data.get("pitch")
        if not isinstance(pitch, str) or pitch not in PITCHES:
            abort(404)
        nights, adults, children = (checked(data, field) for field in LIMITS)
        booking = {
            "number": len(bookings) + 1,
            "pitch": pitch,
            "nights": nights,
            "adults": adults,
            "children": children,
            "total": nights * (PITCHES[pitch] + 900 * adults + 400 * children),
        }
        bookings.append(booking)
        return jsonify(number=booking["number"], total=booking["total"]), 201

    @app.get("/bookings")
    def listing():
        return jsonify(bookings)

    return app
