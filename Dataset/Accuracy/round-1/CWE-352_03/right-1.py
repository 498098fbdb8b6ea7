import secrets
from operator import itemgetter

from flask import Flask, redirect, render_template_string, request, session

LOGIN = """<form method=post action=/login><input name=name><input name=password type=password><button>Log in</button></form>"""
PAGE = """<ul>{% for handle, booking in handles.items() %}
<li>{{ booking.day }}, lane {{ booking.lane }}
<form method="post" action="/bookings"><input type="hidden" name="cancel" value="{{ handle }}"><button type="submit">Cancel</button></form></li>
{% endfor %}</ul>"""


class Handles:
    """Unguessable names of bookings, made anew for every login and known to that login alone."""

    def __init__(self):
        self._logins = {}

    def begin(self):
        login = secrets.token_urlsafe(24)
        self._logins[login] = {}
        return login

    def handle(self, login, booking):
        return self._logins[login].setdefault(booking["id"], secrets.token_urlsafe(24))

    def find(self, login, handle):
        for number, known in self._logins[login].items():
            if secrets.compare_digest(known.encode(), handle.encode("utf-8", "replace")):
                return number
        return None

    def __contains__(self, login):
        return login in self._logins


def create_app(members, bookings):
    app = Flask("pool")
    app.secret_key = secrets.token_bytes(32)
    handles = Handles()

    def member():
        return session["member"] if session.get("login") in handles and session.get("member") in members else None

    def own(name):
        return sorted((b for b in bookings if b["member"] == name), key=itemgetter("day", "lane"))

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "POST":
            name = request.form.get("name", "")
            password = request.form.get("password", "").encode("utf-8", "replace")
            if name in members and secrets.compare_digest(members[name].encode(), password):
                session.clear()
                session.update(member=name, login=handles.begin())
                return redirect("/bookings")
            return render_template_string(LOGIN), 401
        return render_template_string(LOGIN)

    @app.route("/bookings", methods=["GET", "POST"])
    def page():
        name = member()
        if name is None:
            return redirect("/login")
        login = session["login"]
        if request.method == "POST":
            number = handles.find(login, request.form.get("cancel", ""))
            for booking in own(name):
                if booking["id"] == number:
                    bookings.remove(booking)
            return redirect("/bookings", code=303)
        return render_template_string(PAGE, handles={handles.handle(login, b): b for b in own(name)})

    return app
