import re
from urllib.parse import quote, unquote, urljoin, urlsplit

import requests
from flask import Flask, Response, abort, request

VALLEY = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?")
CAMERA = re.compile(r"(?:[^\W_]|[ -]){1,40}")
DOMAIN = ".cams.example"
REDIRECTS = {301, 302, 307, 308}


def picture_path(path):
    return path.startswith("/shots/") and path.endswith(".jpg") and \
        CAMERA.fullmatch(unquote(path)[len("/shots/"):-len(".jpg")]) is not None


def weather_path(path):
    return path == "/weather.json"


def allowed(url, good_path):
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    return (parts.scheme == "http"
            and "@" not in parts.netloc and "\\" not in url
            and port in (None, 8081)
            and host.endswith(DOMAIN) and VALLEY.fullmatch(host.removesuffix(DOMAIN)) is not None
            and not parts.query and good_path(parts.path))


def fetch(url, good_path):
    session = requests.Session()
    session.trust_env = False
    for _ in range(3):
        if not allowed(url, good_path):
            abort(404)
        try:
            answer = session.get(url, allow_redirects=False, timeout=10)
        except requests.RequestException:
            abort(404)
        if answer.status_code == 200:
            return answer.content
        if answer.status_code not in REDIRECTS or "Location" not in answer.headers:
            abort(404)
        url = urljoin(url, answer.headers["Location"])
    abort(404)


def create_app():
    app = Flask(__name__)

    def valley():
        name = request.args.get("valley", "")
        if not VALLEY.fullmatch(name):
            abort(404)
        return name

    @app.get("/picture")
    def picture():
        camera = request.args.get("camera", "")
        if not CAMERA.fullmatch(camera):
            abort(404)
        url = f"http://{valley()}{DOMAIN}:8081/shots/{quote(camera, safe='')}.jpg"
        return Response(fetch(url, picture_path), mimetype="image/jpeg")

    @app.get("/weather")
    def weather():
        url = f"http://{valley()}{DOMAIN}:8081/weather.json"
        return Response(fetch(url, weather_path), mimetype="application/json")

    return app
