import secrets
from functools import wraps

from flask import Flask, redirect, render_template_string, request, session, url_for
from flask.views import MethodView
from itsdangerous import BadData, URLSafeSerializer
from werkzeug.exceptions import Forbidden, Unauthorized


def create_app(members, bookings):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    seal = URLSafeSerializer(secrets.token_hex(32), salt="cancel")

    def signed_in(view):
        @wraps(view)
        def wrapper(*args, **kwargs):
            if "nonce" not in session or session.get("member") not in members:
                return redirect(url_for("login"))
            return view(*args, **kwargs)
        return wrapper

    class Login(MethodView):
        def get(self):
            return render_template_string(
                '<!doctype html><title>Pool</title><form method="post" action="/login"><p><input name="name"></p>'
                '<p><input name="password" type="password"></p><button type="submit">Log in</button></form>')

        def post(self):
            name, password = (request.form.get(k, "") for k in ("name", "password"))
            if not (name in members and secrets.compare_digest(members[name].encode(), password.encode())):
                raise Unauthorized()
            session.clear()
            session.update(member=name, nonce=secrets.token_hex(16))
            return redirect(url_for("bookings"))

    class Bookings(MethodView):
        decorators = [signed_in]

        def get(self):
            me = session["member"]
            mine = sorted(filter(lambda b: b["member"] == me, bookings), key=lambda b: (b["day"], b["lane"]))
            rows = [(b, seal.dumps([session["nonce"], me, b["id"]])) for b in mine]
            return render_template_string(
                "<!doctype html><title>Pool</title><ul>{% for b, proof in rows %}<li>{{ b.day }}, lane {{ b.lane }} "
                '<form method="post" action="/bookings"><input type="hidden" name="proof" value="{{ proof }}">'
                '<button type="submit">Cancel</button></form></li>{% endfor %}</ul>', rows=rows)

        def post(self):
            try:
                nonce, member, number = seal.loads(request.form.get("proof", ""))
            except BadData:
                raise Forbidden()
            if [nonce, member] != [session["nonce"], session["member"]]:
                raise Forbidden()
            for i, b in enumerate(bookings):
                if (b["id"], b["member"]) == (number, member):
                    del bookings[i]
                    break
            return redirect(url_for("bookings"), 303)

    app.add_url_rule("/login", view_func=Login.as_view("login"))
    app.add_url_rule("/bookings", view_func=Bookings.as_view("bookings"))
    return app
