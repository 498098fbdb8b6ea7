import contextlib
import enum
import secrets
from types import SimpleNamespace

from flask import Blueprint, Flask, current_app, g, make_response, request, session
from flask.views import MethodView


class Position(str, enum.Enum):
    STRAIGHT = "straight"
    TURNED = "turned"


class Stop(Exception):
    pass


@contextlib.contextmanager
def failing_with(status, *errors):
    try:
        yield
    except errors or (Exception,):
        raise Stop(status) from None


def json_object():
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Stop(415)
    with failing_with(400):
        return dict(request.get_json().items())


class Api(MethodView):
    @property
    def club(self):
        return current_app.extensions["club"]

    def member(self):
        with failing_with(401, KeyError):
            g.member = session["name"]


class Login(Api):
    def post(self):
        given = json_object()
        with failing_with(401, KeyError, TypeError, AttributeError, ValueError):
            name, password = given["name"], given["password"]
            if not secrets.compare_digest(password.encode(), self.club.passwords[name].encode()):
                raise KeyError(name)
        session["name"] = name
        return {"name": name}


class Points(Api):
    def get(self):
        self.member()
        return self.club.points


class Point(Api):
    def post(self, number):
        self.member()
        with failing_with(404, KeyError):
            self.club.points[number]
        wanted = json_object().get("position")
        with failing_with(400, ValueError, TypeError):
            self.club.points[number] = Position(wanted).value
        return self.club.points


blueprint = Blueprint("api", __name__, url_prefix="/api")
blueprint.add_url_rule("/login", view_func=Login.as_view("login"))
blueprint.add_url_rule("/points", view_func=Points.as_view("points"))
blueprint.add_url_rule("/points/<number>", view_func=Point.as_view("point"))


def create_app(passwords, partners):
    app = Flask(__name__, static_folder=None)
    app.config.from_object(SimpleNamespace(
        SECRET_KEY=secrets.token_urlsafe(48),
        SESSION_COOKIE_SECURE=True,
        SESSION_COOKIE_SAMESITE="None",
    ))
    app.extensions["club"] = SimpleNamespace(
        passwords=dict(passwords), points=dict.fromkeys("1234", Position.STRAIGHT.value))
    leave = {
        origin: {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Allow-Credentials": "true",
            "Access-Control-Allow-Headers": "content-type",
            "Access-Control-Allow-Methods": "GET, POST",
            "Access-Control-Max-Age": "600",
        }
        for origin in partners
    }
    app.register_error_handler(Stop, lambda stop: make_response({"error": "refused"}, stop.args[0]))
    app.register_blueprint(blueprint)

    @app.after_request
    def give_leave(response):
        response.vary.add("Origin")
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers.update(leave.get(request.headers.get("Origin"), {}))
        return response

    return app
