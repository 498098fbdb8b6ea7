import base64
import builtins
import io
import pickle
import zlib

from flask import Flask, request


class PlainUnpickler(pickle.Unpickler):
    """Refuses classes and functions of every module but Python's own builtins."""

    def find_class(self, module, name):
        if module == "builtins":
            return getattr(builtins, name)
        raise pickle.UnpicklingError(f"{module}.{name} is forbidden")


def pack(stations):
    return base64.urlsafe_b64encode(zlib.compress(pickle.dumps(stations))).decode()


def unpack(cookie):
    return PlainUnpickler(io.BytesIO(zlib.decompress(base64.urlsafe_b64decode(cookie)))).load()


def create_app():
    app = Flask(__name__)

    def stations_so_far():
        if "trail" in request.cookies:
            return unpack(request.cookies["trail"])
        return {}

    @app.post("/answer")
    def answer():
        stations = stations_so_far()
        stations[request.form["station"]] = int(request.form["points"])
        body = {"stations": stations, "points": sum(stations.values())}
        return body, 200, {"Set-Cookie": f"trail={pack(stations)}; Path=/"}

    @app.get("/progress")
    def progress():
        stations = stations_so_far()
        return {"stations": stations, "points": sum(stations.values())}

    return app
