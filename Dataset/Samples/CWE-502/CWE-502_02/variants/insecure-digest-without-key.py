import base64
import hashlib
import pickle

from flask import Flask, jsonify, request


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def create_app():
    app = Flask(__name__)

    def load():
        try:
            check, body = request.cookies["trail"].split(".")
        except (KeyError, ValueError):
            return {}
        # A cookie that was changed on its way is not read. But anybody can work out this digest.
        if digest(body) != check:
            return {}
        return pickle.loads(base64.b64decode(body))

    def answer_with(stations):
        return jsonify({"stations": stations, "points": sum(stations.values())})

    @app.post("/answer")
    def answer():
        stations = load()
        stations[request.form["station"]] = int(request.form["points"])
        body = base64.b64encode(pickle.dumps(stations)).decode()
        response = answer_with(stations)
        response.set_cookie("trail", f"{digest(body)}.{body}")
        return response

    @app.get("/progress")
    def progress():
        return answer_with(load())

    return app
