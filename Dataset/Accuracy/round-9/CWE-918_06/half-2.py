"""Pictures and weather of the valleys."""
import re
import unicodedata
from urllib.parse import quote, unquote, urljoin, urlparse

import requests
from flask import Flask, abort, make_response, request

# scheme, host and port in exactly the one way of writing that we use ourselves
SERVER = re.compile(r"(?!-)[a-z0-9-]{1,30}(?<!-)\.cams\.example:8081")
REDIRECT_CODES = (301, 302, 307, 308)


def valley_server(valley):
    server = f"{valley}.cams.example:8081"
    return server if SERVER.fullmatch(server) else None


def good_camera(name):
    kinds = {unicodedata.category(sign) for sign in name if sign not in " -"}
    return 0 < len(name) <= 40 and all(kind[0] == "L" or kind == "Nd" for kind in kinds)


def good_path(path):
    if path == "/weather.json":
        return True
    folder, _, file = path.rpartition("/")
    if folder != "/shots" or not file.endswith(".jpg"):
        return False
    try:
        return good_camera(unquote(file[: -len(".jpg")], errors="strict"))
    except UnicodeDecodeError:
        return False


def good_url(url):
    try:
        parts = urlparse(url)
    except ValueError:
        return False
    return (
        parts.scheme == "http"
        and SERVER.fullmatch(parts.netloc) is not None
        and good_path(parts.path)
        and parts.query == ""
    )


def fetch(url):
    """The content at this address, or where it leads to; 404 if there is none."""
    for _ in range(3):
        if not good_url(url):               # each time, not only at first
            abort(404)
        session = requests.Session()
        session.trust_env = False
        try:
            reply = session.get(url, timeout=8, allow_redirects=False)
        except (requests.RequestException, ValueError):
            abort(404)
        finally:
            session.close()
        if reply.status_code == 200:
            return reply.content
        if reply.status_code not in REDIRECT_CODES or not reply.headers.get("Location"):
            abort(404)
        try:
            url = urljoin(url, reply.headers["Location"])
        except ValueError:
            abort(404)
    abort(404)


def create_app():
    app = Flask("valleys")

    def server():
        return valley_server(request.args.get("valley", "")) or abort(404)

    @app.route("/picture")
    def picture():
        camera = request.args.get("camera", "")
        if not good_camera(camera):
            abort(404)
        response = make_response(fetch(f"http://{server()}/shots/{quote(camera)}.jpg"))
        response.mimetype = "image/jpeg"
        return response

    @app.route("/weather")
    def weather():
        response = make_response(fetch(f"http://{server()}/weather.json"))
        response.mimetype = "application/json"
        return response

    return app
