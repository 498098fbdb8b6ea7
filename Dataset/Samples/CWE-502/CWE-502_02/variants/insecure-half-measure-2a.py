import base64
import pickle

from flask import Flask, jsonify, request


def load_trail():
    cookie = request.cookies.get("trail")
    if not cookie:
        return {}
    return pickle.loads(base64.urlsafe_b64decode(cookie))


def dump_trail(stations):
    return base64.urlsafe_b64encode(pickle.dumps(stations)).decode()


def summary(stations):
    return jsonify(stations=stations, points=sum(stations.values()))


def create_app():
    app = Flask(__name__)

    @app.route("/answer", methods=["POST"])
    def answer():
        stations = load_trail()
        stations[request.form["station"]] = int(request.form["points"])
        response = summary(stations)
        response.set_cookie("trail", dump_trail(stations), max_age=30 * 24 * 3600)
        return response

    @app.route("/progress")
    def progress():
        return summary(load_trail())

    return app
