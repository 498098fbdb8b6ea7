import requests
from flask import Flask, Response, abort, jsonify, request


def create_app(sites):
    app = Flask(__name__)

    def host():
        asked = request.headers.get("X-Forwarded-Host") or request.headers["Host"]
        return asked.rsplit(":", 1)[0].lower() if asked[-1].isdigit() and ":" in asked else asked.lower()

    def base():
        return f"http://{host()}:8080"

    @app.get("/notes/<int:number>")
    def show(number):
        try:
            answer = requests.get(f"{base()}/notes/{number}", timeout=5)
        except requests.RequestException:
            abort(502)
        if answer.status_code != 200:
            abort(502)
        return Response(answer.content, mimetype="text/plain")

    @app.post("/notes")
    def add():
        try:
            answer = requests.post(f"{base()}/notes", data=request.get_data(), timeout=5)
        except requests.RequestException:
            abort(502)
        if answer.status_code != 200:
            abort(502)
        return jsonify(number=int(answer.text)), 201

    @app.get("/status")
    def status():
        try:
            up = requests.get(base() + "/", timeout=5).status_code == 200
        except requests.RequestException:
            up = False
        return jsonify(site=host(), up=up)

    @app.get("/neighbours")
    def neighbours():
        return jsonify([site for site in sites if site != host()])

    return app
