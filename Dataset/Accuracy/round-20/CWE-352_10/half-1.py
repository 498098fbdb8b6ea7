"""Lamps over the stalls of a Christmas market."""
import hmac
import secrets

from flask import Flask, abort, jsonify, redirect, render_template_string, request, session

ORIGIN = "https://lights.market.example"

# What a page of another origin can make a browser send without asking us first
# (a preflight by OPTIONS, which we never allow).
SIMPLE_TYPES = {"application/x-www-form-urlencoded", "multipart/form-data", "text/plain"}

LOGIN = """<!doctype html><html lang="en"><head><title>Lights</title></head><body>
<form action="/login" method="post">
<input name="name"><input name="password" type="password"><button>Log in</button></form>
</body></html>"""

HOME = """<!doctype html><html lang="en"><head><title>Lights</title></head><body>
<form action="/light" method="post">
<input name="stall"><select name="on"><option>yes</option><option>no</option></select>
<button>Switch</button></form>
<form action="/dark" method="post"><button>All dark</button></form>
</body></html>"""


def from_our_pages():
    """Whether the browser says that the request comes from one of our own pages."""
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin == ORIGIN
    referer = request.headers.get("Referer")
    return referer is not None and referer.startswith(ORIGIN + "/")


def create_app(passwords, stalls):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SECURE=True, SESSION_COOKIE_HTTPONLY=True,
                      SESSION_COOKIE_SAMESITE="Strict")
    passwords = dict(passwords)
    lamps = {number: False for number in range(1, stalls + 1)}

    @app.before_request
    def protect():
        if request.method in ("GET", "HEAD", "OPTIONS") or request.path == "/login":
            return
        if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            abort(403)
        simple = request.mimetype in SIMPLE_TYPES or not request.content_length
        if simple and not from_our_pages():
            abort(403)

    def need_warden():
        if session.get("name") not in passwords:
            abort(401)

    @app.get("/login")
    def login_page():
        return render_template_string(LOGIN)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        known = passwords.get(name)
        if known is None or not hmac.compare_digest(known.encode(), password.encode()):
            abort(401)
        session.clear()
        session["name"] = name
        return redirect("/")

    @app.get("/")
    def home():
        need_warden()
        return render_template_string(HOME)

    @app.post("/light")
    def light():
        need_warden()
        stall = request.form.get("stall", "")
        on = request.form.get("on")
        numbers = {str(number): number for number in lamps}
        if stall not in numbers or on not in ("yes", "no"):
            abort(400)
        lamps[numbers[stall]] = on == "yes"
        return redirect("/")

    @app.post("/dark")
    def dark():
        need_warden()
        for number in lamps:
            lamps[number] = False
        return redirect("/")

    @app.get("/state")
    def state():
        return jsonify({str(number): on for number, on in lamps.items()})

    return app
