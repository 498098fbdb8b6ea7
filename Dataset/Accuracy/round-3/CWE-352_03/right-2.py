import hashlib
import hmac
import secrets

from flask import Blueprint, Flask, Response, redirect, request, session
from markupsafe import Markup

FORM = Markup(
    '<!doctype html><title>Log in</title><form action="/login" method="post">'
    '<input name="name"> <input name="password" type="password"> <button>Log in</button></form>'
)
ITEM = Markup(
    "<li>{day}, lane {lane} "
    '<form action="/bookings/{id}/{proof}" method="post"><button>Cancel</button></form></li>'
)


class Proofs:
    """The last part of a cancelling address; only the page of this very login can know it."""

    def __init__(self):
        self._key = secrets.token_bytes(32)

    def of(self, number):
        text = f"{session['login']}|{session['member']}|{number}"
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()

    def fits(self, number, proof):
        return hmac.compare_digest(self.of(number).encode(), proof.encode())


def create_app(members, bookings):
    app = Flask(__name__)
    app.config["SECRET_KEY"] = secrets.token_hex()
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    proofs = Proofs()
    inside = Blueprint("inside", __name__)

    @inside.before_request
    def guard():
        if {"member", "login"} - session.keys():
            return redirect("/login")

    @inside.after_request
    def no_referrer(response: Response):
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
        return response

    @inside.get("/bookings")
    def listing():
        own = filter(lambda b: b["member"] == session["member"], bookings)
        items = (
            ITEM.format(**b, proof=proofs.of(b["id"]))
            for b in sorted(own, key=lambda b: (b["day"], b["lane"]))
        )
        return Markup("<!doctype html><title>Bookings</title><ul>{}</ul>").format(Markup("").join(items))

    @inside.post("/bookings/<int:number>/<proof>")
    def cancel(number, proof):
        if not proofs.fits(number, proof):
            return "", 403
        for at, booking in enumerate(bookings):
            if (booking["id"], booking["member"]) == (number, session["member"]):
                del bookings[at]
                break
        return redirect("/bookings", code=303)

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method != "POST":
            return str(FORM)
        try:
            right = members[request.form["name"]] == request.form["password"]
        except KeyError:
            right = False
        if not right:
            return str(FORM), 401
        session.clear()
        session["member"], session["login"] = request.form["name"], secrets.token_hex(16)
        return redirect("/bookings", code=303)

    app.register_blueprint(inside)
    return app
