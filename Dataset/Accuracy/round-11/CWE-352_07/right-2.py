"""Tokens without memory: signed with itsdangerous' signer for pupil, login and form."""
import json
import os
from collections import defaultdict
from functools import wraps
from hmac import compare_digest

from flask import Blueprint, Flask, render_template, request, session, url_for
from itsdangerous import BadData, URLSafeSerializer
from jinja2 import DictLoader
from werkzeug.utils import redirect

TEMPLATES = {
    "frame.html": "<!doctype html><meta charset=utf-8><title>Lunch</title>"
                  "<style>li{white-space:pre-wrap}</style>{% block main %}{% endblock %}",
    "login.html": """{% extends "frame.html" %}{% block main %}
        <form action="/login" method="POST">
          <p><input name="name" autocomplete="username"></p>
          <p><input name="password" type="password"></p>
          <p><button type="submit">Enter</button></p>
        </form>{% endblock %}""",
    "lunch.html": """{% extends "frame.html" %}
        {% macro proof(form) %}<input name="proof" type="hidden" value="{{ prove(form) }}">{% endmacro %}
        {% block main %}<ol>{% for day, dish in week.items() -%}
          <li>{{ day }}: {{ "nothing" if dish is none else dish }}</li>{% endfor %}</ol>
        <form action="{{ url_for('kitchen.order') }}" method="POST">{{ proof("order") }}
          <select name="day">{% for day in week %}<option value="{{ day }}">{{ day }}</option>{% endfor %}</select>
          <input type="text" name="dish"><button type="submit">Put down</button>
        </form>
        <form action="{{ url_for('kitchen.cancel') }}" method="POST">{{ proof("cancel") }}
          <button type="submit">Cancel all</button>
        </form>{% endblock %}""",
}


def empty():
    return dict.fromkeys("Monday Tuesday Wednesday Thursday Friday".split())


def create_app(pupils):
    app = Flask(__name__)
    app.jinja_loader = DictLoader(TEMPLATES)
    app.secret_key = os.urandom(32)
    seal = URLSafeSerializer(os.urandom(32), salt="forms of the kitchen")
    kitchen = Blueprint("kitchen", __name__)
    weeks = defaultdict(empty)

    def claim(form):
        return [session["pupil"], session["login"], form]

    def only_from(form):
        def decorate(view):
            @wraps(view)
            def guarded():
                try:
                    proven = seal.loads(request.form.get("proof", "")) == claim(form)
                except BadData:
                    proven = False
                return view() if proven else ("No.", 400)
            return guarded
        return decorate

    @app.before_request
    def known():
        if request.path.startswith("/lunch") and not ("login" in session and session.get("pupil") in pupils):
            return redirect(url_for("kitchen.enter"))

    @kitchen.get("/login")
    def enter():
        return render_template("login.html")

    @kitchen.post("/login")
    def login():
        name = request.form.get("name")
        given = json.dumps(request.form.get("password")).encode()
        if name not in pupils or not compare_digest(json.dumps(pupils[name]).encode(), given):
            return render_template("login.html"), 401
        session.clear()
        session.update(pupil=name, login=os.urandom(16).hex())
        return redirect("/lunch")

    @kitchen.get("/lunch")
    def lunch():
        return render_template("lunch.html", week=weeks[session["pupil"]],
                               prove=lambda form: seal.dumps(claim(form)))

    @kitchen.post("/lunch")
    @only_from("order")
    def order():
        week, day = weeks[session["pupil"]], request.form.get("day")
        if day not in week:
            return "Which day?", 400
        week[day] = request.form.get("dish", "")
        return redirect("/lunch")

    @kitchen.post("/lunch/cancel")
    @only_from("cancel")
    def cancel():
        weeks.pop(session["pupil"], None)
        return redirect("/lunch")

    app.register_blueprint(kitchen)
    return app
