import base64
import io
import pickle
import zlib

from flask import Flask, jsonify, request


class TrailUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        if module not in ("builtins", "collections"):
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed")
        return super().find_class(module, name)


def decode(cookie):
    try:
        raw = zlib.decompress(base64.urlsafe_b64decode(cookie))
        trail = TrailUnpickler(io.BytesIO(raw)).load()
    except Exception:
        return {}
    return trail if isinstance(trail, dict) else {}


def encode(trail):
    return base64.urlsafe_b64encode(zlib.compress(pickle.dumps(trail, protocol=4))).decode()


def create_app():
    app = Flask(__name__)

    def current():
        cookie = request.cookies.get("trail")
        return decode(cookie) if cookie else {}

    def show(trail):
        return jsonify(points=sum(trail.values()), stations=trail)

    @app.post("/answer")
    def answer():
        trail = current()
        trail[request.form["station"]] = int(request.form["points"])
        response = show(trail)
        response.set_cookie("trail", encode(trail), httponly=True, samesite="Lax")
        return response

    @app.get("/progress")
    def progress():
        return show(current())

    return app
