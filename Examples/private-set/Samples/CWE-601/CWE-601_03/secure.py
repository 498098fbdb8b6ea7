from urllib.parse import urlsplit

from flask import Flask, Response, abort, redirect, request

YEAR = 365 * 24 * 60 * 60


def page_to_show():
    address = request.args.get("back") or request.headers.get("Referer", "")
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    if parts.netloc:
        if parts.scheme not in ("http", "https") or parts.netloc != request.host:
            return "/"
    elif parts.scheme or not address.startswith("/"):
        return "/"
    # With a second slash, or what browsers take for one, the path would name a host. Tabs and
    # line breaks, which browsers drop, are gone already: urlsplit drops them too.
    page = "/" + parts.path.lstrip("/\\")
    if parts.query:
        page += "?" + parts.query
    return page


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
