import logging
import secrets
from dataclasses import dataclass, field

from flask import Flask, Response, abort, redirect, render_template_string, request, session
from itsdangerous import BadData, URLSafeSerializer

log = logging.getLogger(__name__)


@dataclass
class Templates:
    login: str = """<form method=post action=/login><input name=name><input name=password type=password><input type=submit></form>"""
    address: str = """<form method=post action=/address><input name=address value="{{ customer.address }}"><input type=hidden name=seal value="{{ seal }}"><input type=submit></form>"""


@dataclass
class Seals:
    """Signed statements that a form was made for this login of this customer."""
    signer: URLSafeSerializer = field(default_factory=lambda: URLSafeSerializer(secrets.token_hex(32), salt="address"))

    def make(self):
        return self.signer.dumps([session["name"], session["nonce"]])

    def fits(self, seal):
        try:
            name, nonce = self.signer.loads(seal)
        except (BadData, ValueError, TypeError):
            return False
        return name == session["name"] and secrets.compare_digest(str(nonce), session["nonce"])


def create_app(customers):
    app = Flask(__name__)
    app.config.update(SECRET_KEY=secrets.token_bytes(32), SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    pages, seals = Templates(), Seals()

    @app.before_request
    def gate():
        if request.path == "/address":
            if session.get("name") not in customers:
                return redirect("/login")
            if request.method == "POST" and not seals.fits(request.form.get("seal", "")):
                log.warning("a form without seal for %r", session["name"])
                abort(Response("Please use the form of this site.", 400))

    @app.route("/login", methods=["GET", "POST"])
    def login():
        status = 200
        if request.method == "POST":
            match customers.get(request.form.get("name")):
                case {"password": str(password)} if secrets.compare_digest(
                        password.encode(), request.form.get("password", "").encode()):
                    session.clear()
                    session["name"], session["nonce"] = request.form["name"], secrets.token_urlsafe()
                    return redirect("/address")
            status = 401
        return render_template_string(pages.login), status

    @app.get("/address")
    def show():
        return render_template_string(pages.address, customer=customers[session["name"]], seal=seals.make())

    @app.post("/address")
    def store():
        customers[session["name"]]["address"] = request.form["address"]
        return redirect("/address", 303)

    return app
