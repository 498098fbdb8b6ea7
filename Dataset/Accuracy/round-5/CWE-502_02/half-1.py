import base64
import io
import pickle

from flask import Flask, jsonify, request

PLAIN = {"dict", "list", "tuple", "str", "int", "bool"}


class PlainUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        if module == "builtins" and name.split(".")[0] in PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not allowed")

    def persistent_load(self, pid):
        raise pickle.UnpicklingError("persistent ids are not allowed")


def read_trail():
    try:
        raw = base64.b64decode(request.cookies["trail"], validate=True)
        stations = PlainUnpickler(io.BytesIO(raw)).load()
        if type(stations) is dict and all(
            type(name) is str and type(points) is int and 0 <= points <= 10
            for name, points in stations.items()
        ):
            return stations
    except Exception:
        pass
    return {}


def describe(stations):
    return jsonify(stations=stations, points=sum(stations.values()))


def create_app():
    app = Flask(__name__)

    @app.post("/answer")
    def answer():
        points = int(request.form["points"])
        if not 0 <= points <= 10:
            return jsonify(error="points out of range"), 400
        stations = read_trail()
        stations[request.form["station"]] = points
        response = describe(stations)
        value = base64.b64encode(pickle.dumps(stations, protocol=4)).decode("ascii")
        response.set_cookie("trail", value, httponly=True, samesite="Lax")
        return response

    @app.get("/progress")
    def progress():
        return describe(read_trail())

    return app
