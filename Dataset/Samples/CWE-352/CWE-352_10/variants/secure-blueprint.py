"""The switches are a blueprint of their own, which looks at where a request comes from."""
import functools
import os
from urllib.parse import urlsplit

import flask
from markupsafe import Markup

HERE = ("https", "lights.market.example", None)


def form(action, *fields):
    inputs = Markup(" ").join(Markup('<input name="{0}">').format(name) for name in fields)
    return Markup('<form action="{}" method="post">{} <button>Go</button></form>').format(action, inputs)


def comes_from_here(headers):
    for name in ("Origin", "Referer"):
        if name in headers:
            try:
                parts = urlsplit(headers[name])
                if (parts.scheme, parts.hostname, parts.port) != HERE:
                    return False
            except ValueError:
                return False
    return "Origin" in headers or "Referer" in headers


def create_app(passwords, stalls):
    app = flask.Flask(__name__)
    app.config["SECRET_KEY"] = os.urandom(24)
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    switches = flask.Blueprint("switches", __name__)
    on = set()

    def wardens(view):
        @functools.wraps(view)
        def guarded():
            if flask.session.get("warden") not in passwords:
                return "Log in first", 401
            return view()

        return guarded

    @switches.before_request
    def look():
        if not comes_from_here(flask.request.headers):
            return "Not from here", 403

    @switches.route("/light", methods=["POST"])
    @wardens
    def light():
        try:
            stall = int(flask.request.form["stall"])
            action = {"yes": on.add, "no": on.discard}[flask.request.form["on"]]
        except (KeyError, ValueError):
            return "Which lamp?", 400
        if not 1 <= stall <= stalls:
            return "No such stall", 400
        action(stall)
        return flask.redirect("/")

    @switches.route("/dark", methods=["POST"])
    @wardens
    def dark():
        on.clear()
        return flask.redirect("/")

    @app.route("/")
    @wardens
    def page():
        return str(form("/light", "stall", "on") + form("/dark"))

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if flask.request.method == "GET":
            return str(form("/login", "name", "password"))
        name, password = (flask.request.form.get(key, "") for key in ("name", "password"))
        if passwords.get(name) != password:
            return "Wrong", 401
        flask.session["warden"] = name
        return flask.redirect("/")

    @app.route("/state")
    def state():
        return {str(stall): stall in on for stall in range(1, stalls + 1)}

    app.register_blueprint(switches)
    return app
