import requests
from flask import Flask, Response, abort, jsonify, request


def create_app(sites):
    app = Flask(__name__)

    def site():
        """The site that the request is for, as it stands in our own list."""
        asked = request.headers.get("X-Forwarded-Host", request.headers.get("Host", ""))
        host, _, port = asked.lower().partition(":")
        if host not in sites or (port and not (port.isascii() and port.isdecimal())):
            abort(404)
        return sites[sites.index(host)]

    def ask(method, path, **more):
        """What the notes server answers; None if it does not, or with another status."""
        try:
            url = f"http://{site()}:8080{path}"
            answer = requests.request(method, url, timeout=5, allow_redirects=False, **more)
        except requests.RequestException:
            return None
        return answer if answer.status_code == 200 else None

    @app.get("/notes/<int:number>")
    def show(number):
        answer = ask("GET", request.full_path)
        if answer is None:
            abort(502)
        return Response(answer.content, content_type="text/plain; charset=utf-8")

    @app.post("/notes")
    def add():
        answer = ask("POST", "/notes", data=request.get_data(), headers={"Content-Type": "text/plain; charset=utf-8"})
        if answer is None:
            abort(502)
        return jsonify(number=int(answer.text)), 201

    @app.get("/status")
    def status():
        return jsonify(site=site(), up=ask("GET", "/") is not None)

    @app.get("/neighbours")
    def neighbours():
        own = site()
        return jsonify([one for one in sites if one != own])

    return app
