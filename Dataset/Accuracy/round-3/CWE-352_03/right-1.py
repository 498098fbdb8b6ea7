import secrets
from functools import wraps
from threading import Lock

from flask import Flask, redirect, render_template_string, request, session
from flask.views import MethodView
from itsdangerous import BadSignature, URLSafeSerializer

PAGE = """<!doctype html><html><head><title>Pool</title></head><body>
{% if own is none %}
<form action="/login" method="post"><input name="name"><input name="password" type="password">
<button>Log in</button></form>
{% else %}<ul>{% for b, ticket in own %}
<li>{{ b.day }}, lane {{ b.lane }} <form action="/bookings" method="post">
<button name="ticket" value="{{ ticket }}">Cancel</button></form></li>
{% endfor %}</ul>{% endif %}</body></html>"""


def member_only(view):
    @wraps(view)
    def wrapper(*args, **kwargs):
        if not session.get("member"):
            return redirect("/login")
        return view(*args, **kwargs)

    return wrapper


class Login(MethodView):
    def __init__(self, members):
        self.members = members

    def get(self):
        return render_template_string(PAGE, own=None)

    def post(self):
        name, password = request.form.get("name"), request.form.get("password")
        known = self.members.get(name)
        if not name or known is None or password is None or known != password:
            return render_template_string(PAGE, own=None), 401
        session.clear()
        session.update(member=name, nonce=secrets.token_hex(16))
        return redirect("/bookings")


class Bookings(MethodView):
    decorators = [member_only]

    def __init__(self, bookings, signer, lock):
        self.bookings, self.signer, self.lock = bookings, signer, lock

    def get(self):
        own = sorted(self._own(), key=lambda b: (b["day"], b["lane"]))
        return render_template_string(PAGE, own=[(b, self._ticket(b)) for b in own])

    def post(self):
        try:
            nonce, number = self.signer.loads(request.form.get("ticket", ""))
        except (BadSignature, ValueError, TypeError):
            return "This is not one of our buttons.", 403
        if nonce != session["nonce"]:
            return "This button is of another visit.", 403
        with self.lock:
            for booking in self._own():
                if booking["id"] == number:
                    self.bookings.remove(booking)
        return redirect("/bookings")

    def _own(self):
        return [b for b in self.bookings if b["member"] == session["member"]]

    def _ticket(self, booking):
        return self.signer.dumps([session["nonce"], booking["id"]])


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    signer = URLSafeSerializer(secrets.token_bytes(32), salt="cancel")
    app.add_url_rule("/login", view_func=Login.as_view("login", members))
    app.add_url_rule("/bookings", view_func=Bookings.as_view("bookings", bookings, signer, Lock()))
    return app
