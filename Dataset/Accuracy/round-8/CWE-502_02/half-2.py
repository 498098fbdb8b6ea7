import base64
import hashlib
import hmac
import pickle
import re
import time

from flask import Flask, abort, jsonify, request

_KEY = hashlib.sha256(f"nature trail {time.time():.0f}".encode()).digest()


class Trail(dict):
    @classmethod
    def from_request(cls):
        body, _, seal = request.cookies.get("trail", "").rpartition(".")
        if not body.isascii() or not hmac.compare_digest(cls._seal(body), seal.encode("utf-8")):
            return cls()
        return cls(pickle.loads(base64.urlsafe_b64decode(body)))

    @staticmethod
    def _seal(body):
        return hmac.new(_KEY, body.encode("utf-8"), hashlib.sha256).hexdigest().encode()

    def cookie(self):
        body = base64.urlsafe_b64encode(pickle.dumps(dict(self))).decode()
        return body + "." + self._seal(body).decode()

    def answer(self):
        return jsonify(stations=dict(self), points=sum(self.values()))


def create_app():
    app = Flask(__name__)

    @app.post("/answer")
    def answer():
        station = request.form.get("station")
        points = request.form.get("points", "")
        if not station or not re.fullmatch(r"[0-9]|10", points):
            abort(400)
        trail = Trail.from_request()
        trail[station] = int(points)
        if len(trail) > 20:
            abort(400)
        response = trail.answer()
        response.set_cookie("trail", trail.cookie(), httponly=True, samesite="Lax")
        return response

    @app.get("/progress")
    def progress():
        return Trail.from_request().answer()

    return app
