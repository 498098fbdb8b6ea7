from flask import Flask, abort, jsonify, request


def create_app(flights):
    app = Flask(__name__)
    lists = {flight: [] for flight in flights}

    def list_of(flight):
        if flight not in lists:
            abort(404)
        return lists[flight]

    def weight_of(guests):
        return sum(guest["weight"] for guest in guests)

    @app.post("/flights/<flight>/passengers")
    def enter(flight):
        guests = list_of(flight)
        body = request.get_json()
        group = [{"name": name, "weight": weight} for name, weight in zip(body["names"], body["weights"])]
        places = flights[flight]["places"] - len(guests) - len(group)
        kilograms = flights[flight]["kilograms"] - weight_of(guests) - weight_of(group)
        if places < 0 or kilograms < 0:
            abort(409)
        guests.extend(group)
        return jsonify({"places": places, "kilograms": kilograms}), 201

    @app.get("/flights/<flight>")
    def show(flight):
        guests = list_of(flight)
        return jsonify({"passengers": guests, "kilograms": weight_of(guests)})

    @app.delete("/flights/<flight>/passengers/<name>")
    def leave(flight, name):
        guests = list_of(flight)
        for guest in guests:
            if guest["name"] == name:
                guests.remove(guest)
                return "", 204
        abort(404)

    return app
