import os
import re

from flask import Flask, jsonify, make_response, request


def table(folder):
    found = {}
    for company in os.listdir(folder):
        top = os.path.join(folder, company, "public")
        for place, _, names in os.walk(top):
            for name in names:
                way = os.path.relpath(os.path.join(place, name), top)
                found[company, way] = os.path.join(place, name)
    return found


def find(folder, company, page):
    files, page = table(folder), page.strip("/")
    head, at, tail = page.rpartition("@")
    number, dot, ending = tail.partition(".")
    if at and dot and number.isdecimal() and "/" not in tail and "." not in ending:
        page = f"{head}.{ending}"
    for name in (page, f"{page}/index.html".lstrip("/"), f"{page}.html"):
        if (company, name) in files:
            return files[company, name]
    return None


def create_app(folder):
    app = Flask(__name__)

    def shown(company, page, kind=None):
        path = find(folder, company, page)
        if path is None:
            return "not found", 404
        with open(path, "rb") as file:
            answer = make_response(file.read())
        endings = {"html": "text/html", "css": "text/css", "png": "image/png", "txt": "text/plain", "js": "text/javascript"}
        answer.content_type = kind or endings.get(path.rpartition(".")[2].lower(), "application/octet-stream")
        return answer

    @app.get("/")
    def companies():
        return jsonify(sorted({company for company, name in table(folder) if name == "index.html"}))

    @app.get("/source")
    def source():
        _, company, page = (request.args["page"] + "//").split("/", 2)
        return shown(company, page, "text/plain")

    app.add_url_rule("/<company>/", "site", lambda company: shown(company, ""))
    app.add_url_rule("/<company>/<path:page>", "page", shown)
    return app
