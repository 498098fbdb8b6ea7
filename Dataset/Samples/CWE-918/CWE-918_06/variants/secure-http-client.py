import http.client
import re
from urllib.parse import quote, unquote, urljoin

from flask import Flask, make_response, request

VALLEY = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"


def ask(valley, path):
    """(status, Location, body) of a camera server."""
    if len(valley) > 30 or not re.fullmatch(VALLEY, valley):
        return 404, None, b""
    camera = re.fullmatch(r"/shots/([^/]+)\.jpg", path)
    if path != "/weather.json" and not (camera and is_camera(unquote(camera[1]))):
        return 404, None, b""
    connection = http.client.HTTPConnection(f"{valley}.cams.example", 8081, timeout=5)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.getheader("Location"), response.read()
    except (OSError, http.client.HTTPException):
        return 404, None, b""
    finally:
        connection.close()


def is_camera(name):
    return 1 <= len(name) <= 40 and all(c.isalnum() or c in " -" for c in name)


def pass_on(valley, path, kind):
    status, location, body = ask(valley, path)
    for _ in range(2):
        if status not in (301, 302, 307, 308) or not location:
            break
        target = urljoin(f"http://{valley}.cams.example:8081{path}", location)
        found = re.fullmatch(r"http://([a-z0-9-]+)\.cams\.example:8081(/[\x21-\x7e]*)", target)
        if not found:
            status = 404
            break
        valley, path = found.groups()
        status, location, body = ask(valley, path)
    if status != 200:
        return "", 404
    response = make_response(body)
    response.headers["Content-Type"] = kind
    return response


def create_app():
    app = Flask("cams")

    @app.route("/picture")
    def picture():
        path = "/shots/" + quote(request.args.get("camera", ""), safe="") + ".jpg"
        return pass_on(request.args.get("valley", ""), path, "image/jpeg")

    @app.route("/weather")
    def weather():
        return pass_on(request.args.get("valley", ""), "/weather.json", "application/json")

    return app
