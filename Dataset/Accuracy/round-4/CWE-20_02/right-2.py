import json
from flask import Flask, Response, request
from flask.views import MethodView


class Refused(Exception):
    pass


def whole(text):
    return ("int", int(text)) if len(text) < 5 else ("big", text)


def refuse(_):
    raise Refused(400)


def number(data, key, low, high):
    tag = data.get(key)
    if type(tag) is not tuple or tag[0] != "int" or not low <= tag[1] <= high:
        raise Refused(400)
    return tag[1]


class Bookings(MethodView):
    def __init__(self, shelf):
        self.shelf = shelf

    def get(self):
        return Response(json.dumps(self.shelf), mimetype="application/json")

    def post(self):
        try:
            try:
                data = json.loads(request.get_data(), parse_int=whole, parse_float=refuse, parse_constant=refuse)
            except (ValueError, RecursionError):
                raise Refused(400)
            if type(data) is not dict:
                raise Refused(400)
            nights = number(data, "nights", 1, 28)
            adults = number(data, "adults", 1, 6)
            children = number(data, "children", 0, 6 - adults)
            match data.get("pitch"):
                case "lake":
                    base = 2400
                case "wood":
                    base = 1800
                case _:
                    raise Refused(404)
        except Refused as refusal:
            return {"error": "refused"}, refusal.args[0]
        entry = dict(number=len(self.shelf) + 1, pitch=data["pitch"], nights=nights, adults=adults,
                     children=children, total=nights * (base + adults * 900 + children * 400))
        self.shelf.append(entry)
        return {"number": entry["number"], "total": entry["total"]}, 201


def create_app():
    app = Flask(__name__)
    app.add_url_rule("/bookings", view_func=Bookings.as_view("bookings", []))
    return app
