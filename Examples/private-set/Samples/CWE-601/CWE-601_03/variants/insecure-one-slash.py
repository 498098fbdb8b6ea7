import re

from flask import Flask, Response, abort, redirect, request

YEAR = 365 * 24 * 60 * 60


def page_to_show():
    address = request.args.get("back") or request.headers.get("Referer", "")
    own = re.match(r"https?://" + re.escape(request.host) + r"(?=[/?#]|$)", address, re.IGNORECASE | re.ASCII)
    if own:
        address = address[own.end():]
        if not address.startswith("/"):
            address = "/" + address
    if address.startswith("//"):
        address = address[1:]
    if not address.startswith("/"):
        return "/"
    return address.partition("#")[0]


def create_app(greetings):
    app = Flask(__name__)
    default = next(iter(greetings))

    @app.get("/")
    def start():
        code = request.cookies.get("language", default)
        return Response(greetings.get(code, greetings[default]), mimetype="text/plain")

    @app.get("/language/<code>")
    def choose(code):
        if code not in greetings:
            abort(404)
        answer = redirect(page_to_show())
        answer.set_cookie("language", code, max_age=YEAR, path="/", samesite="Lax")
        return answer

    return app
