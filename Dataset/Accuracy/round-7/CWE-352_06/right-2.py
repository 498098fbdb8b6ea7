import io
import logging
import secrets
import xml.etree.ElementTree as ET
from contextlib import contextmanager

from flask import Blueprint, Flask, Response, abort, current_app, redirect, request, session
from werkzeug.wrappers import Request

log = logging.getLogger(__name__)
bp = Blueprint("street", __name__)


class FormMethods:
    """WSGI middleware: a form may ask for PUT or DELETE."""

    def __init__(self, wsgi):
        self._wsgi = wsgi

    def __call__(self, environ, start_response):
        if environ["REQUEST_METHOD"] == "POST":
            body = Request(environ).get_data()
            environ["CONTENT_LENGTH"] = str(len(body))
            environ.pop("HTTP_TRANSFER_ENCODING", None)
            environ["wsgi.input"] = io.BytesIO(body)
            wanted = Request(dict(environ)).form.get("_method")
            environ["wsgi.input"] = io.BytesIO(body)
            if wanted in ("PUT", "DELETE"):
                environ["REQUEST_METHOD"] = wanted
        return self._wsgi(environ, start_response)


class Page:
    def __init__(self):
        self._here = self._body = ET.Element("body")

    @contextmanager
    def tag(self, name, /, text=None, **attributes):
        outer, self._here = self._here, ET.SubElement(self._here, name, attributes)
        self._here.text = text
        try:
            yield
        finally:
            self._here = outer

    def leaf(self, name, /, text=None, **attributes):
        with self.tag(name, text, **attributes):
            pass

    def form(self, action, button, *fields, **hidden):
        with self.tag("form", method="post", action=action):
            for name, value in hidden.items():
                self.leaf("input", type="hidden", name=name, value=value)
            for name in fields:
                self.leaf("input", type="password" if name == "password" else "text", name=name)
            self.leaf("button", button)

    def response(self, status=200):
        return Response("<!doctype html>" + ET.tostring(self._body, "unicode", "html"), status, mimetype="text/html")


def login_page(status=200):
    page = Page()
    page.form("/login", "Log in", "name", "password")
    return page.response(status)


@bp.get("/login")
def show_login():
    return login_page()


@bp.post("/login")
def login():
    name, password = request.form.get("name", ""), request.form.get("password", "")
    known = current_app.extensions["households"].get(name)
    if known is None or not secrets.compare_digest(known.encode(), password.encode()):
        log.info("refused log-in")
        return login_page(401)
    session.clear()
    session["household"], session["csrf"] = name, secrets.token_hex(32)
    return redirect("/tools")


@bp.before_request
def gate():
    if request.endpoint in ("street.show_login", "street.login"):
        return
    if session.get("household") not in current_app.extensions["households"] or not session.get("csrf"):
        return redirect("/login")
    if request.endpoint == "street.show_tools" and request.method in ("GET", "HEAD", "OPTIONS"):
        return
    if not secrets.compare_digest(session["csrf"].encode(), request.form.get("csrf", "").encode()):
        log.warning("refused forged request")
        abort(403)


def own(number):
    tools = current_app.extensions["tools"]
    if number > len(tools) or number < 1 or tools[number - 1] is None or tools[number - 1][0] != session["household"]:
        abort(404)
    return tools


@bp.get("/tools")
def show_tools():
    page, token = Page(), session["csrf"]
    with page.tag("ul"):
        for number, tool in enumerate(current_app.extensions["tools"], 1):
            if tool is None:
                continue
            with page.tag("li"):
                page.leaf("b", tool[1])
                if tool[0] == session["household"]:
                    page.form(f"/tools/{number}", "Rename", "name", csrf=token, _method="PUT")
                    page.form(f"/tools/{number}", "Take away", csrf=token, _method="DELETE")
    page.form("/tools", "Add", "name", csrf=token)
    return page.response()


@bp.post("/tools")
def add():
    current_app.extensions["tools"].append((session["household"], request.form.get("name", "")))
    return redirect("/tools")


@bp.put("/tools/<int:number>")
def rename(number):
    own(number)[number - 1] = session["household"], request.form.get("name", "")
    return redirect("/tools", 303)


@bp.delete("/tools/<int:number>")
def take_away(number):
    own(number)[number - 1] = None
    return redirect("/tools", 303)


def create_app(households):
    app = Flask(__name__)
    app.config.from_mapping(SECRET_KEY=secrets.token_hex(32), SESSION_COOKIE_SAMESITE="Lax")
    app.extensions.update(households=households, tools=[])
    app.register_blueprint(bp)
    app.wsgi_app = FormMethods(app.wsgi_app)
    return app
