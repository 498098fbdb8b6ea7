"""Points along a nature trail. The order in which the stations were visited is kept, so the cookie holds an
OrderedDict, written compactly."""
import base64
import io
import pickle
from collections import OrderedDict

from flask import Flask, make_response, request


class _TrailReader(pickle.Unpickler):
    """Pickle without its dangers: no class or function can be named but the containers of `collections`."""

    def find_class(self, module, name):
        if module != "collections":
            raise pickle.UnpicklingError(f"{module}.{name} does not belong into a trail")
        return super().find_class(module, name)

    def persistent_load(self, pid):
        raise pickle.UnpicklingError("persistent id")


def _good(trail):
    return (
        type(trail) is OrderedDict
        and len(trail) <= 20
        and all(type(name) is str and name for name in trail)
        and all(type(points) is int and 0 <= points <= 10 for points in trail.values())
    )


def _load(cookie):
    if not cookie or len(cookie) > 8000:
        return OrderedDict()
    try:
        data = base64.b64decode(cookie.encode("ascii"), altchars=b"-_", validate=True)
        trail = _TrailReader(io.BytesIO(data)).load()
    except Exception:                       # whatever is wrong with it: it is none of ours
        return OrderedDict()
    return trail if _good(trail) else OrderedDict()


def _dump(trail):
    return base64.urlsafe_b64encode(pickle.dumps(trail, protocol=4)).decode("ascii")


def _describe(trail):
    return {"stations": dict(trail), "points": sum(trail.values())}


def create_app():
    app = Flask(__name__)

    @app.route("/answer", methods=["POST"])
    def answer():
        station = request.form.get("station")
        points = request.form.get("points", "")
        if not station or points not in {str(n) for n in range(11)}:
            return {"error": "station and points, please"}, 400
        trail = _load(request.cookies.get("trail"))
        trail[station] = int(points)
        if not _good(trail):
            return {"error": "the trail has no more stations"}, 400
        response = make_response(_describe(trail))
        response.set_cookie("trail", _dump(trail), httponly=True, samesite="Lax")
        return response

    @app.route("/progress")
    def progress():
        return _describe(_load(request.cookies.get("trail")))

    return app
