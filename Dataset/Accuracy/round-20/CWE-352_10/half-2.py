"""Lamps over the stalls of a Christmas market."""
import hmac
import secrets

from flask import Flask, abort, jsonify, redirect, render_template_string, request, session
from itsdangerous import BadSignature, URLSafeTimedSerializer

ORIGIN = "https://lights.market.example"
ONE_NIGHT = 16 * 3600

LOGIN = """<!doctype html><html lang="en"><head><title>Lights</title></head><body>
<form action="/login" method="post">
<input type="hidden" name="token" value="{{ token }}">
<input name="name"><input name="password" type="password"><button>Log in</button></form>
</body></html>"""

HOME = """<!doctype html><html lang="en"><head><title>Lights</title></head><body>
<form action="/light" method="post">
<input type="hidden" name="token" value="{{ token }}">
<input name="stall"><select name="on"><option>yes</option><option>no</option></select>
<button>Switch</button></form>
<form action="/dark" method="post">
<input type="hidden" name="token" value="{{ token }}"><button>All dark</button></form>
</body></html>"""


def create_app(passwords, stalls):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SECURE=True, SESSION_COOKIE_HTTPONLY=True,
                      SESSION_COOKIE_SAMESITE="Strict")
    passwords = dict(passwords)
    lamps = {number: False for number in range(1, stalls + 1)}
    # Signed tokens without a session: a page that is left open survives another login.
    signer = URLSafeTimedSerializer(secrets.token_bytes(32), salt="form")

    def page(template):
        answer = app.make_response(render_template_string(
            template, token=signer.dumps(secrets.token_hex(16))))
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @app.before_request
    def protect():
        if request.method in ("GET", "HEAD", "OPTIONS") or request.endpoint == "login":
            return
        origin = request.headers.get("Origin")
        if origin is not None and origin != ORIGIN:
            abort(403)
        referer = request.headers.get("Referer")
        if referer is not None and not referer.startswith(ORIGIN + "/"):
            abort(403)
        if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            abort(403)
        try:
            signer.loads(request.form.get("token", ""), max_age=ONE_NIGHT)
        except BadSignature:
            abort(403)

    def need_warden():
        if session.get("name") not in passwords:
            abort(401)

    @app.get("/login")
    def login_page():
        return page(LOGIN)

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
        return page(HOME)

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
