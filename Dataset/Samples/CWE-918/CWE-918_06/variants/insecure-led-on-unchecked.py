import re
from urllib.parse import quote

import requests
from flask import Flask, Response, abort, request

NAME = "[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?"
VALLEY = re.compile(NAME)
CAMERA = re.compile(r"(?:[^\W_]|[ -]){1,40}")
def fetch(url):
    session = requests.Session()
    session.max_redirects = 2
    try:
        answer = session.get(url, timeout=5)
    except requests.RequestException:
        abort(404)
    if answer.status_code != 200:
        abort(404)
    return answer.content


def server(valley):
    if not VALLEY.fullmatch(valley):
        abort(404)
    return f"http://{valley}.cams.example:8081"


def create_app():
    app = Flask(__name__)

    @app.get("/picture")
    def picture():
        camera = request.args.get("camera", "")
        if not CAMERA.fullmatch(camera):
            abort(404)
        data = fetch(f"{server(request.args.get('valley', ''))}/shots/{quote(camera)}.jpg")
        return Response(data, content_type="image/jpeg")

    @app.get("/weather")
    def weather():
        data = fetch(f"{server(request.args.get('valley', ''))}/weather.json")
        return Response(data, content_type="application/json")

    return app
