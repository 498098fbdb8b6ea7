import hmac
import secrets

from flask import Flask, abort, jsonify, redirect, render_template_string, request, session

PAGE = """<!doctype html><title>Lights</title>
{% macro form(action) %}<form action="{{ action }}" method="post">
<input type="hidden" name="token" value="{{ new_token() }}">{{ caller() }}</form>{% endmacro %}
{% if page == "login" %}
{% call form("/login") %}<input name="name"> <input name="password" type="password"> <button>Log in</button>{% endcall %}
{% else %}
{% call form("/light") %}<input name="stall"> <select name="on"><option>yes<option>no</select> <button>Switch</button>{% endcall %}
{% call form("/dark") %}<button>All off</button>{% endcall %}
{% endif %}"""


def create_app(passwords, stalls):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    lamps = {str(number): False for number in range(1, stalls + 1)}

    # The tokens of all forms that we have sent.  They are not kept in the session,
    # as that begins anew with each login, and pages in other tabs have to go on.
    tokens = set()

    def new_token():
        token = secrets.token_urlsafe(32)
        tokens.add(token)
        return token

    def show(page):
        return render_template_string(PAGE, page=page, new_token=new_token)

    def warden_only():
        if session.get("name") not in passwords:
            abort(401)

    def own_form_only():
        if request.form.get("token") not in tokens:
            abort(403)

    @app.get("/login")
    def login_page():
        return show("login")

    @app.post("/login")
    def login():
        # its token is not asked for: no lamp is switched by a login
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in passwords or not hmac.compare_digest(passwords[name].encode(), password.encode()):
            abort(401)
        session.clear()
        session["name"] = name
        return redirect("/")

    @app.get("/")
    def home():
        warden_only()
        return show("home")

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
