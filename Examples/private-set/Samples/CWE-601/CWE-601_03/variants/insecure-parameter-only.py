from urllib.parse import urlsplit

from flask import Flask, Response, abort, redirect, request

YEAR = 365 * 24 * 60 * 60


def shown(parts):
    return (parts.path or "/") + ("?" + parts.query if parts.query else "")


def page_to_show():
    back = request.args.get("back")
    try:
        parts = urlsplit(back or request.headers.get("Referer", ""))
    except ValueError:
        return "/"
    ours = parts.netloc == request.host and parts.scheme in ("http", "https")
    if back:
        path = not parts.scheme and not parts.netloc and parts.path.startswith("/")
        page = shown(parts)
        return "/" + page.lstrip("/\\") if ours or path else "/"
    if ours or (not parts.scheme and not parts.netloc and parts.path.startswith("/")):
        return shown(parts)
    return "/"


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
