import hmac
import json
import os
from flask import Flask, make_response, request, session
from flask.views import MethodView


class Greenhouse:
    def __init__(self):
        self.temperature, self.vents = 18, "closed"

    def set_temperature(self, value):
        if isinstance(value, int) and not isinstance(value, bool) and 4 < value < 36:
            self.temperature = value
            return True
        return False

    def set_vents(self, position):
        if isinstance(position, str) and position in {"open", "closed"}:
            self.vents = position
            return True
        return False


def create_app(passwords):
    house = Greenhouse()
    app = Flask(__name__)
    app.secret_key = os.urandom(24)
    digest = {name: hmac.digest(app.secret_key, word.encode("utf-8", "surrogatepass"), "sha256")
              for name, word in passwords.items()}

    def sent():
        if request.mimetype != "application/json":
            return None
        try:
            data = json.loads(request.get_data())
        except (ValueError, RecursionError):
            return {}
        return data if isinstance(data, dict) else {}

    class Login(MethodView):
        def post(self):
            data = sent()
            if data is None:
                return make_response("JSON, please", 415)
            name, word = data.get("name"), data.get("password")
            known = digest.get(name, b"") if isinstance(name, str) else b""
            given = hmac.digest(app.secret_key, str(word).encode("utf-8", "surrogatepass"), "sha256")
            if isinstance(word, str) and hmac.compare_digest(known, given):
                session["who"] = name
                return {"name": name}
            return make_response("no", 401)

    class State(MethodView):
        def get(self):
            return vars(house) if "who" in session else make_response("log in", 401)

    class Change(MethodView):
        def __init__(self, key, setter):
            self.key, self.setter = key, setter

        def post(self):
            if "who" not in session:
                return make_response("log in", 401)
            data = sent()
            if data is None:
                return make_response("JSON, please", 415)
            if not self.setter(data.get(self.key)):
                return make_response("bad value", 400)
            return vars(house)

    app.add_url_rule("/api/login", view_func=Login.as_view("login"))
    app.add_url_rule("/api/state", view_func=State.as_view("state"))
    app.add_url_rule("/api/temperature", view_func=Change.as_view("temperature", "value", house.set_temperature))
    app.add_url_rule("/api/vents", view_func=Change.as_view("vents", "position", house.set_vents))
    return app
