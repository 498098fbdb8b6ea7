"""Plans of model ships."""
import mimetypes
import os
from collections import deque
from urllib.parse import quote

from flask import Flask, Response, request
from markupsafe import Markup, escape
from werkzeug.routing import BaseConverter

PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/tiff"}

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>[title]</title></head><body>
[body]
</body></html>"""

PLAN = """<h1>[name]</h1>
<img src="[src]" alt="[name]">
<p>[back]</p>"""

MISSING = """<p>There is no plan [name].</p>
<p>[back]</p>"""

ITEM = '<li><a href="[href]">[name]</a></li>'
LINK = '<a href="[href]">[text]</a>'
ROW = "<tr><td>[name]</td><td>[referer]</td><td>[agent]</td></tr>"


def fill(template, **values):
    """Puts values into a template; what is no Markup is escaped."""
    page = template
    for key, value in values.items():
        page = page.replace("[" + key + "]", escape(value))
    return Markup(page)


def quoted(name):
    return quote(name, safe="")


def is_web(address):
    return address.startswith(("http://", "https://"))


class NameConverter(BaseConverter):
    """Any name, also one with line breaks."""
    regex = r"[\s\S]+"
    part_isolating = False


def create_app(folder):
    app = Flask(__name__)
    app.url_map.converters["name"] = NameConverter
    visits = deque(maxlen=40)

    def plans():
        return sorted(name for name in os.listdir(folder) if os.path.isfile(os.path.join(folder, name)))

    def header(name):
        return request.headers.get(name, "")

    def show(title, body):
        return str(fill(PAGE, title=title, body=body))

    def back():
        referer = header("Referer")
        return fill(LINK, href=referer if is_web(referer) else "/", text="Back")

    def missing(name):
        return show("Not there", fill(MISSING, name=name, back=back())), 404

    @app.get("/")
    def index():
        items = [fill(ITEM, href="/plans/" + quoted(name), name=name) for name in plans()]
        return show("Plans", Markup("<h1>Plans</h1>\n<ul>\n") + Markup("\n").join(items) + Markup("\n</ul>"))

    @app.get("/plans/<name:name>")
    def plan(name):
        if name not in plans():
            return missing(name)
        visits.appendleft((name, header("Referer"), header("User-Agent")))
        return show(name, fill(PLAN, name=name, src="/files/" + quoted(name), back=back()))

    @app.get("/files/<name:name>")
    def picture(name):
        if name not in plans():
            return missing(name)
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        kind = mimetypes.guess_type(name)[0]
        answer = Response(data, mimetype=kind if kind in PICTURES else "application/octet-stream")
        answer.headers["Content-Disposition"] = "attachment; filename*=UTF-8''" + quoted(name)
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer

    @app.get("/visits")
    def seen():
        rows = []
        for name, referer, agent in visits:
            if is_web(referer):
                referer = fill(LINK, href=referer, text=referer)
            rows.append(fill(ROW, name=name, referer=referer, agent=agent))
        return show("Visits", Markup("<table>\n") + Markup("\n").join(rows) + Markup("\n</table>"))

    return app
