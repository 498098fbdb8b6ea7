import hmac
import os

from flask import Flask, redirect, request, session
from markupsafe import Markup

PAGE = Markup("<!doctype html><html><head><meta charset=utf-8><title>Sleep diary</title></head><body>{}</body></html>")
HIDDEN = Markup('<input type="hidden" name="csrf_token" value="{}">')


def create_app(patients):
    app = Flask(__name__)
    app.secret_key = os.urandom(32)
    diaries = {}

    def hidden():
        if "csrf_token" not in session:
            session["csrf_token"] = os.urandom(16).hex()
        return HIDDEN.format(session["csrf_token"])

    @app.before_request
    def protect():
        if request.method == "POST":
            known = session.get("csrf_token")
            sent = request.form.get("csrf_token", "")
            if not known or not hmac.compare_digest(known.encode(), sent.encode()):
                if request.path == "/diary" and "patient" not in session:
                    return redirect("/login")
                return "This form is not from here.", 403

    def login_page():
        return PAGE.format(Markup('<form method="post" action="/login">{}<input name="name">'
                                  '<input name="password" type="password"><button>Log in</button></form>'
                                  ).format(hidden()))

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return login_page()
        name = request.form.get("name", "")
        if name not in patients or patients[name] != request.form.get("password"):
            return login_page(), 401
        session["patient"] = name
        return redirect("/diary")

    @app.route("/diary", methods=["GET", "POST"])
    def diary():
        name = session.get("patient")
        if name is None:
            return redirect("/login")
        nights = diaries.setdefault(name, [])
        if request.method == "POST":
            nights.append(request.form.get("night", ""))
            return redirect("/diary")
        items = Markup("").join(Markup("<li>{}</li>").format(night) for night in nights)
        return PAGE.format(Markup(
            '<h1>{0}</h1><ol>{1}</ol>'
            '<form method="post" action="/diary">{2}<input type="text" name="night"><button>Add</button></form>'
            '<form method="post" action="/logout">{2}<button>Log out</button></form>').format(name, items, hidden()))

    @app.post("/logout")
    def logout():
        session.pop("patient", None)
        return redirect("/login")

    return app
