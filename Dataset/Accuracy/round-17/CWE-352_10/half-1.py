"""Lamps over the stalls of a Christmas market."""
import hmac
import secrets
from urllib.parse import urlsplit

from flask import Flask, abort, jsonify, redirect, render_template_string, request, session
from itsdangerous import BadSignature, URLSafeTimedSerializer

SITE = "https://lights.market.example"

LOGIN = """<!doctype html><title>Log in</title>
<form action="/login" method="post"><input name="name"><input name="password" type="password"><button>Log in</button></form>"""

PAGE = """<!doctype html><title>Lights</title>
<form action="/light" method="post">
<input type="hidden" name="token" value="{{ token }}">
<input name="stall"><select name="on"><option>yes</option><option>no</option></select><button>Switch</button></form>
<form action="/dark" method="post"><input type="hidden" name="token" value="{{ token }}"><button>All off</button></form>"""


def create_app(passwords, stalls):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    lamps = {number: False for number in range(1, stalls + 1)}
    # Signed by the application rather than kept in the session: a page that is
    # open since the afternoon has to work after another login as well.
    tokens = URLSafeTimedSerializer(app.secret_key, salt="lights-form")

    def warden():
        if session.get("name") not in passwords:
            abort(401)

    def ours():
        """Stops every request that does not come from one of our own pages."""
        origin = request.headers.get("Origin")
        if origin is not None and origin != SITE:
            abort(403)
        referer = request.headers.get("Referer")
        if referer:
            try:
                parts = urlsplit(referer)
            except ValueError:
                abort(403)
            if f"{parts.scheme}://{parts.netloc}" != SITE:
                abort(403)
        try:
            tokens.loads(request.form.get("token", ""), max_age=24 * 3600)
        except BadSignature:
            abort(403)

    @app.get("/login")
    def login_page():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        known = passwords.get(name)
        if known is None or not hmac.compare_digest(known.encode(), password.encode("utf-8", "replace")):
            abort(401)
        session.clear()
        session["name"] = name
        return redirect("/")

    @app.get("/")
    def page():
        warden()
        answer = app.make_response(render_template_string(PAGE, token=tokens.dumps(secrets.token_hex(8))))
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["X-Frame-Options"] = "DENY"
        answer.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        return answer

    @app.post("/light")
    def light():
        warden()
        ours()
        stall, on = request.form.get("stall", ""), request.form.get("on")
        numbers = {str(number): number for number in lamps}
        if stall not in numbers or on not in ("yes", "no"):
            abort(400)
        lamps[numbers[stall]] = on == "yes"
        return redirect("/")

    @app.post("/dark")
    def dark():
        warden()
        ours()
        for number in lamps:
            lamps[number] = False
        return redirect("/")

    @app.get("/state")
    def state():
        return jsonify({str(number): on for number, on in lamps.items()})

    return app
