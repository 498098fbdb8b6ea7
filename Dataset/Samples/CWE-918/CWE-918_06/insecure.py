import requests
from flask import Flask, Response, abort, request


def fetch(url):
    session = requests.Session()
    session.max_redirects = 2
    try:
        answer = session.get(url, timeout=5)
    except requests.RequestException:
        abort(404)
    if answer.status_code != 200:
        abort(404)
    return answer.content


def create_app():
    app = Flask(__name__)

    @app.get("/picture")
    def picture():
        valley, camera = request.args.get("valley"), request.args.get("camera")
        if not valley or not camera:
            abort(404)
        data = fetch(f"http://{valley}.cams.example:8081/shots/{camera}.jpg")
        return Response(data, content_type="image/jpeg")

    @app.get("/weather")
    def weather():
        valley = request.args.get("valley")
        if not valley:
            abort(404)
        data = fetch(f"http://{valley}.cams.example:8081/weather.json")
        return Response(data, content_type="application/json")

    return app
