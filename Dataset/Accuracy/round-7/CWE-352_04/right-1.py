import hmac
import re
import secrets
from html import escape
from urllib.parse import urlsplit

from flask import Flask, make_response, redirect, request, session
from flask.views import MethodView

COOKIE = "form"


def from_elsewhere():
    """What ordinary browsers say about the origin of a request; silence proves nothing."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.host


def same(a, b):
    return bool(a) and bool(b) and hmac.compare_digest(a.encode(), b.encode())


def form(action, token, inner):
    return (f'<form method="post" action="{action}">'
            f'<input type="hidden" name="t" value="{escape(token)}">{inner}</form>')


def page(title, body, status=200):
    response = make_response(f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
                             f'</head><body>{body}</body></html>', status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Frame-Options"] = "DENY"
    return response


class Login(MethodView):
    """The login form has a cookie of its own: whoever only looks at it leaves the session alone."""

    def __init__(self, patients):
        self.patients = patients

    @staticmethod
    def token():
        token = request.cookies.get(COOKIE, "")
        return token if re.fullmatch(r"[0-9a-f]{64}", token) else ""

    def get(self, status=200):
        token = self.token() or secrets.token_hex(32)
        response = page("Log in", form("/login", token, '<input name="name"><input type="password" name="password">'
                                                        '<button>Log in</button>'), status)
        response.set_cookie(COOKIE, token, httponly=True, samesite="Lax")
        return response

    def post(self):
        if from_elsewhere() or not same(self.token(), request.form.get("t")):
            return page("Log in", '<p>Please use <a href="/login">our form</a>.</p>', 403)
        name, password = (request.form.get(k, "") for k in ("name", "password"))
        if not (name in self.patients and hmac.compare_digest(self.patients[name].encode(), password.encode())):
            return self.get(401)
        session.clear()
        session.update(name=name, token=secrets.token_hex(32))
        response = redirect("/diary")
        response.delete_cookie(COOKIE)
        return response


class Diary(MethodView):
    def __init__(self, diaries):
        self.diaries = diaries

    def dispatch_request(self, **kwargs):
        if session.get("name") not in self.diaries:
            return redirect("/login")
        if request.method == "POST" and (from_elsewhere() or not same(session.get("token"), request.form.get("t"))):
            return page("No", "<p>This did not come from our page.</p>", 403)
        return super().dispatch_request(**kwargs)

    def get(self):
        name, token = session["name"], session["token"]
        nights = "".join(f"<li>{escape(n)}</li>" for n in self.diaries[name])
        return page("Diary", f"<h1>{escape(name)}</h1><ol>{nights}</ol>"
                    + form("/diary", token, '<input type="text" name="night" value=""><button>Write down</button>')
                    + form("/logout", token, "<button>Log out</button>"))

    def post(self):
        self.diaries[session["name"]].append(request.form.get("night", ""))
        return redirect("/diary")


class Logout(Diary):
    get = None
    methods = {"POST"}

    def post(self):
        session.clear()
        return redirect("/login")


def create_app(patients):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(64)
    diaries = {name: [] for name in patients}
    app.add_url_rule("/login", view_func=Login.as_view("login", patients))
    app.add_url_rule("/diary", view_func=Diary.as_view("diary", diaries))
    app.add_url_rule("/logout", view_func=Logout.as_view("logout", diaries))
    return app
