import re
from urllib.parse import quote, unquote, urlsplit

import requests
from flask import Flask, Response, abort, request

VALLEY = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?")
CAMERA = re.compile(r"(?:[^\W_]|[ -]){1,40}")
DOMAIN = ".cams.example"


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
            and port == 8081
            and host.endswith(DOMAIN) and VALLEY.fullmatch(host.removesuffix(DOMAIN)) is not None
            and not parts.query and good_path(parts.path))


def fetch(url, good_path):
    with requests.Session() as session:
        session.trust_env = False
        session.max_redirects = 2
        try:
            answer = session.get(url, timeout=10)
        except (requests.RequestException, UnicodeError):
            abort(404)
    stations = [*answer.history, answer]
    if any(step.status_code == 303 for step in stations):
        abort(404)
    if answer.status_code != 200 or not all(allowed(step.url, good_path) for step in stations):
        abort(404)
    return answer.content


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
