import re
from urllib.parse import quote, unquote_to_bytes, urljoin, urlsplit

import requests
from flask import Flask, Response, abort, request


def valley_ok(valley):
    return re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?", valley) is not None


def camera_ok(camera):
    return 1 <= len(camera) <= 40 and all(c in " -" or c.isalpha() or c.isdecimal() for c in camera)


def address(valley, camera):
    """The address of a picture, or of the weather if camera is None; None if a name is not of the form."""
    if not valley_ok(valley):
        return None
    if camera is None:
        return f"http://{valley}.cams.example:8081/weather.json"
    if not camera_ok(camera):
        return None
    return f"http://{valley}.cams.example:8081/shots/{quote(camera, safe='')}.jpg"


def follow(url, location, picture):
    try:
        parts = urlsplit(urljoin(url, location))
        port = parts.port
        path = unquote_to_bytes(parts.path).decode("utf-8")
    except ValueError:
        return None
    host = parts.netloc.lower()
    suffix = ".cams.example:8081"
    if parts.scheme != "http" or port != 8081 or parts.query or not host.endswith(suffix):
        return None
    valley = host[: -len(suffix)]
    if not picture:
        return address(valley, None) if path == "/weather.json" else None
    if not (path.startswith("/shots/") and path.endswith(".jpg")):
        return None
    return address(valley, path[len("/shots/"):-len(".jpg")])


def fetch(valley, camera):
    url = address(valley, camera)
    with requests.Session() as session:
        session.trust_env = False
        for _ in range(3):
            if url is None:
                return None
            try:
                answer = session.get(url, allow_redirects=False, timeout=10)
            except requests.RequestException:
                return None
            if answer.status_code == 200:
                return answer.content
            if answer.status_code not in (301, 302, 307, 308):
                return None
            location = session.get_redirect_target(answer)
            url = follow(url, location, camera is not None) if location else None
    return None


def create_app():
    app = Flask(__name__)

    @app.get("/picture")
    def picture():
        valley, camera = request.args.get("valley"), request.args.get("camera")
        body = None if valley is None or camera is None else fetch(valley, camera)
        if body is None:
            abort(404)
        return Response(body, content_type="image/jpeg")

    @app.get("/weather")
    def weather():
        valley = request.args.get("valley")
        body = None if valley is None else fetch(valley, None)
        if body is None:
            abort(404)
        return Response(body, content_type="application/json")

    return app
