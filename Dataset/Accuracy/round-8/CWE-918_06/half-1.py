import re
from urllib.parse import quote, unquote, urljoin, urlsplit

import requests
from flask import Flask, Response, abort, request

PORT = 8081
VALLEY = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?")
CAMERA = re.compile(r"(?:[^\W_]|[ -]){1,40}")
HOST = re.compile(r"([^.]+)\.cams\.example")
SHOT = re.compile(r"/shots/([^/]+)\.jpg")


def allowed(url):
    try:
        parts = urlsplit(url)
        port = parts.port
        path = unquote(parts.path, errors="strict")
    except ValueError:
        return False
    if parts.scheme != "http" or port != PORT or parts.query:
        return False
    host = HOST.fullmatch(parts.hostname or "")
    if not host or not VALLEY.fullmatch(host.group(1)):
        return False
    if path == "/weather.json":
        return True
    shot = SHOT.fullmatch(path)
    return bool(shot and CAMERA.fullmatch(shot.group(1)))


def fetch(url):
    with requests.Session() as session:
        session.trust_env = False
        for _ in range(3):
            if not allowed(url):
                return None
            try:
                answer = session.get(url, allow_redirects=False, timeout=10)
            except (requests.RequestException, ValueError):
                return None
            if answer.status_code in (301, 302, 307, 308):
                location = session.get_redirect_target(answer)
                if not location:
                    return None
                try:
                    url = urljoin(url, location)
                except ValueError:
                    return None
                continue
            return answer.content if answer.status_code == 200 else None
    return None


def create_app():
    app = Flask(__name__)

    def answer(path, mimetype):
        valley = request.args.get("valley", "")
        if not VALLEY.fullmatch(valley):
            abort(404)
        body = fetch(f"http://{valley}.cams.example:{PORT}{path}")
        if body is None:
            abort(404)
        return Response(body, mimetype=mimetype)

    @app.get("/picture")
    def picture():
        camera = request.args.get("camera", "")
        if not CAMERA.fullmatch(camera):
            abort(404)
        return answer(f"/shots/{quote(camera, safe='')}.jpg", "image/jpeg")

    @app.get("/weather")
    def weather():
        return answer("/weather.json", "application/json")

    return app
