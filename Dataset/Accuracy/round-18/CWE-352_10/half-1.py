import hmac
import secrets

from flask import Flask, abort, jsonify, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>Lights</title>
<form action="/login" method="post">
<input name="name"> <input name="password" type="password"> <button>Log in</button></form>"""

HOME = """<!doctype html><title>Lights</title>
<form action="/light" method="post"><input type="hidden" name="token" value="{{ token }}">
<input name="stall"> <select name="on"><option>yes<option>no</select> <button>Switch</button></form>
<form action="/dark" method="post"><input type="hidden" name="token" value="{{ token }}">
<button>All off</button></form>"""


def create_app(passwords, stalls):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    lamps = {str(number): False for number in range(1, stalls + 1)}

    @app.before_request
    def give_token():
        # One for the whole session.  It stays when somebody logs in again, as
        # pages in other tabs have it in their forms.
        if "token" not in session:
            session["token"] = secrets.token_urlsafe(32)

    def warden_only():
        if session.get("name") not in passwords:
            abort(401)

    def own_form_only():
        # signed in the session, so that no other site can set both halves of it
        sent = request.form.get("token", "")
        if not hmac.compare_digest(sent.encode(), session["token"].encode()):
            abort(403)

    @app.get("/login")
    def login_page():
        return render_template_string(LOGIN)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in passwords or not hmac.compare_digest(passwords[name].encode(), password.encode()):
            abort(401)
        session["name"] = name
        return redirect("/")

    @app.get("/")
    def home():
        warden_only()
        return render_template_string(HOME, token=session["token"])

    @app.post("/light")
    def light():
        warden_only()
        own_form_only()
        stall, on = request.form.get("stall"), request.form.get("on")
        if stall not in lamps or on not in ("yes", "no"):
            abort(400)
        lamps[stall] = on == "yes"
        return redirect("/")

    @app.post("/dark")
    def dark():
        warden_only()
        own_form_only()
        for stall in lamps:
            lamps[stall] = False
        return redirect("/")

    @app.get("/state")
    def state():
        return jsonify(lamps)

    return app
