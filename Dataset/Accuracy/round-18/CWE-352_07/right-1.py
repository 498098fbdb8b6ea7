import secrets
from http import HTTPStatus

from flask import Flask, redirect, request, session
from flask.views import MethodView
from itsdangerous import BadData, URLSafeSerializer
from markupsafe import Markup

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


class Kitchen:
    """The orders, and a stamp for each form, which is good for one pupil and one address."""

    def __init__(self, pupils):
        self.pupils = dict(pupils)
        self.lists = {name: [None] * len(WEEKDAYS) for name in self.pupils}
        self._stamps = URLSafeSerializer(secrets.token_hex(32), salt="lunch forms")

    def knows(self, name, password):
        real = self.pupils.get(name)
        given, wanted = password.encode("utf-8", "replace"), (real or "").encode("utf-8", "replace")
        return secrets.compare_digest(given, wanted) and real is not None

    def stamp(self, pupil, address):
        return self._stamps.dumps([address, pupil])

    def genuine(self, stamp, pupil, address):
        try:
            return self._stamps.loads(stamp) == [address, pupil]
        except BadData:
            return False


class Door(MethodView):
    init_every_request = False

    def __init__(self, kitchen):
        self.kitchen = kitchen

    def page(self):
        return Markup('<!DOCTYPE html><html><body><form action="/login" method="post">'
                      '<p><input name="name"><input type="password" name="password">'
                      '<input type="submit" value="Go"></p></form></body></html>')

    def get(self):
        return self.page()

    def post(self):
        name = request.form.get("name", "")
        if not self.kitchen.knows(name, request.form.get("password", "")):
            return self.page(), HTTPStatus.UNAUTHORIZED
        session.clear()
        session["pupil"] = name
        return redirect("/lunch", HTTPStatus.SEE_OTHER)


class Table(MethodView):
    init_every_request = False

    def __init__(self, kitchen):
        self.kitchen = kitchen

    def dispatch_request(self, **kwargs):
        pupil = session.get("pupil")
        if request.method == "POST":
            stamp = request.form.get("stamp", "")
            if not self.kitchen.genuine(stamp, pupil, request.path):
                return "This form is not ours.", HTTPStatus.FORBIDDEN
        return super().dispatch_request(pupil=pupil, **kwargs)


class Week(Table):
    def get(self, pupil):
        def hidden(address):
            return Markup('<input type="hidden" name="stamp" value="{}">').format(
                self.kitchen.stamp(pupil, address))
        rows = Markup("").join(
            Markup("<li>{}: {}</li>").format(day, "nothing" if dish is None else dish)
            for day, dish in zip(WEEKDAYS, self.kitchen.lists[pupil]))
        choice = Markup("").join(Markup('<option value="{0}">{0}</option>').format(d) for d in WEEKDAYS)
        return Markup('<!DOCTYPE html><html><body><ul>{}</ul>'
                      '<form action="/lunch" method="post">{}<select name="day">{}</select>'
                      '<input type="text" name="dish"><button type="submit">Order</button></form>'
                      '<form action="/lunch/cancel" method="post">{}<button type="submit">Cancel all'
                      '</button></form></body></html>').format(
                          rows, hidden("/lunch"), choice, hidden("/lunch/cancel"))

    def post(self, pupil):
        try:
            place = WEEKDAYS.index(request.form.get("day"))
        except ValueError:
            return "There is no such day.", HTTPStatus.BAD_REQUEST
        self.kitchen.lists[pupil][place] = request.form.get("dish", "")
        return redirect("/lunch", HTTPStatus.SEE_OTHER)


class Cancel(Table):
    def post(self, pupil):
        self.kitchen.lists[pupil] = [None] * len(WEEKDAYS)
        return redirect("/lunch", HTTPStatus.SEE_OTHER)


def create_app(pupils):
    kitchen = Kitchen(pupils)
    app = Flask("lunch")
    app.config.update(SECRET_KEY=secrets.token_hex(32), SESSION_COOKIE_HTTPONLY=True)
    for address, view in (("/login", Door), ("/lunch", Week), ("/lunch/cancel", Cancel)):
        app.add_url_rule(address, view_func=view.as_view(view.__name__, kitchen))

    @app.before_request
    def only_pupils():
        if request.path.startswith("/lunch") and session.get("pupil") not in kitchen.lists:
            return redirect("/login", HTTPStatus.SEE_OTHER)

    return app
