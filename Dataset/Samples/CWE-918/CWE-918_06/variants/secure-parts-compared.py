from urllib.parse import quote, unquote_to_bytes, urljoin, urlsplit

import requests
from flask import Blueprint, Flask, Response, request

SIGNS = set("abcdefghijklmnopqrstuvwxyz0123456789-")
routes = Blueprint("cams", __name__)


class NotOurs(Exception):
    """Nothing that may be asked for."""


def url_of(valley, path):
    if not 1 <= len(valley) <= 30 or not SIGNS.issuperset(valley) or "-" in (valley[0], valley[-1]):
        raise NotOurs(valley)
    return f"http://{valley}.cams.example:8081{path}"


def shot(camera):
    if not 1 <= len(camera) <= 40 or not all(sign.isalpha() or sign.isdigit() or sign in " -" for sign in camera):
        raise NotOurs(camera)
    return f"/shots/{quote(camera, safe='')}.jpg"


def understood(url):
    """The same address, put together anew from its parts."""
    parts = urlsplit(url)
    host = parts.netloc.removesuffix(":8081")
    if parts.scheme != "http" or host == parts.netloc or not host.endswith(".cams.example") or parts.query:
        raise NotOurs(url)
    valley = host.removesuffix(".cams.example")
    if parts.path == "/weather.json":
        return url_of(valley, parts.path)
    if parts.path[:7] != "/shots/" or parts.path[-4:] != ".jpg":
        raise NotOurs(url)
    return url_of(valley, shot(unquote_to_bytes(parts.path[7:-4]).decode()))


def fetched(url):
    for _ in range(3):
        response = requests.get(understood(url), allow_redirects=False, timeout=(3, 10))
        if not response.is_redirect:
            break
        url = urljoin(url, response.headers["Location"])
    if response.status_code != 200:
        raise NotOurs(url)
    return response.content


@routes.errorhandler(Exception)
def nothing(error):
    return "nothing here", 404


@routes.get("/picture")
def picture():
    data = fetched(url_of(request.args["valley"], shot(request.args["camera"])))
    return Response(data, mimetype="image/jpeg")


@routes.get("/weather")
def weather():
    return Response(fetched(url_of(request.args["valley"], "/weather.json")), mimetype="application/json")


def create_app():
    app = Flask(__name__)
    app.register_blueprint(routes)
    return app
