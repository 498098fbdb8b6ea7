import secrets

from flask import Flask, abort, jsonify, make_response, redirect, request, session
from markupsafe import escape

LOGIN = """<!doctype html><title>Log in</title><form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button></form>"""
LAMPS = """<!doctype html><title>Lamps</title>
<form action="/light" method="post"><input name="stall"> <input name="on" value="yes"> <button>Switch</button></form>
<form action="/dark" method="post"><button>All off</button></form>"""


def is_own_page():
    """The cookie and the form hold the same token, which pages of others cannot read."""
    given, kept = request.form.get("token", ""), request.cookies.get("csrf", "")
    return request.endpoint == "login" or bool(kept) and secrets.compare_digest(given.encode(), kept.encode())


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
        token = request.cookies.get("csrf") or secrets.token_hex(16)
        answer = make_response(LAMPS.replace("<button", f'<input type="hidden" name="token" value="{escape(token)}"> <button'))
        answer.set_cookie("csrf", token, secure=True, httponly=True, samesite="Lax")
        return answer

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
