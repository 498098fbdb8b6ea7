import binascii
import pickle

from flask import Flask, jsonify, request

app = Flask(__name__)


def read_cookie():
    try:
        stations = pickle.loads(binascii.unhexlify(request.cookies["trail"]))
    except (KeyError, binascii.Error, pickle.UnpicklingError):
        return {}
    # Only a plain dictionary of names and numbers is accepted.
    if type(stations) is not dict:
        return {}
    if not all(type(name) is str and type(points) is int for name, points in stations.items()):
        return {}
    return stations


def as_json(stations):
    return jsonify({"stations": stations, "points": sum(stations.values())})


@app.route("/answer", methods=["POST"])
def answer():
    stations = read_cookie()
    stations[request.form["station"]] = int(request.form["points"])
    response = as_json(stations)
    response.set_cookie("trail", binascii.hexlify(pickle.dumps(stations)).decode("ascii"))
    return response


@app.route("/progress", methods=["GET"])
def progress():
    return as_json(read_cookie())


def create_app():
    return app
