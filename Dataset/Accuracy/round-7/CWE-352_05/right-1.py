import hmac
import secrets

from flask import Flask, json, request
from flask import session as visit
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, HTTPException, NotFound, Unauthorized, UnsupportedMediaType


class Panel(dict):
    def __init__(self):
        super().__init__({str(i): "straight" for i in range(1, 5)})

    def __setitem__(self, number, position):
        if number not in self:
            raise NotFound("no such point")
        match position:
            case "straight" | "turned":
                super().__setitem__(number, position)
            case _:
                raise BadRequest("no such position")


def message():
    """The object in a body; a browser sends this type for other sites only with our leave."""
    if request.mimetype != "application/json":
        raise UnsupportedMediaType()
    match request.get_json(silent=True):
        case dict(found):
            return found
        case _:
            raise BadRequest("an object is needed")


class Cors:
    """WSGI middleware: answers preflights itself and labels every other answer."""

    def __init__(self, wsgi, partners):
        self.wsgi, self.partners = wsgi, frozenset(p for p in partners if p != "null")

    def __call__(self, environ, start_response):
        origin = environ.get("HTTP_ORIGIN")
        extra = [("Vary", "Origin")]
        if origin in self.partners and environ.get("PATH_INFO", "").startswith("/api/points"):
            extra += [("Access-Control-Allow-Origin", origin), ("Access-Control-Allow-Credentials", "true")]
        if environ["REQUEST_METHOD"] == "OPTIONS":
            if len(extra) > 1:
                extra += [("Access-Control-Allow-Methods", "GET, POST"),
                          ("Access-Control-Allow-Headers", "Content-Type")]
            start_response("204 No Content", extra)
            return []
        return self.wsgi(environ, lambda status, headers, *rest: start_response(status, headers + extra, *rest))


def create_app(passwords, partners):
    app = Flask(__name__)
    app.config.from_mapping(SECRET_KEY=secrets.token_bytes(48), SESSION_COOKIE_NAME="panel",
                            SESSION_COOKIE_SAMESITE="None", SESSION_COOKIE_SECURE=True)
    app.wsgi_app = Cors(app.wsgi_app, partners)
    panel = Panel()

    class Login(MethodView):
        def post(self):
            match message():
                case {"name": str(name), "password": str(password)} if name in passwords and hmac.compare_digest(
                        passwords[name].encode(), password.encode("utf-8", "replace")):
                    visit.clear()
                    visit["name"] = name
                    return {"name": name}
            raise Unauthorized()

    class Points(MethodView):
        def dispatch_request(self, **kwargs):
            if visit.get("name") not in passwords:
                raise Unauthorized()
            return super().dispatch_request(**kwargs)

        def get(self):
            return dict(panel)

    class Point(Points):
        get = None
        methods = {"POST"}

        def post(self, number):
            if number not in panel:
                raise NotFound()
            panel[number] = message().get("position")
            return dict(panel)

    app.add_url_rule("/api/login", view_func=Login.as_view("login"))
    app.add_url_rule("/api/points", view_func=Points.as_view("points"))
    app.add_url_rule("/api/points/<number>", view_func=Point.as_view("point"))

    @app.errorhandler(HTTPException)
    def in_json(error):
        return app.response_class(json.dumps({"error": error.name}), error.code, mimetype="application/json")

    return app
