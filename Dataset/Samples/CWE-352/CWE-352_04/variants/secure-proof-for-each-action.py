import hashlib
import hmac
import secrets

from flask import Flask, make_response, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>Log in</title>
<form action="/login" method="post">
  <label>Name <input name="name"></label> <label>Password <input name="password" type="password"></label>
  <button>Log in</button>
</form>"""
DIARY = """<!doctype html><title>Diary</title>
<h1>{{ name }}</h1>
<form action="/diary" method="post"><input name="night"><button>Write down</button></form>
<form action="/logout" method="post"><button>Log out</button></form>
<ol>{% for night in nights %}<li>{{ night }}</li>{% endfor %}</ol>"""
BROWSER = "__Host-browser"


class Diaries:
    """Every browser gets a random number in a cookie; a form proves that it was made for this number and action."""

    def __init__(self, patients):
        self.patients = patients
        self.nights = {name: [] for name in patients}
        self.key = secrets.token_bytes()

    def proof(self, browser, action):
        return hmac.new(self.key, f"{action} {browser}".encode(), hashlib.sha256).hexdigest()

    def is_ours(self):
        browser = request.cookies.get(BROWSER)
        if not browser:
            return False
        return hmac.compare_digest(request.form.get("proof", "").encode(), self.proof(browser, request.path).encode())

    def page(self, template, **values):
        browser = request.cookies.get(BROWSER) or secrets.token_urlsafe()
        html = render_template_string(template, **values)
        for action in ("/login", "/diary", "/logout"):
            tag = f'<form action="{action}" method="post">'
            field = f'<input type="hidden" name="proof" value="{self.proof(browser, action)}">'
            html = html.replace(tag, tag + field)
        response = make_response(html)
        response.set_cookie(BROWSER, browser, secure=True, httponly=True, samesite="Lax", path="/")
        return response


def create_app(patients):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes()
    diaries = Diaries(patients)

    @app.before_request
    def refuse_other_sites():
        if request.method == "POST" and not diaries.is_ours():
            return redirect("/login")

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return diaries.page(LOGIN)
        name, password = request.form.get("name"), request.form.get("password")
        if name in patients and patients[name] == password:
            session["patient"] = name
            return redirect("/diary", 303)
        return diaries.page(LOGIN), 401

    @app.route("/diary", methods=["GET", "POST"])
    def diary():
        name = session.get("patient")
        if not name:
            return redirect("/login", 303)
        if request.method == "POST":
            diaries.nights[name].append(request.form.get("night", ""))
            return redirect("/diary", 303)
        return diaries.page(DIARY, name=name, nights=diaries.nights[name])

    @app.post("/logout")
    def logout():
        session.pop("patient", None)
        return redirect("/login", 303)

    return app
