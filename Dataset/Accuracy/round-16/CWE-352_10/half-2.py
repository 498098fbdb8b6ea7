from functools import wraps
from hmac import compare_digest
from secrets import token_urlsafe

from flask import Flask, abort, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>lights</title><form action="/login" method="post">
<input name="name"><input name="password" type="password"><button>Log in</button></form>"""

PAGE = """<!doctype html><title>lights</title>
<form action="/light" method="post"><input type="hidden" name="csrf" value="{{ csrf }}">
<input name="stall"><input name="on" value="yes"><button>Switch</button></form>
<form action="/dark" method="post"><input type="hidden" name="csrf" value="{{ csrf }}">
<button>All off</button></form>"""


def create_app(passwords, stalls):
    app = Flask(__name__)
    app.secret_key = token_urlsafe(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    lamps = dict.fromkeys(range(1, stalls + 1), False)

    def warden(view):
        @wraps(view)
        def wrapped():
            if session.get("name") not in passwords:
                abort(401)
            return view()
        return wrapped

    def own_pages_only(view):
        @wraps(view)
        def wrapped():
            origin = request.headers.get("Origin", "null")
            if origin not in ("null", "https://lights.market.example"):
                abort(403)
            site = request.headers.get("Sec-Fetch-Site", "same-origin")
            if site != "same-origin":
                abort(403)
            expected = session.get("csrf", "")
            given = request.form.get("csrf", "")
            if not compare_digest(expected.encode(), given.encode()):
                abort(403)
            return view()
        return wrapped

    @app.get("/login")
    def login_form():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in passwords or not compare_digest(passwords[name].encode(), password.encode()):
            abort(401)
        # the token of the session stays, for the pages that are still open
        session["name"] = name
        return redirect("/")

    @app.get("/")
    @warden
    def index():
        if "csrf" not in session:
            session["csrf"] = token_urlsafe(32)
        return render_template_string(PAGE, csrf=session["csrf"])

    @app.post("/light")
    @warden
    @own_pages_only
    def light():
        numbers = {str(n): n for n in lamps}
        stall = numbers.get(request.form.get("stall"))
        on = {"yes": True, "no": False}.get(request.form.get("on"))
        if stall is None or on is None:
            abort(400)
        lamps[stall] = on
        return redirect("/")

    @app.post("/dark")
    @warden
    @own_pages_only
    def dark():
        lamps.update(dict.fromkeys(lamps, False))
        return redirect("/")

    @app.get("/state")
    def state():
        return {str(n): lit for n, lit in lamps.items()}

    return app
