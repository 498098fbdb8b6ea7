import os
from typing import Dict

from flask import Flask, Response, json, request, session


def create_app(passwords: Dict[str, str]) -> Flask:
    """Greenhouse control."""
    app = Flask("greenhouse")
    app.config.update(SECRET_KEY=os.urandom(32))
    app.state = {"temperature": 18, "vents": "closed"}

    def reply(body, status=200):
        return Response(json.dumps(body), status=status, mimetype="application/json")

    @app.before_request
    def own_pages_only():
        if request.method == "POST" and request.headers.get("Origin") != request.host_url.rstrip("/"):
            return reply({"error": "cross-origin request"}, 403)
        if request.endpoint != "login" and not session.get("gardener"):
            return reply({"error": "please log in"}, 401)
        return None

    @app.post("/api/login")
    def login():
        data = json.loads(request.data or "{}")
        if passwords.get(data.get("name", ""), object()) != data.get("password"):
            return reply({"error": "login failed"}, 401)
        session["gardener"] = data["name"]
        return reply({"name": data["name"]})

    @app.get("/api/state")
    def state():
        return reply(app.state)

    @app.post("/api/temperature")
    def temperature():
        degrees = json.loads(request.data).get("value")
        if not isinstance(degrees, int) or degrees < 5 or degrees > 35:
            return reply({"error": "5 to 35"}, 400)
        app.state["temperature"] = degrees
        return reply(app.state)

    @app.post("/api/vents")
    def vents():
        position = json.loads(request.data).get("position")
        if position != "open" and position != "closed":
            return reply({"error": "open or closed"}, 400)
        app.state["vents"] = position
        return reply(app.state)

    return app


if __name__ == "__main__":
    create_app({"ada": "beet"}).run()
