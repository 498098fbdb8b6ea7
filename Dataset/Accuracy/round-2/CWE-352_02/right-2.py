import hashlib
import hmac
import json
import os
import threading

from flask import Flask, Response, request, session

NOBODY = object()


def create_app(passwords):
    app = Flask(__name__)
    app.config.update(SECRET_KEY=os.urandom(48), SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    lock, state = threading.Lock(), {"temperature": 18, "vents": "closed"}
    pepper = os.urandom(32)

    def digest(text):
        return hmac.new(pepper, text.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()

    digests = {name: digest(password) for name, password in passwords.items()}

    def answer(body, status=200):
        return Response(json.dumps(body), status, content_type="application/json")

    def cross_site():
        media_type = request.headers.get("Content-Type", "").split(";")[0].strip(" \t").lower()
        return media_type != "application/json" or request.headers.get("Sec-Fetch-Site", "same-origin") not in (
            "same-origin", "none")

    def log_in(body):
        name, password = body.get("name"), body.get("password")
        if isinstance(name, str) and isinstance(password, str):
            if hmac.compare_digest(digests.get(name, b""), digest(password)):
                session["gardener"] = name
                return answer({"name": name})
        return answer({"error": "wrong"}, 401)

    def setter(key, field, allowed):
        def set_it(body):
            value = body.get(field, NOBODY)
            if not allowed(value):
                return answer({"error": f"not a {field}"}, 400)
            with lock:
                state[key] = value
                return answer(state)
        return set_it

    writers = {
        "login": log_in,
        "temperature": setter("temperature", "value", lambda v: type(v) is int and 5 <= v <= 35),
        "vents": setter("vents", "position", lambda v: isinstance(v, str) and v in {"open", "closed"}),
    }

    @app.route("/api/state")
    def show():
        return answer(state) if "gardener" in session else answer({"error": "log in"}, 401)

    def endpoint(name):
        def write():
            if name != "login" and "gardener" not in session:
                return answer({"error": "log in"}, 401)
            if cross_site():
                return answer({"error": "not from here"}, 403)
            try:
                body = json.loads(request.get_data())
            except (ValueError, RecursionError):
                body = None
            return writers[name](body if isinstance(body, dict) else {})
        write.__name__ = name
        return write

    for name in writers:
        app.route(f"/api/{name}", methods=["POST"])(endpoint(name))
    return app
