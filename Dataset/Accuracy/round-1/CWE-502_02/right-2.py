import base64
import binascii
import json
import zlib

from flask import Flask, jsonify, make_response, request
from flask.views import MethodView


class NotOurs(Exception):
    pass


def dump(stations):
    text = json.dumps([[k, v] for k, v in stations.items()], ensure_ascii=False)
    return base64.b32hexencode(zlib.compress(text.encode())).decode().rstrip("=")


def load(value):
    try:
        packed = base64.b32hexdecode(value + "=" * (-len(value) % 8))
        engine = zlib.decompressobj()
        pairs = json.loads(engine.decompress(packed, 1 << 20).decode())
        stations = {}
        for name, points in pairs:
            if type(name) is not str or type(points) is not int or points not in range(11) or not name:
                raise NotOurs
            stations[name] = points
        if not 1 <= len(stations) <= 20 or dump(stations) != value:
            raise NotOurs
    except (binascii.Error, zlib.error, ValueError, TypeError, RecursionError) as error:
        raise NotOurs from error
    return stations


class Base(MethodView):
    def collected(self):
        try:
            return load(request.cookies["trail"])
        except (KeyError, NotOurs):
            return {}

    def describe(self, stations):
        return make_response(jsonify({"points": sum(stations.values()), "stations": stations}))


class Progress(Base):
    def get(self):
        return self.describe(self.collected())


class Answer(Base):
    def post(self):
        stations = self.collected()
        try:
            name = request.form["station"]
            points = range(11).index(int(request.form["points"]))
        except ValueError:
            return {"error": "points are 0 to 10"}, 400
        stations[name] = points
        if not name or len(stations) > 20:
            return {"error": "no such station"}, 400
        response = self.describe(stations)
        response.set_cookie("trail", dump(stations), max_age=86400, httponly=True)
        return response


def create_app():
    app = Flask(__name__)
    app.add_url_rule("/answer", view_func=Answer.as_view("answer"))
    app.add_url_rule("/progress", view_func=Progress.as_view("progress"))
    return app
