"""Pictures and weather of the valleys, fetched from their camera servers."""

import re
from urllib.parse import quote, unquote, urljoin, urlparse, urlunparse

import requests
from flask import Flask, Response, abort, request

_PORT = 8081
_SUFFIX = ".cams.example"
_VALLEY = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?")
_MOVED = {301, 302, 307, 308}
_MOVES = 2
_TIMEOUT = (3, 10)


def _is_camera(name):
    return 1 <= len(name) <= 40 and all(
        sign.isalpha() or sign in "0123456789 -" for sign in name
    )


def _allowed_path(path):
    if path == "/weather.json":
        return True
    if not (path.startswith("/shots/") and path.endswith(".jpg")):
        return False
    try:
        return _is_camera(unquote(path[len("/shots/"):-len(".jpg")], errors="strict"))
    except UnicodeDecodeError:
        return False


def _checked(url):
    """The address in its plain form if we may ask there, otherwise None."""
    try:
        parts = urlparse(url)
        port = parts.port
    except ValueError:
        return None
    host = parts.hostname or ""
    if (
        parts.scheme != "http"
        or port != _PORT
        or "@" in parts.netloc
        or not host.endswith(_SUFFIX)
        or not _VALLEY.fullmatch(host[:-len(_SUFFIX)])
        or parts.query
        or parts.fragment
        or not _allowed_path(parts.path)
    ):
        return None
    # Built from what was looked at, so that nobody reads it another way than we did.
    return urlunparse(parts._replace(netloc=f"{host}:{_PORT}"))


def _location(answer):
    location = answer.headers.get("Location", "")
    try:
        # Header fields come as Latin-1, but servers write UTF-8.
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _fetch(url):
    """The body behind an address, or None."""
    with requests.Session() as session:
        session.trust_env = False
        for _ in range(_MOVES + 1):
            url = _checked(url)
            if url is None:
                return None
            try:
                answer = session.get(url, allow_redirects=False, timeout=_TIMEOUT)
            except (requests.RequestException, ValueError):
                return None
            if answer.status_code == 200:
                return answer.content
            if answer.status_code not in _MOVED or "Location" not in answer.headers:
                return None
            url = urljoin(url, _location(answer))
    return None


def create_app():
    app = Flask(__name__)

    def deliver(path, content_type):
        valley = request.args.get("valley", "")
        if not _VALLEY.fullmatch(valley):
            abort(404)
        body = _fetch(f"http://{valley}{_SUFFIX}:{_PORT}{path}")
        if body is None:
            abort(404)
        return Response(body, content_type=content_type)

    @app.get("/picture")
    def picture():
        camera = request.args.get("camera", "")
        if not _is_camera(camera):
            abort(404)
        return deliver(f"/shots/{quote(camera, safe='')}.jpg", "image/jpeg")

    @app.get("/weather")
    def weather():
        return deliver("/weather.json", "application/json")

    return app
