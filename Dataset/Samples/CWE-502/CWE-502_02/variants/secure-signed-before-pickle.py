import hashlib
import hmac
import pickle
import secrets

from flask import Flask, jsonify, request


def create_app():
    app = Flask(__name__)
    # New at every start: nobody else can make a cookie that passes.
    key = secrets.token_bytes(32)

    def signature(body):
        return hmac.new(key, body, hashlib.sha256).hexdigest()

    def load():
        value = request.cookies.get("trail")
        if not value:
            return {}
        mac, _, body = value.partition(".")
        try:
            data = bytes.fromhex(body)
        except ValueError:
            return {}
        if not hmac.compare_digest(mac, signature(data)):
            return {}
        return pickle.loads(data)

    def reply(stations, save):
        response = jsonify({"points": sum(stations.values()), "stations": stations})
        if save:
            data = pickle.dumps(stations)
            response.set_cookie("trail", f"{signature(data)}.{data.hex()}")
        return response

    @app.post("/answer")
    def answer():
        stations = load()
        stations.update({request.form["station"]: int(request.form["points"])})
        return reply(stations, save=True)

    @app.get("/progress")
    def progress():
        return reply(load(), save=False)

    return app
