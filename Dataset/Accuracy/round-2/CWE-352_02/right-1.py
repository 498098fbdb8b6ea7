import secrets
from dataclasses import asdict, dataclass

from flask import Flask, request, session
from flask.views import View
from werkzeug.exceptions import BadRequest, Unauthorized, UnsupportedMediaType


@dataclass
class Greenhouse:
    temperature: int = 18
    vents: str = "closed"

    def __setattr__(self, name, value):
        if name == "temperature" and (type(value) is not int or value not in range(5, 36)):
            raise BadRequest("5 to 35")
        if name == "vents" and value not in ("open", "closed"):
            raise BadRequest("open or closed")
        object.__setattr__(self, name, value)


def sent(field):
    """A field of the JSON object in the body, whose type must be exactly that which needs a preflight."""
    if request.mimetype != "application/json":
        raise UnsupportedMediaType
    data = request.get_json(silent=True)
    return data.get(field) if isinstance(data, dict) else None


class Api(View):
    init_every_request = False

    def __init__(self, house, passwords):
        self.house, self.passwords = house, passwords

    def dispatch_request(self, what):
        task = getattr(self, f"{'get' if what == 'state' else 'post'}_{what}")
        if what != "login" and session.get("name") not in self.passwords:
            raise Unauthorized
        return task()

    def post_login(self):
        name, password = sent("name"), sent("password")
        right = self.passwords.get(name) if isinstance(name, str) else None
        if right is None or not isinstance(password, str) or not secrets.compare_digest(
                right.encode("utf-8", "surrogatepass"), password.encode("utf-8", "surrogatepass")):
            raise Unauthorized
        session["name"] = name
        return {"name": name}

    def get_state(self):
        return asdict(self.house)

    def post_temperature(self):
        self.house.temperature = sent("value")
        return self.get_state()

    def post_vents(self):
        self.house.vents = sent("position")
        return self.get_state()


def create_app(passwords):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes()
    view = Api.as_view("api", Greenhouse(), dict(passwords))
    app.add_url_rule("/api/<any(state):what>", view_func=view, methods=["GET"], provide_automatic_options=False)
    app.add_url_rule("/api/<any(login, temperature, vents):what>", view_func=view, methods=["POST"],
                     provide_automatic_options=False)
    return app
