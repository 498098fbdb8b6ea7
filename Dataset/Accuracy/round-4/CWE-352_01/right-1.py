import functools
import hashlib
import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session
from flask.views import MethodView

FORM = """<form method=post action={{ action }}>{% for kind, name, value in fields %}
<input type="{{ kind }}" name="{{ name }}" value="{{ value }}">{% endfor %}<button>OK</button></form>"""


def create_app(customers):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)
    key = secrets.token_bytes(32)

    def seal():
        message = repr((session["who"], session["nonce"])).encode("utf-8", "surrogatepass")
        return hmac.new(key, message, hashlib.sha256).hexdigest()

    def customer_only(view):
        @functools.wraps(view)
        def wrapper(*args, **kwargs):
            if "nonce" not in session or session.get("who") not in customers:
                return redirect("/login")
            return view(*args, customer=customers[session["who"]], **kwargs)
        return wrapper

    class Login(MethodView):
        def get(self):
            return render_template_string(FORM, action="/login", fields=[("text", "name", ""), ("password", "password", "")])

        def post(self):
            name, word = (request.form.get(k, "") for k in ("name", "password"))
            encode = functools.partial(str.encode, errors="surrogatepass")
            if name not in customers or not hmac.compare_digest(encode(customers[name]["password"]), encode(word)):
                abort(401)
            session.clear()
            session.update(who=name, nonce=secrets.token_hex(16))
            return redirect("/address")

    class Address(MethodView):
        decorators = [customer_only]

        def get(self, customer):
            fields = [("hidden", "seal", seal()), ("text", "address", customer["address"])]
            return render_template_string(FORM, action="/address", fields=fields)

        def post(self, customer):
            if not hmac.compare_digest(seal().encode(), request.form.get("seal", "").encode("utf-8", "replace")):
                abort(403)
            customer["address"] = request.form["address"]
            return redirect("/address")

    app.add_url_rule("/login", view_func=Login.as_view("login"))
    app.add_url_rule("/address", view_func=Address.as_view("address"))
    return app
