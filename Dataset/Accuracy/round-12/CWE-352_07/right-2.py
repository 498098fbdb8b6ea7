"""Lunch orders, with a ticket in each form. Tickets are random, and the server
notes for which login each was shown; a login remembers its last ones only."""
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field

from flask import Blueprint, Flask, current_app, g, make_response, render_template_string, request, session, url_for

LOGIN = """<!doctype html><html><body><form action="/login" method="post">
<input name="name" autocomplete="username"> <input name="password" type="password">
<button>In</button></form></body></html>"""

LUNCH = """<!doctype html><html><body><ol>
{%- for day in days %}<li>{{ day }}: {{ dishes[day] if day in dishes else "nothing" }}</li>{% endfor -%}
</ol>
{% macro proof() %}<input type="hidden" name="ticket" value="{{ ticket }}">{% endmacro %}
<form action="{{ url_for('lunch.order') }}" method="post">{{ proof() }}
<select name="day">{% for day in days %}<option value="{{ day }}">{{ day }}</option>{% endfor %}</select>
<input type="text" name="dish" value=""><button>Order</button></form>
<form action="{{ url_for('lunch.cancel') }}" method="post">{{ proof() }}<button>Cancel all</button></form>
</body></html>"""

DAYS = "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"


@dataclass
class Login:
    name: str
    tickets: OrderedDict = field(default_factory=OrderedDict)

    def ticket(self):
        new = secrets.token_urlsafe(24)
        self.tickets[new] = True
        while len(self.tickets) > 5000:
            self.tickets.popitem(last=False)
        return new


class Desk:
    def __init__(self, pupils):
        self.pupils, self.logins = pupils, {}
        self.dishes = {}

    def enter(self, name, password):
        if name is None or password is None or name not in self.pupils:
            return None
        if not secrets.compare_digest(self.pupils[name].encode("utf-8", "surrogatepass"),
                                      password.encode("utf-8", "surrogatepass")):
            return None
        number = secrets.token_hex(32)
        self.logins[number] = Login(name)
        return number


lunch = Blueprint("lunch", __name__, url_prefix="/lunch")
desk = lambda: current_app.extensions["desk"]


def away(address):
    answer = make_response("", 302)
    answer.headers["Location"] = address
    return answer


@lunch.before_app_request
def who():
    if not request.path.startswith("/lunch"):
        return
    number = session.get("number")
    g.login = desk().logins.get(number) if isinstance(number, str) else None
    if g.login is None:
        return away("/login")
    if request.method not in {"GET", "HEAD", "OPTIONS"}:
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            return "Only from our own pages.", 403
        if request.form.get("ticket") not in g.login.tickets:
            return "This form was not shown to you.", 403


@lunch.get("")
def show():
    return render_template_string(LUNCH, days=DAYS, ticket=g.login.ticket(),
                                  dishes=desk().dishes.get(g.login.name, {}))


@lunch.post("")
def order():
    day, dish = request.form.get("day"), request.form.get("dish", "")
    if day not in DAYS:
        return "no such day", 400
    desk().dishes.setdefault(g.login.name, {})[day] = dish
    return away(url_for("lunch.show"))


@lunch.post("/cancel")
def cancel():
    desk().dishes[g.login.name] = {}
    return away(url_for("lunch.show"))


def create_app(pupils):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex()
    app.extensions["desk"] = Desk(dict(pupils))
    app.register_blueprint(lunch)

    @app.get("/login")
    def form():
        return LOGIN

    @app.post("/login")
    def login():
        number = app.extensions["desk"].enter(request.form.get("name"), request.form.get("password"))
        if number is None:
            return "wrong", 401
        session.clear()
        session["number"] = number
        return away("/lunch")

    return app
