from collections import OrderedDict

from flask import Flask, make_response, request


def kilograms_of(value):
    """Whole kilograms, also as a text of digits or a float without a fraction."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 6:
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and value is not True and value is not False else 0


def group_of(body, guests):
    try:
        names, weights = body["names"], [kilograms_of(weight) for weight in body["weights"]]
    except (TypeError, KeyError):
        return None
    if [type(names), type(body["weights"])] != [list, list] or len(names) != len(weights) or not names:
        return None
    group = OrderedDict()
    for name, weight in zip(names, weights):
        if type(name) is not str or name == "" or name in group or name in guests or weight not in range(20, 151):
            return None
        group[name] = weight
    return group


def create_app(flights):
    app = Flask(__name__)
    guests_of = {flight: OrderedDict() for flight in flights}

    def left(flight, *groups):
        everybody = [weight for group in groups for weight in group.values()]
        return {
            "places": flights[flight]["places"] - len(everybody),
            "kilograms": flights[flight]["kilograms"] - sum(everybody),
        }

    @app.post("/flights/<flight>/passengers")
    def enter(flight):
        if flight not in guests_of:
            return make_response({"error": "no such flight"}, 404)
        group = group_of(request.get_json(silent=True), guests_of[flight])
        if group is None:
            return make_response({"error": "this is not a group"}, 422)
        rest = left(flight, guests_of[flight], group)
        if min(rest.values()) < 0:
            return make_response({"error": "there is no room"}, 409)
        guests_of[flight] |= group
        return make_response(rest, 201)

    @app.get("/flights/<flight>")
    def show(flight):
        if flight not in guests_of:
            return make_response({"error": "no such flight"}, 404)
        passengers = [dict(name=name, weight=weight) for name, weight in guests_of[flight].items()]
        return {"passengers": passengers, "kilograms": sum(guests_of[flight].values())}

    @app.delete("/flights/<flight>/passengers/<name>")
    def leave(flight, name):
        gone = guests_of.get(flight, {}).pop(name, None)
        return make_response("", 204) if gone else make_response({"error": "no such guest"}, 404)

    return app
