import secrets
from urllib.parse import urlsplit

from flask import Flask, abort, jsonify, redirect, request, session

LOGIN = """<!doctype html><title>Log in</title><form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button></form>"""
LAMPS = """<!doctype html><title>Lamps</title>
<form action="/light" method="post"><input name="stall"> <input name="on" value="yes"> <button>Switch</button></form>
<form action="/dark" method="post"><button>All off</button></form>"""

OWN = "https://lights.market.example"


def is_own_page():
    """Does the browser say that one of our pages has sent this? `Origin` counts, and `Referer` where it is missing."""
    origin = request.headers.get("Origin")
    if origin is None:
        parts = urlsplit(request.headers.get("Referer", ""))
        origin = f"{parts.scheme}://{parts.netloc}"
    return origin == OWN


def create_app(passwords, stalls):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    lamps = dict.fromkeys(map(str, range(1, stalls + 1)), False)

    @app.before_request
    def only_wardens():
        if request.endpoint in ("lamps_page", "light", "dark") and "name" not in session:
            abort(401)
        if request.method not in ("GET", "HEAD", "OPTIONS") and not is_own_page():
            abort(403)

    @app.get("/login")
    def login_page():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        if name not in passwords or passwords[name] != request.form.get("password"):
            return "Wrong name or password", 401
        session["name"] = name
        return redirect("/")

    @app.get("/")
    def lamps_page():
        return LAMPS

    @app.post("/light")
    def light():
        stall, on = request.form.get("stall"), request.form.get("on")
        if stall not in lamps or on not in ("yes", "no"):
            abort(400)
        lamps[stall] = on == "yes"
        return redirect("/")

    @app.post("/dark")
    def dark():
        for stall in lamps:
            lamps[stall] = False
        return redirect("/")

    @app.get("/state")
    def state():
        return jsonify(lamps)

    return app
