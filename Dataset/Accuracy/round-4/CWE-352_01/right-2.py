import secrets
from dataclasses import dataclass, field

from flask import Flask, g, redirect, request, session
from markupsafe import Markup


@dataclass
class Visit:
    name: str
    ticket: str = field(default_factory=lambda: secrets.token_urlsafe(24))


class Forged(Exception):
    pass


def create_app(customers):
    app = Flask(__name__)
    app.config.update(SECRET_KEY=secrets.token_urlsafe(48), SESSION_COOKIE_SAMESITE="Lax")
    visits = {}

    @app.before_request
    def gate():
        if request.path != "/address":
            return None
        g.visit = visits.get(session.get("visit"))
        if g.visit is None:
            return redirect("/login", code=303)
        if request.method not in {"GET", "HEAD", "OPTIONS"}:
            if not secrets.compare_digest(request.form.get("ticket", "").encode("utf-8", "replace"), g.visit.ticket.encode()):
                raise Forged
        return None

    @app.errorhandler(Forged)
    def refuse(_):
        return redirect("/address", code=303)

    @app.get("/login")
    def ask():
        return Markup('<form action="/login" method="post"><label>Name <input name="name"></label>'
                      '<label>Password <input name="password" type="password"></label><input type="submit"></form>')

    @app.post("/login")
    def enter():
        match request.form.to_dict():
            case {"name": name, "password": word} if customers.get(name, {}).get("password") == word:
                visits.pop(session.pop("visit", None), None)
                session["visit"] = secrets.token_urlsafe(24)
                visits[session["visit"]] = Visit(name)
                return redirect("/address", code=303)
        return "Wrong name or password.", 401

    @app.get("/address")
    def show():
        return Markup('<form action="/address" method="post"><input name="address" value="{}">'
                      '<input type="hidden" name="ticket" value="{}"><input type="submit"></form>').format(
            customers[g.visit.name]["address"], g.visit.ticket)

    @app.post("/address")
    def store():
        customers[g.visit.name].update(address=request.form["address"])
        return redirect("/address", code=303)

    return app
