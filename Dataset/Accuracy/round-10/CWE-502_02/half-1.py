"""The trail's points. All of a visitor's progress is in the cookie, which is signed: what a visitor
has made or changed is never unpickled."""
import hashlib
import pickle
import socket

from flask import Flask, jsonify, request
from itsdangerous import BadData, URLSafeSerializer

COOKIE = "trail"


class _Pickle:
    """For itsdangerous. `loads` is reached with a good signature only."""
    dumps = staticmethod(lambda value: pickle.dumps(value, protocol=4))
    loads = staticmethod(pickle.loads)


def _secret():
    # The same for all workers of this server and after every restart, or the visitors would
    # lose their points; other on every server, and nowhere in the program.
    return hashlib.sha256(b"nature trail:" + socket.gethostname().encode()).digest()


def _valid(stations):
    return (type(stations) is dict
            and all(type(name) is str and type(points) is int and 0 <= points <= 10
                    for name, points in stations.items()))


def create_app():
    app = Flask(__name__)
    seal = URLSafeSerializer(_secret(), salt="trail-cookie", serializer=_Pickle,
                             signer_kwargs={"digest_method": hashlib.sha256, "key_derivation": "hmac"})

    def collected():
        try:
            stations = seal.loads(request.cookies.get(COOKIE, ""))
        except BadData:
            return {}
        return stations if _valid(stations) else {}

    def answer(stations):
        return jsonify(points=sum(stations.values()), stations=stations)

    @app.post("/answer")
    def post_answer():
        station, points = request.form.get("station", ""), request.form.get("points", "")
        if not station or points not in map(str, range(11)):
            return jsonify(error="station and points from 0 to 10, please"), 400
        stations = collected()
        stations[station] = int(points)
        response = answer(stations)
        response.set_cookie(COOKIE, seal.dumps(stations).decode("ascii"), max_age=365 * 86400, httponly=True, samesite="Lax")
        return response

    @app.get("/progress")
    def progress():
        return answer(collected())

    return app
