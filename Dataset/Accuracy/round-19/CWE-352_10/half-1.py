import hmac
import secrets
from urllib.parse import urlsplit

from flask import Flask, abort, jsonify, redirect, render_template_string, request, session
from itsdangerous import BadSignature, URLSafeTimedSerializer

HOME = "https://lights.market.example"

LOGIN = """<!doctype html><title>Lights</title>
<form action="/login" method="post"><input type="hidden" name="token" value="{{ token }}">
<input name="name"><input name="password" type="password"><button>Log in</button></form>"""

PAGE = """<!doctype html><title>Lights</title>
<form action="/light" method="post"><input type="hidden" name="token" value="{{ token }}">
<input name="stall"><select name="on"><option>yes</option><option>no</option></select><button>Switch</button></form>
<form action="/dark" method="post"><input type="hidden" name="token" value="{{ token }}">
<button>All off</button></form>"""


def create_app(passwords, stalls):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    signer = URLSafeTimedSerializer(app.secret_key, salt="form")
    lamps = {number: False for number in range(1, stalls + 1)}

    def form(template):
        # the token is signed and not kept in the session, so that a page that
        # is open stays good when its warden logs in again in another tab
        return render_template_string(template, token=signer.dumps(secrets.token_urlsafe(16)))

    def ours():
        """Whether the request comes from one of our own forms."""
        origins = request.headers.getlist("Origin")
        if any(origin != HOME for origin in origins):
            return False
        referrer = request.headers.get("Referer")
        if referrer is not None:
            try:
                parts = urlsplit(referrer)
            except ValueError:
                return False
            if f"{parts.scheme}://{parts.netloc}" != HOME:
                return False
        try:
            signer.loads(request.form.get("token", ""), max_age=24 * 3600)
        except BadSignature:
            return False
        return True

    def warden():
        if session.get("name") not in passwords:
            abort(401)

    @app.after_request
    def headers(response):
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Cache-Control"] = "no-store"
        return response

    @app.get("/login")
    def login_form():
        return form(LOGIN)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        right = passwords.get(name)
        if right is None or not hmac.compare_digest(right.encode(), password.encode("utf-8", "replace")):
            abort(401)
        session.clear()
        session["name"] = name
        return redirect("/")

    @app.get("/")
    def index():
        warden()
        return form(PAGE)

    @app.post("/light")
    def light():
        warden()
        if not ours():
            abort(403)
        numbers = {str(number): number for number in lamps}
        stall, on = request.form.get("stall"), request.form.get("on")
        if stall not in numbers or on not in ("yes", "no"):
            abort(400)
        lamps[numbers[stall]] = on == "yes"
        return redirect("/")

    @app.post("/dark")
    def dark():
        warden()
        if not ours():
            abort(403)
        for number in lamps:
            lamps[number] = False
        return redirect("/")

    @app.get("/state")
    def state():
        return jsonify({str(number): on for number, on in lamps.items()})

    return app
