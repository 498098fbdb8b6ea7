"""The plans of model ships."""
import os
from collections import deque
from urllib.parse import quote

from flask import Flask, request, send_file
from markupsafe import escape

PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>%TITLE%</title></head>
<body>
%BODY%
</body>
</html>
"""
PLAN = """<h1>%NAME%</h1>
<p><img alt="%NAME%" src="/files/%ADDRESS%"></p>
<p>%BACK%</p>"""
MISSING = """<p>There is no plan %NAME%.</p>
<p>%BACK%</p>"""


def fill(pattern, **values):
    """Puts values into a pattern; what is not known as HTML (Markup) is escaped."""
    for key, value in values.items():
        pattern = pattern.replace(f"%{key}%", str(escape(value)))
    return pattern


def is_address(text):
    return text.startswith(("http://", "https://"))


def link(address, text):
    return f'<a href="{escape(address)}">{escape(text)}</a>'


class Html(str):
    def __html__(self):
        return self


def create_app(folder):
    app = Flask(__name__)
    visits = deque(maxlen=40)

    def plans():
        return sorted(os.listdir(folder))

    def page(title, body):
        return fill(PAGE, TITLE=title, BODY=Html(body))

    def back():
        referer = request.headers.get("Referer", "")
        return Html(link(referer if is_address(referer) else "/", "Back"))

    def missing(name):
        return page("No plan", fill(MISSING, NAME=name, BACK=back())), 404

    @app.get("/")
    def index():
        items = "".join(f"<li>{link('/plans/' + quote(name, safe=''), name)}</li>\n" for name in plans())
        return page("Plans", f"<ul>\n{items}</ul>")

    @app.get("/plans/<name>")
    def plan(name):
        if name not in plans():
            return missing(name)
        visits.appendleft((name, request.headers.get("Referer", ""), request.headers.get("User-Agent", "")))
        return page(name, fill(PLAN, NAME=name, ADDRESS=quote(name, safe=""), BACK=back()))

    @app.get("/files/<name>")
    def file(name):
        if name not in plans():
            return missing(name)
        return send_file(os.path.abspath(os.path.join(folder, name)), as_attachment=True)

    @app.get("/visits")
    def all_visits():
        rows = ""
        for name, referer, agent in visits:
            came = link(referer, referer) if is_address(referer) else escape(referer)
            rows += f"<tr><td>{escape(name)}</td><td>{came}</td><td>{escape(agent)}</td></tr>\n"
        return page("Visits", f"<table>\n{rows}</table>")

    return app
