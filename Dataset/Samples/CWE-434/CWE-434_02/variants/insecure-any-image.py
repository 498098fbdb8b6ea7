from flask import Flask, Response, abort, request


def create_app(folder):
    app = Flask(__name__)
    scans = []

    @app.route("/scans", methods=["POST"])
    def upload():
        if "scan" not in request.files:
            abort(400)
        scan = request.files["scan"]
        if not (scan.mimetype.startswith("image/") or scan.mimetype == "application/pdf"):
            abort(415)
        scans.append((scan.read(), scan.mimetype))
        return {"id": f"scan-{len(scans)}"}, 201

    @app.route("/scans/<scan_id>")
    def show(scan_id):
        number = scan_id.removeprefix("scan-")
        if not number.isdigit() or not 1 <= int(number) <= len(scans):
            abort(404)
        content, mimetype = scans[int(number) - 1]
        return Response(content, mimetype=mimetype)

    return app
