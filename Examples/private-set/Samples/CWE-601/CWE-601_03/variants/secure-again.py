from urllib.parse import urlsplit

from flask import Flask, Response, abort, redirect, request

YEAR = 365 * 24 * 60 * 60


def without_scheme_and_host(parts):
    return parts._replace(scheme="", netloc="", path=parts.path or "/", fragment="").geturl()


def begins_well(address):
    return address.startswith("/") and address[1:2] not in ("/", "\\")


def page_to_show():
    address = request.args.get("back") or request.headers.get("Referer") or "/"
    if not address.isprintable():
        return "/"
    if begins_well(address):
        address = f"http://{request.host}{address}"
    elif not address.lower().startswith(("http://", "https://")):
        return "/"
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    if parts.netloc != request.host or (parts.path and not begins_well(parts.path)):
        return "/"
    return without_scheme_and_host(parts)


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
