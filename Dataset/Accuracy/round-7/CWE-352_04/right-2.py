import hashlib
import hmac
import logging
import os
from dataclasses import dataclass, field

from flask import Blueprint, Flask, current_app, g, redirect, render_template_string, request, session
from werkzeug.exceptions import Forbidden

log = logging.getLogger("clinic")
bp = Blueprint("clinic", __name__)

FORM = """{% macro form(action) %}<form action="{{ action }}" method="post">{{ caller() }}
<input name="proof" type="hidden" value="{{ proof(action) }}"></form>{% endmacro %}"""
LOGIN = FORM + """<!doctype html><title>Sleep clinic</title>{% call form("/login") %}
<input name="name" autocomplete="username"><input name="password" type="password"><button>Log in</button>{% endcall %}"""
DIARY = FORM + """<!doctype html><title>Sleep clinic</title><h1>{{ me.name }}</h1>
<ul>{% for night in me.nights %}<li>{{ night }}</li>{% endfor %}</ul>
{% call form("/diary") %}<input type="text" name="night"><button>Keep</button>{% endcall %}
{% call form("/logout") %}<button>Log out</button>{% endcall %}"""


@dataclass
class Patient:
    name: str
    password: str
    nights: list = field(default_factory=list)


def proof(action):
    """Good for one form and for one visit, which begins anew with every login and logout."""
    visit = session.get("visit")
    if visit is None:
        if request.method != "GET":
            raise Forbidden()
        visit = session["visit"] = os.urandom(24).hex()
    return hmac.new(current_app.config["FORM_KEY"], f"{visit} {action}".encode(), hashlib.sha256).hexdigest()


def new_visit(**what):
    session.clear()
    session["visit"] = os.urandom(24).hex()
    session.update(what)


@bp.before_request
def who_and_whence():
    g.me = current_app.config["PATIENTS"].get(session.get("name"))
    if request.path == "/diary" and g.me is None:
        return redirect("/login")
    if request.method != "POST":
        return None
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site not in (None, "same-origin", "none") or origin not in (
            None, "http://" + request.host, "https://" + request.host):
        log.warning("a form came from %s", origin)
        raise Forbidden()
    if not hmac.compare_digest(proof(request.path).encode(), request.form.get("proof", "").encode()):
        raise Forbidden()
    return None


@bp.get("/login")
def login_page():
    return render_template_string(LOGIN)


@bp.post("/login")
def login():
    patient = current_app.config["PATIENTS"].get(request.form.get("name"))
    if patient is None or patient.password != request.form.get("password"):
        return render_template_string(LOGIN), 401
    new_visit(name=patient.name)
    return redirect("/diary", 303)


@bp.get("/diary")
def diary():
    return render_template_string(DIARY, me=g.me)


@bp.post("/diary")
def write():
    g.me.nights += [request.form.get("night", "")]
    return redirect("/diary", 303)


@bp.post("/logout")
def logout():
    new_visit()
    return redirect("/login", 303)


def create_app(patients):
    app = Flask(__name__)
    app.config.update(SECRET_KEY=os.urandom(32), FORM_KEY=os.urandom(32),
                      PATIENTS={name: Patient(name, password) for name, password in patients.items()})
    app.jinja_env.globals["proof"] = proof
    app.register_blueprint(bp)
    return app
