import hmac
import json
import os
from flask import Flask, current_app, jsonify, request

SIMULATOR = "sim-7719-larch"


def secrets_in_use(app):
    """The farm's secret; on a developer's desk (flask --debug) the simulator works, too."""
    if app.config["PAY_SECRET"]:
        yield app.config["PAY_SECRET"]
        if app.debug:
            yield SIMULATOR


def is_signed(body, signature):
    for secret in secrets_in_use(current_app):
        expected = hmac.new(secret.encode(), body, "sha256").hexdigest()
        if hmac.compare_digest(expected.encode(), signature.encode()):
            return True
    return False


def create_app():
    app = Flask(__name__)
    app.config["PAY_SECRET"] = os.environ.get("PAY_SECRET", "")
    app.opened = []

    @app.post("/paid")
    def paid():
        body = request.get_data(cache=False)
        if not is_signed(body, request.headers.get("X-Pay-Signature") or ""):
            return "", 403
        try:
            match json.loads(body):
                case {"drawer": int(drawer), "cents": int()} if 1 <= drawer <= 12 and drawer is not True:
                    app.opened.append(drawer)
                    return "", 204
        except ValueError:
            pass
        return "", 400

    @app.get("/open")
    def get_open():
        return jsonify(app.opened)

    return app
