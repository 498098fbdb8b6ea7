import base64
import io
import pickle

from flask import Flask, abort, jsonify, request

SAFE = {"dict", "list", "str", "int"}


class TrailUnpickler(pickle.Unpickler):
    """Loads nothing but the plain built-in types."""

    def find_class(self, module, name):
        if module == "builtins" and name.split(".")[0] in SAFE:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is forbidden")


def plain(value):
    return (type(value) is dict and len(value) <= 20
            and all(type(k) is str and type(v) is int and 0 <= v <= 10 for k, v in value.items()))


def load(cookie):
    try:
        value = TrailUnpickler(io.BytesIO(base64.b64decode(cookie, validate=True))).load()
    except Exception:
        return {}
    return value if plain(value) else {}


def create_app():
    app = Flask(__name__)

    def describe(stations):
        return jsonify(stations=stations, points=sum(stations.values()))

    @app.post("/answer")
    def answer():
        station = request.form.get("station", "")
        points = request.form.get("points", type=int)
        if not station or points is None or not 0 <= points <= 10:
            abort(400)
        stations = load(request.cookies.get("trail", ""))
        stations[station] = points
        if len(stations) > 20:
            abort(400)
        response = describe(stations)
        response.set_cookie("trail", base64.b64encode(pickle.dumps(stations)).decode(), httponly=True)
        return response

    @app.get("/progress")
    def progress():
        return describe(load(request.cookies.get("trail", "")))

    return app
