import os
from collections import deque
from html import escape
from threading import Lock
from urllib.parse import quote

from flask import Flask, Response, request, send_file
from werkzeug.routing import BaseConverter

LAYOUT = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{title}}</title></head>
<body>
{{body}}
{{back}}
</body>
</html>
"""


def html(title, body, back="", status=200):
    page = LAYOUT.replace("{{title}}", escape(title)).replace("{{body}}", body).replace("{{back}}", back)
    response = Response(page.encode("utf-8", "replace"), status, mimetype="text/html")
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def is_web(address):
    return address.startswith(("http://", "https://"))


def address_of(door, name):
    return escape(f"/{door}/" + quote(name, safe="", errors="surrogateescape"))


def back_link():
    referer = request.headers.get("Referer", "")
    return f'<p><a href="{escape(referer if is_web(referer) else "/")}">Back</a></p>'


class AnyName(BaseConverter):
    """Slashes and line breaks, too."""
    regex = "(?s:.+)"
    part_isolating = False


def create_app(folder):
    app = Flask(__name__)
    app.url_map.converters["any_name"] = AnyName
    visits = deque(maxlen=40)
    lock = Lock()

    def plans():
        return sorted(entry.name for entry in os.scandir(folder) if entry.is_file())

    def missing(name):
        return html("Not found", f"<p>There is no plan {escape(name)}.</p>", back_link(), 404)

    @app.get("/")
    def index():
        rows = (f'<li><a href="{address_of("plans", name)}">{escape(name)}</a></li>' for name in plans())
        return html("Plans", "<ul>" + "".join(rows) + "</ul>")

    @app.get("/plans/<any_name:name>")
    def plan(name):
        if name not in plans():
            return missing(name)
        with lock:
            visits.appendleft((name, request.headers.get("Referer", ""), request.headers.get("User-Agent", "")))
        return html(name, f'<h1>{escape(name)}</h1>\n<img alt="{escape(name)}" src="{address_of("files", name)}">',
                    back_link())

    @app.get("/files/<any_name:name>")
    def picture(name):
        if name not in plans():
            return missing(name)
        return send_file(os.path.abspath(os.path.join(folder, name)), as_attachment=True,
                         download_name="".join(c if c.isprintable() else "_" for c in name))

    @app.get("/visits")
    def show_visits():
        with lock:
            rows = list(visits)
        lines = []
        for name, referer, agent in rows:
            source = escape(referer)
            if is_web(referer):
                source = f'<a href="{source}">{source}</a>'
            lines.append(f"<tr><td>{escape(name)}</td><td>{source}</td><td>{escape(agent)}</td></tr>\n")
        return html("Visits", "<table>" + "".join(lines) + "</table>")

    return app
