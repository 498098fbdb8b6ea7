from flask import Flask, jsonify, request


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    lists = {flight: [] for flight in flights}

    def read_group(passengers):
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            return None
        names, weights = body.get("names"), body.get("weights")
        if not isinstance(names, list) or not isinstance(weights, list):
            return None
        if not names or len(names) != len(weights):
            return None
        seen = {p["name"] for p in passengers}
        for name in names:
            if not isinstance(name, str) or not name.strip() or name in seen:
                return None
            seen.add(name)
        for weight in weights:
            if type(weight) is not int or not 20 <= weight <= 150:
                return None
        return [{"name": n.strip(), "weight": w} for n, w in zip(names, weights)]

    @app.post("/flights/<flight>/passengers")
    def enter(flight):
        if flight not in lists:
            return "", 404
        passengers = lists[flight]
        group = read_group(passengers)
        if group is None:
            return "", 400
        together = passengers + group
        places = flights[flight]["places"] - len(together)
        kilograms = flights[flight]["kilograms"] - sum(p["weight"] for p in together)
        if places < 0 or kilograms < 0:
            return "", 409
        lists[flight] = together
        return jsonify(places=places, kilograms=kilograms), 201

    @app.get("/flights/<flight>")
    def show(flight):
        if flight not in lists:
            return "", 404
        return jsonify(passengers=lists[flight], kilograms=sum(p["weight"] for p in lists[flight]))

    @app.delete("/flights/<flight>/passengers/<path:name>")
    def leave(flight, name):
        for passenger in lists.get(flight, []):
            if passenger["name"] == name:
                lists[flight].remove(passenger)
                return "", 204
        return "", 404

    return app
