from flask import Flask, jsonify, request

PITCHES = {"lake": 2400, "wood": 1800}
NIGHTS = range(1, 29)
ADULTS = range(1, 7)
CHILDREN = range(0, 6)


def create_app():
    app = Flask(__name__)
    bookings = []

    @app.post("/bookings")
    def book():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            return jsonify(error="not a booking"), 400
        pitch = data.get("pitch")
        if not isinstance(pitch, str) or pitch not in PITCHES:
            return jsonify(error="no such pitch"), 404
        nights, adults, children = (data.get(k) for k in ("nights", "adults", "children"))
        # only the whole numbers of a range are in it
        if nights not in NIGHTS or adults not in ADULTS or children not in CHILDREN:
            return jsonify(error="not possible"), 400
        if adults + children > 6:
            return jsonify(error="too many people"), 400
        total = nights * (PITCHES[pitch] + 900 * adults + 400 * children)
        number = len(bookings) + 1
        bookings.append({"number": number, "pitch": pitch, "nights": nights, "adults": adults,
                         "children": children, "total": total})
        return jsonify(number=number, total=total), 201

    @app.get("/bookings")
    def all_bookings():
        return jsonify(bookings)

    return app
