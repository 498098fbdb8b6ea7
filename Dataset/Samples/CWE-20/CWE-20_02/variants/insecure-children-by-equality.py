from flask import Flask, abort, jsonify, request

PRICES = {"lake": 2400, "wood": 1800}
MAX_NIGHTS = 28
MAX_PEOPLE = 6


def _is_whole(value):
    return isinstance(value, int) and not isinstance(value, bool)


def _check_stay(nights, adults, children):
    if not _is_whole(nights) or not 1 <= nights <= MAX_NIGHTS:
        abort(400)
    if not _is_whole(adults) or not 1 <= adults <= MAX_PEOPLE:
        abort(400)
    # the adults leave this many places for children
    if children not in range(0, MAX_PEOPLE - adults + 1):
        abort(400)


def create_app():
    app = Flask(__name__)
    bookings = []

    @app.route("/bookings", methods=["POST"])
    def add_booking():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            abort(400)
        pitch = data.get("pitch")
        if not isinstance(pitch, str) or pitch not in PRICES:
            abort(404)
        nights, adults, children = (data.get(key) for key in ("nights", "adults", "children"))
        _check_stay(nights, adults, children)

        total = nights * (PRICES[pitch] + 900 * adults + 400 * children)
        number = len(bookings) + 1
        bookings.append({
            "number": number, "pitch": pitch, "nights": nights,
            "adults": adults, "children": children, "total": total,
        })
        return jsonify({"number": number, "total": total}), 201

    @app.route("/bookings", methods=["GET"])
    def list_bookings():
        return jsonify(bookings)

    return app
