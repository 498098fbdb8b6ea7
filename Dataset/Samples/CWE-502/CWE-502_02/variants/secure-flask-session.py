import os

from flask import Flask, request, session


def create_app():
    app = Flask(__name__)
    app.config.update(SECRET_KEY=os.urandom(24), SESSION_COOKIE_NAME="trail")

    @app.route("/answer", methods=["POST"])
    def answer():
        stations = dict(session.get("stations", {}))
        stations[request.form["station"]] = int(request.form["points"])
        session["stations"] = stations
        return {"stations": stations, "points": sum(stations.values())}

    @app.route("/progress")
    def progress():
        stations = session.get("stations", {})
        return {"stations": stations, "points": sum(stations.values())}

    return app


if __name__ == "__main__":
    create_app().run()
