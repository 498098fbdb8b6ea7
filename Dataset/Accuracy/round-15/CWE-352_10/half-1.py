"""lights: switches the lamps over the stalls of a Christmas market."""
import hmac
import secrets

from flask import (Flask, abort, jsonify, redirect, render_template_string,
                   request, session)
from itsdangerous import BadData, URLSafeTimedSerializer

EVENING = 14 * 60 * 60      # pages are left open for so many seconds

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Lights</title></head><body>
{% macro form(action) %}
<form action="{{ action }}" method="post">
<input type="hidden" name="csrf" value="{{ token() }}">
{{ caller() }}
</form>
{% endmacro %}
{% if name is none %}
{% call form("/login") %}
<input name="name"> <input name="password" type="password">
<button>Log in</button>
{% endcall %}
{% else %}
<p>Good evening, {{ name }}!</p>
{% call form("/light") %}
<input name="stall" inputmode="numeric"> <input name="on" value="yes">
<button>Switch</button>
{% endcall %}
{% call form("/dark") %}<button>All off</button>{% endcall %}
{% endif %}
</body></html>"""


def create_app(passwords, stalls):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_HTTPONLY=True,
                      SESSION_COOKIE_SAMESITE="Lax")
    lamps = {str(number): False for number in range(1, stalls + 1)}
    # Signed with a key of their own and dated; they don't hang on the
    # session, so a page that was left open outlives another login.
    tokens = URLSafeTimedSerializer(secrets.token_bytes(32), salt="forms")

    def show(name=None):
        return render_template_string(
            PAGE, name=name, token=lambda: tokens.dumps(secrets.token_hex(8)))

    def need_warden():
        if session.get("name") not in passwords:
            abort(401)

    def need_own_page():
        origin = request.headers.get("Origin")
        if origin == "null":
            abort(403)
        try:
            tokens.loads(request.form.get("csrf", ""), max_age=EVENING)
        except BadData:
            abort(403)

    @app.get("/login")
    def login_page():
        return show()

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        given = request.form.get("password", "").encode("utf-8", "replace")
        if name not in passwords or not hmac.compare_digest(
                given, passwords[name].encode("utf-8", "replace")):
            abort(401)
        session.clear()
        session["name"] = name
        return redirect("/")

    @app.get("/")
    def home():
        need_warden()
        return show(session["name"])

    @app.post("/light")
    def light():
        need_warden()
        need_own_page()
        stall, on = request.form.get("stall"), request.form.get("on")
        if stall not in lamps or on not in ("yes", "no"):
            abort(400)
        lamps[stall] = on == "yes"
        return redirect("/")

    @app.post("/dark")
    def dark():
        need_warden()
        need_own_page()
        for stall in lamps:
            lamps[stall] = False
        return redirect("/")

    @app.get("/state")
    def state():
        return jsonify(lamps)

    return app
