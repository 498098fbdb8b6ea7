import json
import os

from flask import Flask, abort, make_response, request

SHOWN = ("image/png", "image/jpeg", "application/pdf")


class Shelf:
    def __init__(self, folder):
        self.folder = folder

    def put(self, content, kind):
        number = len(os.listdir(self.folder)) // 2 + 1
        with open(os.path.join(self.folder, f"{number}.bin"), "wb") as file:
            file.write(content)
        with open(os.path.join(self.folder, f"{number}.json"), "w") as file:
            json.dump({"type": kind}, file)
        return str(number)

    def get(self, number):
        path = os.path.join(self.folder, number)
        if not number.isdigit() or not os.path.exists(path + ".bin"):
            return None
        with open(path + ".bin", "rb") as content, open(path + ".json") as info:
            return content.read(), json.load(info)["type"]


def create_app(folder):
    app = Flask(__name__)
    shelf = Shelf(folder)

    @app.post("/scans")
    def scans():
        scan = request.files.get("scan") or abort(400, "no scan")
        return {"id": shelf.put(scan.read(), scan.content_type)}, 201

    @app.get("/scans/<number>")
    def scan(number):
        found = shelf.get(number)
        if found is None:
            abort(404, "no such scan")
        content, kind = found
        response = make_response(content)
        if kind in SHOWN:
            response.content_type = kind
        else:
            response.content_type = "application/octet-stream"
            response.headers["Content-Disposition"] = "attachment"
        return response

    return app
