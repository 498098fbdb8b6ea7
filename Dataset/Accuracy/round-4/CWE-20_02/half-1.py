from flask import Flask, abort, jsonify, request

PRICES = {"lake": 2400, "wood": 1800}


def create_app():
    app = Flask(__name__)
    bookings = []

    @app.post("/bookings")
    def book():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            abort(400)
        pitch = data.get("pitch")
        if not isinstance(pitch, str) or pitch not in PRICES:
            abort(404)
        nights, adults, children = (data.get(k) for k in ("nights", "adults", "children"))
        if nights not in range(1, 29) or adults not in range(1, 7):
            abort(400)
        if children not in range(0, 7 - int(adults)):
            abort(400)
        total = nights * (PRICES[pitch] + 900 * adults + 400 * children)
        number = len(bookings) + 1
        bookings.append({"number": number, "pitch": pitch, "nights": nights,
                         "adults": adults, "children": children, "total": total})
        return jsonify(number=number, total=total), 201

    @app.get("/bookings")
    def listing():
        return jsonify(bookings)

    return app
