import os
import re
import uuid

from flask import Flask, Response, abort, jsonify, request

NAME = re.compile(r".+\.(png|jpe?g|pdf)", re.IGNORECASE | re.DOTALL)
TYPE = re.compile(r"(image/(png|jpeg)|application/pdf)\b")


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)

    @app.post("/scans")
    def upload():
        scan = request.files.get("scan")
        if scan is None:
            abort(400)
        stated = (scan.content_type or "").lower()
        if not NAME.fullmatch(scan.filename or "") or not TYPE.match(stated):
            abort(415)
        scan_id = uuid.uuid4().hex
        scan.save(os.path.join(folder, scan_id + ".data"))
        with open(os.path.join(folder, scan_id + ".type"), "w", encoding="utf-8") as file:
            file.write(stated)
        return jsonify(id=scan_id), 201

    @app.get("/scans/<scan_id>")
    def show(scan_id):
        if not re.fullmatch(r"[0-9a-f]{32}", scan_id):
            abort(404)
        try:
            with open(os.path.join(folder, scan_id + ".type"), encoding="utf-8") as file:
                content_type = file.read()
            with open(os.path.join(folder, scan_id + ".data"), "rb") as file:
                data = file.read()
        except FileNotFoundError:
            abort(404)
        return Response(data, content_type=content_type, headers={"X-Content-Type-Options": "nosniff"})

    return app
