import base64
import json

from flask import Flask, jsonify, request


def create_app():
    app = Flask(__name__)

    def collected():
        try:
            stations = json.loads(base64.b64decode(request.cookies.get("trail", "")))
        except ValueError:
            return {}
        if not isinstance(stations, dict):
            return {}
        return stations

    def summary(stations):
        return jsonify(stations=stations, points=sum(p for p in stations.values() if isinstance(p, int)))

    @app.post("/answer")
    def answer():
        stations = collected()
        stations[request.form["station"]] = int(request.form["points"])
        response = summary(stations)
        response.set_cookie("trail", base64.b64encode(json.dumps(stations).encode()).decode())
        return response

    @app.get("/progress")
    def progress():
        return summary(collected())

    return app
