import hmac
import secrets
from urllib.parse import urlsplit

from flask import Flask, abort, jsonify, redirect, render_template_string, request, session
from itsdangerous import BadSignature, URLSafeTimedSerializer

OWN = "https://lights.market.example"
EVENING = 24 * 60 * 60

FORM = """{% macro form(action) %}<form method="post" action="{{ action }}">
<input type="hidden" name="token" value="{{ token() }}">{{ caller() }}
<button>OK</button></form>{% endmacro %}"""

LOGIN = FORM + """<!doctype html><title>lights</title>
{% call form("/login") %}<input name="name"><input name="password" type="password">{% endcall %}"""

PAGE = FORM + """<!doctype html><title>lights</title>
{% call form("/light") %}<input name="stall"><select name="on"><option>yes<option>no</select>{% endcall %}
{% call form("/dark") %}All off{% endcall %}"""


def create_app(passwords, stalls):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Strict", SESSION_COOKIE_HTTPONLY=True)
    signer = URLSafeTimedSerializer(secrets.token_bytes(32), salt="form")
    lamps = {str(number): False for number in range(1, stalls + 1)}

    @app.context_processor
    def helpers():
        return {"token": lambda: signer.dumps(secrets.token_hex(8))}

    @app.after_request
    def no_frames(response):
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Cache-Control"] = "no-store"
        return response

    def origin_is_foreign():
        origin = request.headers.get("Origin")
        if origin is not None and origin != "null":
            return origin != OWN
        referer = request.headers.get("Referer")
        if referer:
            parts = urlsplit(referer)
            return "%s://%s" % (parts.scheme, parts.netloc) != OWN
        return False            # not told; the token decides

    def only_from_own_pages():
        if "name" not in session:
            abort(401)
        if origin_is_foreign():
            abort(403)
        try:
            signer.loads(request.form.get("token", ""), max_age=EVENING)
        except BadSignature:
            abort(403)

    @app.get("/login")
    def login_page():
        return render_template_string(LOGIN)

    @app.post("/login")
    def login():
        name, password = request.form.get("name", ""), request.form.get("password", "")
        right = passwords.get(name)
        if right is None or not hmac.compare_digest(right.encode(), password.encode()):
            abort(401)
        session.clear()
        session["name"] = name
        return redirect("/")

    @app.get("/")
    def page():
        if "name" not in session:
            abort(401)
        return render_template_string(PAGE)

    @app.post("/light")
    def light():
        only_from_own_pages()
        stall, on = request.form.get("stall"), request.form.get("on")
        if stall not in lamps or on not in ("yes", "no"):
            abort(400)
        lamps[stall] = on == "yes"
        return redirect("/")

    @app.post("/dark")
    def dark():
        only_from_own_pages()
        for stall in lamps:
            lamps[stall] = False
        return redirect("/")

    @app.get("/state")
    def state():
        return jsonify(lamps)

    return app
