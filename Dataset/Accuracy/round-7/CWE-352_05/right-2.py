import functools
import logging
import os
import threading
from enum import Enum

import flask

log = logging.getLogger("railway")


class Position(str, Enum):
    STRAIGHT = "straight"
    TURNED = "turned"


def create_app(passwords, partners):
    app = flask.Flask(__name__)
    app.secret_key = os.urandom(40)
    app.config |= {"SESSION_COOKIE_SAMESITE": "None", "SESSION_COOKIE_SECURE": True,
                   "SESSION_COOKIE_HTTPONLY": True}
    partners = tuple(partners)
    lock = threading.Lock()
    state = {n: Position.STRAIGHT for n in (1, 2, 3, 4)}

    def answer(value, status=200):
        response = flask.make_response(flask.jsonify(value), status)
        origin = flask.request.headers.get("Origin")
        response.vary.update(["Origin", "Cookie"])
        response.cache_control.no_store = True
        if origin is not None and any(origin == p for p in partners):
            response.access_control_allow_origin = origin
            response.access_control_allow_credentials = True
            if flask.request.method == "OPTIONS":
                response.access_control_allow_methods = ["GET", "POST"]
                response.access_control_allow_headers = ["Content-Type"]
        return response

    def points():
        with lock:
            return {str(n): p.value for n, p in state.items()}

    def endpoint(rule, method, shared=True):
        def decorate(function):
            @functools.wraps(function)
            def view(**kwargs):
                request = flask.request
                if request.method == "OPTIONS":
                    return answer({}) if shared else flask.Response(status=204)
                origin = request.headers.get("Origin")
                own = {f"https://{request.host}", f"{request.scheme}://{request.host}"}
                if origin is not None and origin not in own and not (shared and origin in partners):
                    log.warning("refused %s", origin)
                    return flask.Response("no leave", 403)
                if shared and flask.session.get("member") not in passwords:
                    return answer({"error": "nobody is logged in"}, 401)
                body = None
                if method == "POST":
                    if (request.content_type or "").partition(";")[0].strip().lower() != "application/json":
                        return answer({"error": "JSON, please"}, 415)
                    body = request.get_json(silent=True)
                    body = body if isinstance(body, dict) else {}
                return answer(*function(body, **kwargs))
            app.add_url_rule(rule, view_func=view, methods=[method, "OPTIONS"], provide_automatic_options=False)
            return view
        return decorate

    @endpoint("/api/login", "POST", shared=False)
    def login(body):
        name = body.get("name")
        if (name, body.get("password")) not in list(passwords.items()):
            return {"error": "wrong name or password"}, 401
        flask.session["member"] = name
        return {"name": name}, 200

    @endpoint("/api/points", "GET")
    def read(_):
        return points(), 200

    @endpoint("/api/points/<number>", "POST")
    def switch(body, number):
        if number not in points():
            return {"error": "no such point"}, 404
        try:
            position = Position(body.get("position"))
        except ValueError:
            return {"error": "no such position"}, 400
        with lock:
            state[int(number)] = position
        return points(), 200

    return app
