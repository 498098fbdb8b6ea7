"""Pictures and weather of the valleys, fetched from their camera servers."""

import re
from urllib.parse import quote, unquote, urljoin, urlsplit

import requests
from flask import Flask, Response, abort, request

VALLEY = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?")
CAMERA = re.compile(r"(?:[^\W_]|[ -]){1,40}")
FOR_GOOD = (301, 308)
FOR_NOW = (302, 307)


def valid_camera(name):
    return bool(CAMERA.fullmatch(name)) and all(
        sign.isalpha() or sign in "0123456789 -" for sign in name
    )


def address(valley, camera=None):
    """The only way in which an address is put together; None for names that are none."""
    if not VALLEY.fullmatch(valley):
        return None
    if camera is None:
        path = "/weather.json"
    elif valid_camera(camera):
        path = f"/shots/{quote(camera, safe='')}.jpg"
    else:
        return None
    return f"http://{valley}.cams.example:8081{path}"


def cleaned(url):
    """An address from somebody else, taken apart and put together anew; None if we may not go
    there."""
    try:
        parts = urlsplit(url)
        host, dot, domain = (parts.hostname or "").partition(".")
        if (parts.scheme, domain, parts.port) != ("http", "cams.example", 8081):
            return None
        if "@" in parts.netloc or parts.query or parts.fragment:
            return None
        if parts.path == "/weather.json":
            return address(host)
        shot = re.fullmatch(r"/shots/([^/]+)\.jpg", parts.path)
        return address(host, unquote(shot[1], errors="strict")) if shot else None
    except ValueError:
        return None


class Fetcher:
    """Asks the camera servers, and remembers what has moved for good, so that the old servers can
    be switched off."""

    def __init__(self):
        self.moved = {}

    def ask(self, url):
        with requests.Session() as session:
            session.trust_env = False
            return session.get(url, allow_redirects=False, timeout=(3, 10))

    def fetch(self, url):
        for _ in range(3):
            if url is None:
                return None
            url = self.moved.get(url, url)
            try:
                answer = self.ask(url)
            except (requests.RequestException, ValueError):
                return None
            status = answer.status_code
            if status == 200:
                return answer.content
            location = answer.headers.get("Location")
            if status not in FOR_GOOD + FOR_NOW or location is None:
                return None
            try:
                location = location.encode("latin-1").decode("utf-8")
            except UnicodeError:
                pass
            try:
                target = urljoin(url, location)
            except ValueError:
                return None
            if status in FOR_GOOD:
                self.moved[url] = target
            url = cleaned(target)
        return None


def create_app():
    app = Flask(__name__)
    fetcher = Fetcher()

    def answer(url, content_type):
        body = fetcher.fetch(url)
        if body is None:
            abort(404)
        return Response(body, content_type=content_type)

    @app.get("/picture")
    def picture():
        url = address(request.args.get("valley", ""), request.args.get("camera", ""))
        return answer(url, "image/jpeg")

    @app.get("/weather")
    def weather():
        return answer(address(request.args.get("valley", "")), "application/json")

    return app
