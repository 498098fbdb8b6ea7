from hashlib import blake2b
from secrets import compare_digest, token_bytes, token_hex

from flask import Flask, Response, g, redirect, render_template_string, request, session

TEMPLATE = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>Nights</title><body>
{%- macro form(path) %}
<form method="post" action="{{ path }}">{{ caller() }}<input type="hidden" name="proof" value="{{ proof(path) }}"></form>
{%- endmacro %}
{% if patient is none %}
{% call form("/login") %}<input name="name" autocomplete="off"><input name="password" type="password"><input type="submit" value="Log in">{% endcall %}
{% else %}
<h1>{{ patient }}</h1>
<ul>{% for night in nights %}<li>{{ night }}</li>{% endfor %}</ul>
{% call form("/diary") %}<input name="night" type="text" value=""><button>Save</button>{% endcall %}
{% call form("/logout") %}<button>Log out</button>{% endcall %}
{% endif %}
</body></html>"""


def create_app(patients):
    app = Flask("nights")
    app.secret_key, key = token_bytes(48), token_bytes(48)
    book = []

    def stay():
        """The random name of what lies between two logins or logouts in one browser."""
        if "stay" not in session:
            session["stay"] = token_hex(24)
        return session["stay"]

    def proof(path):
        text = "\n".join((stay(), path, g.patient or ""))
        return blake2b(text.encode("utf-8", "surrogatepass"), key=key).hexdigest()

    def page(patient=None, status=200):
        nights = (night for who, night in book if who == patient)
        return Response(render_template_string(TEMPLATE, patient=patient, nights=nights, proof=proof),
                        status, {"Cache-Control": "no-store"})

    def replace_session(**values):
        session.clear()
        session.update(values, stay=token_hex(24))

    @app.before_request
    def gate():
        g.patient = session.get("patient")
        if request.path in ("/diary", "/logout") and g.patient is None and request.method != "OPTIONS":
            return redirect("/login")
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return None
        sent = request.form.get("proof", "").encode("utf-8", "surrogatepass")
        if "stay" in session and compare_digest(sent, proof(request.path).encode()):
            return None
        return Response("Please use the form of this site.", 403, mimetype="text/plain")

    @app.get("/login")
    def login_form():
        return page()

    @app.post("/login")
    def login():
        match request.form.to_dict():
            case {"name": name, "password": password} if name in patients and patients[name] == password:
                replace_session(patient=name)
                return redirect("/diary")
        return page(status=401)

    @app.get("/diary")
    def diary():
        return page(g.patient)

    @app.post("/diary")
    def night():
        book.append((g.patient, request.form.get("night", "")))
        return redirect("/diary")

    @app.post("/logout")
    def logout():
        replace_session()
        return redirect("/login")

    return app
