import base64
import pickle
import pickletools

from flask import Flask, jsonify, request

REFUSED = {
    "GLOBAL", "STACK_GLOBAL", "REDUCE", "BUILD", "OBJ", "NEWOBJ", "NEWOBJ_EX",
    "EXT1", "EXT2", "EXT4", "PERSID", "BINPERSID", "NEXT_BUFFER", "READONLY_BUFFER",
}


def plain_loads(raw):
    for opcode, argument, position in pickletools.genops(raw):
        if opcode.name in REFUSED:
            raise ValueError(f"{opcode.name} at {position}")
    return pickle.loads(raw)


def load(value):
    if not value:
        return {}
    try:
        stations = plain_loads(base64.b64decode(value, validate=True))
    except Exception:
        return {}
    if type(stations) is not dict:
        return {}
    for name, points in stations.items():
        if type(name) is not str or type(points) is not int or points not in range(11):
            return {}
    return stations


def dump(stations):
    return base64.b64encode(pickle.dumps(stations)).decode()


def create_app():
    app = Flask(__name__)

    @app.get("/progress")
    def progress():
        stations = load(request.cookies.get("trail"))
        return jsonify(stations=stations, points=sum(stations.values()))

    @app.post("/answer")
    def answer():
        name, points = request.form["station"], int(request.form["points"])
        if points not in range(11):
            return jsonify(error="points must be from 0 to 10"), 400
        stations = load(request.cookies.get("trail"))
        stations[name] = points
        response = jsonify(stations=stations, points=sum(stations.values()))
        response.set_cookie("trail", dump(stations), httponly=True)
        return response

    return app
