"""Pictures and weather of the valleys, with the standard library's HTTP client. A connection is
only ever opened to (VALLEY.cams.example, 8081), and only two kinds of paths are ever sent."""

import http.client
import re
import unicodedata
from contextlib import closing
from urllib.parse import quote, unquote, urljoin, urlsplit

from flask import Flask, make_response, request

_LABEL = re.compile("(?!-)[a-z0-9-]{1,30}(?<!-)")


def _camera_ok(name):
    return 0 < len(name) < 41 and all(
        c in " -0123456789" or unicodedata.category(c).startswith("L") for c in name
    )


def _get(valley, path):
    """Status, Location and body of one request."""
    with closing(http.client.HTTPConnection(f"{valley}.cams.example", 8081, timeout=6)) as link:
        link.request("GET", path, headers={"Accept-Encoding": "identity"})
        answer = link.getresponse()
        return answer.status, answer.getheader("Location"), answer.read()


def _target(valley, path, location):
    """(valley, path) of a Location, or None."""
    try:
        location = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
    parts = urlsplit(urljoin(f"http://{valley}.cams.example:8081{path}", location))
    label, _, rest = parts.netloc.partition(".")
    if parts.scheme != "http" or rest != "cams.example:8081" or not _LABEL.fullmatch(label):
        return None
    if parts.query:
        return None
    if parts.path == "/weather.json":
        return label, parts.path
    if parts.path[:7] == "/shots/" and parts.path[-4:] == ".jpg":
        camera = unquote(parts.path[7:-4], errors="strict")
        if _camera_ok(camera):
            return label, _shot(camera)
    return None


def _shot(camera):
    return "/shots/" + quote(camera, safe="") + ".jpg"


def _follow(valley, path):
    step = valley, path
    for _ in range(3):
        status, location, body = _get(*step)
        if status == 200:
            return body
        if status not in {301, 302, 307, 308} or not location:
            return None
        step = _target(*step, location)
        if step is None:
            return None
    return None


def create_app():
    app = Flask(__name__)

    @app.route("/<any(picture, weather):what>", methods=["GET"])
    def show(what):
        valley, camera = request.args.get("valley"), request.args.get("camera")
        body = None
        if valley is not None and _LABEL.fullmatch(valley):
            if what == "weather":
                path = "/weather.json"
            else:
                path = _shot(camera) if camera is not None and _camera_ok(camera) else None
            try:
                body = path and _follow(valley, path)
            except (OSError, ValueError, http.client.HTTPException):
                body = None
        if body is None:
            return "", 404
        answer = make_response(body)
        answer.headers["Content-Type"] = {"picture": "image/jpeg", "weather": "application/json"}[what]
        return answer

    return app
