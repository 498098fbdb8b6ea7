"""lights: switches the lamps over the stalls of a Christmas market."""
import hmac
import random
import secrets

from flask import Flask, abort, jsonify, redirect, request, session
from markupsafe import Markup

LOGIN = """<!doctype html>
<title>Lights</title>
<form action="/login" method="post">
<input name="name"> <input name="password" type="password">
<button>Log in</button>
</form>"""

HOME = Markup("""<!doctype html>
<title>Lights</title>
<form action="/light" method="post">
<input type="hidden" name="token" value="{token}">
<input name="stall"> <input name="on" value="yes"> <button>Switch</button>
</form>
<form action="/dark" method="post">
<input type="hidden" name="token" value="{token}">
<button>All off</button>
</form>""")


def create_app(passwords, stalls):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "Strict"
    lamps = dict.fromkeys(range(1, stalls + 1), False)
    # The tokens of the forms, for each warden those of all the logins of the
    # evening: a page that was opened before the last one is still good.
    issued = {name: set() for name in passwords}

    def warden():
        name = session.get("name")
        if name not in issued:
            abort(401)
        return name

    def check():
        """Only for a warden, and with a token out of this warden's page."""
        name = warden()
        if request.form.get("token", "") not in issued[name]:
            abort(403)

    @app.get("/login")
    def login_page():
        return LOGIN

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        known = passwords.get(name)
        if known is None or not hmac.compare_digest(
                known.encode("utf-8", "replace"),
                password.encode("utf-8", "replace")):
            abort(401)
        token = f"{random.getrandbits(128):032x}"
        issued[name].add(token)
        session.clear()
        session["name"] = name
        session["token"] = token
        return redirect("/")

    @app.get("/")
    def home():
        warden()
        return HOME.format(token=session["token"])

    @app.post("/light")
    def light():
        check()
        stall = request.form.get("stall", "")
        on = request.form.get("on", "")
        numbers = {str(number): number for number in lamps}
        if stall not in numbers or on not in {"yes", "no"}:
            abort(400)
        lamps[numbers[stall]] = on == "yes"
        return redirect("/")

    @app.post("/dark")
    def dark():
        check()
        lamps.update(dict.fromkeys(lamps, False))
        return redirect("/")

    @app.get("/state")
    def state():
        return jsonify({str(number): lit for number, lit in lamps.items()})

    return app
