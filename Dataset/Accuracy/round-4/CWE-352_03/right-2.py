import hmac
import secrets
from dataclasses import dataclass, field

from flask import Flask, Blueprint, current_app, g, make_response, redirect, request, session
from markupsafe import Markup


@dataclass
class Visit:
    member: str
    keys: dict = field(default_factory=dict)

    def key_for(self, number):
        return self.keys.setdefault(number, secrets.token_urlsafe(24))


pool = Blueprint("pool", __name__)
FORM = Markup('<form action="/login" method="post"><label>Name <input name="name"></label>'
              '<label>Password <input name="password" type="password"></label><button>Log in</button></form>')
ITEM = Markup('<li>{day}, lane {lane} <a href="/cancel/{id}/{key}" rel="nofollow">Cancel</a></li>')


@pool.before_app_request
def find_visit():
    g.visit = current_app.extensions["visits"].get(session.get("visit"))
    if g.visit is None and request.endpoint not in ("pool.login",):
        return redirect("/login")


@pool.after_app_request
def private(response):
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Frame-Options"] = "DENY"
    return response


@pool.route("/login", methods=("GET", "POST"))
def login():
    if request.method != "POST":
        return str(FORM)
    members = current_app.extensions["members"]
    name = request.form.get("name")
    right = members.get(name)
    if right is None or not hmac.compare_digest(right.encode(), request.form.get("password", "").encode()):
        return make_response("no", 401)
    session.clear()
    session["visit"] = secrets.token_urlsafe(24)
    current_app.extensions["visits"][session["visit"]] = Visit(name)
    return redirect("/bookings")


@pool.get("/bookings")
def listing():
    own = [b for b in current_app.extensions["bookings"] if b["member"] == g.visit.member]
    own.sort(key=lambda b: (b["day"], b["lane"]))
    return str(Markup("<ul>{}</ul>").format(
        Markup("").join(ITEM.format(key=g.visit.key_for(b["id"]), **{k: b[k] for k in ("day", "lane", "id")}) for b in own)))


@pool.get("/cancel/<int:number>/<key>")
def cancel(number, key):
    expected = g.visit.keys.get(number)
    if expected is not None and hmac.compare_digest(expected.encode(), key.encode()):
        del g.visit.keys[number]
        held = current_app.extensions["bookings"]
        held[:] = [b for b in held if not (b["id"] == number and b["member"] == g.visit.member)]
    return redirect("/bookings")


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.extensions.update(members=members, bookings=bookings, visits={})
    app.register_blueprint(pool)
    return app
