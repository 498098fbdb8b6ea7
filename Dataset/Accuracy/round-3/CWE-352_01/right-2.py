import hashlib
import hmac
import os

import flask
import jinja2

TEMPLATES = jinja2.DictLoader({
    "login.html": """<!doctype html>
<form action="/login" method="post">
  <label>Name <input name="name"></label>
  <label>Password <input name="password" type="password"></label>
  <input type="submit">
</form>""",
    "address.html": """<!doctype html>
<form action="/address" method="post">
  <input type="hidden" name="proof" value="{{ proof }}">
  <label>Address <input name="address" type="text" value="{{ address }}"></label>
  <input type="submit">
</form>""",
})


def create_app(customers):
    app = flask.Flask("boxes")
    app.jinja_loader = TEMPLATES
    app.secret_key = os.urandom(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    proof_key = os.urandom(32)

    def proof():
        message = flask.json.dumps([flask.session["name"], flask.session["nonce"]])
        return hmac.new(proof_key, message.encode(), hashlib.sha256).hexdigest()

    @app.before_request
    def gate():
        if flask.request.path != "/address":
            return None
        if flask.session.get("name") not in customers:
            return flask.redirect("/login")
        if flask.request.method not in ("GET", "HEAD", "OPTIONS"):
            sent = flask.request.form.get("proof", "").encode()
            if not hmac.compare_digest(sent, proof().encode()):
                return flask.redirect("/address")
        return None

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if flask.request.method != "POST":
            return flask.render_template("login.html")
        name = flask.request.form.get("name", "")
        known = customers.get(name, {}).get("password")
        if known is None or known != flask.request.form.get("password"):
            return flask.render_template("login.html"), 401
        flask.session.clear()
        flask.session.update(name=name, nonce=os.urandom(16).hex())
        return flask.redirect("/address")

    @app.route("/address", methods=["GET", "POST"])
    def address():
        customer = customers[flask.session["name"]]
        if flask.request.method == "POST":
            customer["address"] = flask.request.form["address"]
            return flask.redirect("/address")
        return flask.render_template("address.html", proof=proof(), address=customer["address"])

    return app
