"""lights, without any token: the browser has to tell that the request comes
from our own pages, by `Origin`, or else by `Referer`."""
import secrets
from urllib.parse import urlsplit

import flask

HOME = "https://lights.market.example"

FORMS = """<!doctype html><title>Lights</title>
<form action="/light" method="post">
 <input type="number" name="stall" min="1">
 <input type="radio" name="on" value="yes" checked>on
 <input type="radio" name="on" value="no">off
 <button>Switch</button>
</form>
<form action="/dark" method="post"><button>All off</button></form>"""

LOGIN = """<!doctype html><title>Lights</title>
<form action="/login" method="post">
 <input name="name"><input type="password" name="password"><button>Log in</button>
</form>"""


def from_our_pages(headers):
    origins = headers.getlist("Origin")
    if origins:
        return origins == [HOME]
    referers = headers.getlist("Referer")
    if len(referers) != 1 or not referers[0].startswith(HOME + "/"):
        return False
    try:
        parts = urlsplit(referers[0])
    except ValueError:
        return False
    return (parts.scheme, parts.netloc) == tuple(HOME.split("://"))


def create_app(passwords, stalls):
    app = flask.Flask("lights")
    app.secret_key = secrets.token_bytes(48)
    lamps = [False] * stalls

    def guard():
        path = flask.request.path
        if path not in ("/", "/light", "/dark"):
            return None
        if flask.session.get("name") not in passwords:
            return "Please log in.", 401
        if path != "/" and not from_our_pages(flask.request.headers):
            return "Only from our own pages.", 403
        return None

    def login():
        if flask.request.method != "POST":
            return LOGIN
        name, password = (flask.request.form.get(k) for k in ("name", "password"))
        known = passwords.get(name) if name is not None else None
        if known is None or password is None or not secrets.compare_digest(
                known.encode("utf-8", "replace"), password.encode("utf-8", "replace")):
            return "Wrong name or password.", 401
        flask.session["name"] = name
        return flask.redirect("/")

    def home():
        # the browser shall tell itself at least to us
        return FORMS, {"Referrer-Policy": "same-origin", "Vary": "Cookie",
                       "Content-Security-Policy": "frame-ancestors 'none'"}

    def light():
        form = flask.request.form
        match [form.get("stall", ""), form.get("on")]:
            case [stall, ("yes" | "no") as on] if stall in map(str, range(1, stalls + 1)):
                lamps[int(stall) - 1] = on == "yes"
                return flask.redirect("/")
        return "No such stall, or neither yes nor no.", 400

    def dark():
        lamps[:] = [False] * stalls
        return flask.redirect("/")

    def state():
        return flask.jsonify({str(n): lit for n, lit in enumerate(lamps, 1)})

    app.before_request(guard)
    app.add_url_rule("/login", view_func=login, methods=["GET", "POST"])
    app.add_url_rule("/", view_func=home, methods=["GET"])
    app.add_url_rule("/light", view_func=light, methods=["POST"])
    app.add_url_rule("/dark", view_func=dark, methods=["POST"])
    app.add_url_rule("/state", view_func=state, methods=["GET"])
    return app
