"""Pictures and weather of the valleys."""
import re
from urllib.parse import quote, unquote, urljoin, urlsplit

import requests
from flask import Flask, Response, abort, request

PORT = 8081
DOMAIN = ".cams.example"
VALLEY = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?")
SHOT = re.compile(r"/shots/(.+)\.jpg", re.DOTALL)
MOVED, MOVED_FOR_GOOD = {301, 302, 307, 308}, {301, 308}
REDIRECTS = 2


def _is_valley(name):
    return VALLEY.fullmatch(name) is not None


def _is_camera(name):
    return 1 <= len(name) <= 40 and all(c in " -" or c.isalpha() or c.isdecimal() for c in name)


def _is_allowed(url, path_is_good):
    """Whether one of our requests may go to this address."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    return (
        parts.scheme == "http"
        and parts.netloc == f"{host}:{port}"        # no user, no other way to write it
        and port == PORT
        and host.endswith(DOMAIN)
        and _is_valley(host[: -len(DOMAIN)])
        and not parts.query
        and path_is_good(parts.path)
    )


def _is_weather(path):
    return path == "/weather.json"


def _is_shot(path):
    match = SHOT.fullmatch(path)
    if match is None:
        return False
    try:
        return _is_camera(unquote(match[1], errors="strict"))
    except UnicodeDecodeError:
        return False


class _Fetcher:
    """Fetches from the camera servers; what has moved for good is asked for only once."""

    def __init__(self):
        self._moved = {}

    def fetch(self, url, path_is_good):
        for _ in range(1 + REDIRECTS):
            if url in self._moved:
                url = self._moved[url]
                continue
            with requests.Session() as session:
                session.trust_env = False
                try:
                    answer = session.get(url, allow_redirects=False, timeout=(4, 10))
                except (requests.RequestException, ValueError):
                    return None
            if answer.status_code == 200:
                return answer.content
            if answer.status_code not in MOVED or "Location" not in answer.headers:
                return None
            try:
                target = urljoin(url, answer.headers["Location"])
            except ValueError:
                return None
            if answer.status_code in MOVED_FOR_GOOD:
                self._moved[url] = target
            if not _is_allowed(target, path_is_good):
                return None
            url = target
        return None


def create_app():
    app = Flask(__name__)
    fetcher = _Fetcher()

    def answer(path, path_is_good, mimetype):
        valley = request.args.get("valley", "")
        if not _is_valley(valley):
            abort(404)
        content = fetcher.fetch(f"http://{valley}{DOMAIN}:{PORT}{path}", path_is_good)
        if content is None:
            abort(404)
        return Response(content, mimetype=mimetype)

    @app.get("/picture")
    def picture():
        camera = request.args.get("camera", "")
        if not _is_camera(camera):
            abort(404)
        return answer(f"/shots/{quote(camera, safe='')}.jpg", _is_shot, "image/jpeg")

    @app.get("/weather")
    def weather():
        return answer("/weather.json", _is_weather, "application/json")

    return app
