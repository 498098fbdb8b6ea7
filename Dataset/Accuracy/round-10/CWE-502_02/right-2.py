"""The cookie is a line of the form  <hex>-3.<hex>-10 ...: hex digits are the UTF-8 bytes of a station's name,
compared with a pattern and taken apart by hand. No serializer is involved."""
import re
from http import HTTPStatus

from flask import Flask, Response, json, request

_ONE = r"(?:[0-9a-f]{2})+-(?:10|[0-9])"
_ALL = re.compile(rf"{_ONE}(?:\.{_ONE})*", re.ASCII)


def _parts(value):
    for part in value.split("."):
        code, _, points = part.partition("-")
        yield bytes.fromhex(code).decode("utf-8"), int(points)


def _unpack(value):
    if value is None or _ALL.fullmatch(value) is None:
        return {}
    try:
        pairs = [*_parts(value)]
    except UnicodeDecodeError:
        return {}
    names = {name for name, _ in pairs}
    return dict(pairs) if len(names) == len(pairs) else {}


def _pack(stations):
    return ".".join("%s-%d" % (name.encode("utf-8").hex(), points) for name, points in stations.items())


def _view(stations):
    return Response(json.dumps({"points": sum(stations.values()), "stations": stations}) + "\n",
                    mimetype="application/json")


def create_app():
    app = Flask(__name__)

    def progress():
        return _view(_unpack(request.cookies.get("trail")))

    def answer():
        name = request.form.get("station", default="")
        number = re.fullmatch(r"\s*\+?0*(10|[0-9])\s*", request.form.get("points", default=""), re.ASCII)
        if name == "" or number is None:
            return Response(status=HTTPStatus.UNPROCESSABLE_ENTITY)
        stations = _unpack(request.cookies.get("trail")) | {name: int(number[1])}
        view = _view(stations)
        view.set_cookie("trail", _pack(stations), samesite="Strict", httponly=True, path="/")
        return view

    app.route("/progress", methods=["GET"])(progress)
    app.route("/answer", methods=["POST"])(answer)
    return app
