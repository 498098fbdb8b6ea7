import os
import unicodedata
from collections import deque
from urllib.parse import quote

from flask import Flask, render_template_string, request, send_file

INDEX = """<!doctype html>
<html><head><meta charset="utf-8"><title>Plans</title></head><body>
<ul>
{% for name in names %}<li><a href="/plans/{{ name|address }}">{{ name }}</a></li>
{% endfor %}</ul>
</body></html>"""

PLAN = """<!doctype html>
<html><head><meta charset="utf-8"><title>{{ name }}</title></head><body>
<h1>{{ name }}</h1>
<img src="/files/{{ name|address }}" alt="{{ name }}">
<a href="{{ back }}">Back</a>
</body></html>"""

MISSING = """<!doctype html>
<html><head><meta charset="utf-8"><title>Not there</title></head><body>
<p>There is no plan {{ name }}.</p>
<a href="{{ back }}">Back</a>
</body></html>"""

VISITS = """<!doctype html>
<html><head><meta charset="utf-8"><title>Visits</title></head><body>
<table>
{% for name, referer, agent in visits %}<tr><td>{{ name }}</td>
<td>{% if referer|web %}<a href="{{ referer }}">{{ referer }}</a>{% else %}{{ referer }}{% endif %}</td>
<td>{{ agent }}</td></tr>
{% endfor %}</table>
</body></html>"""


def is_web(address):
    return address.startswith(("http://", "https://"))


def create_app(folder):
    folder = os.path.abspath(folder)
    app = Flask(__name__)
    app.jinja_env.filters["address"] = lambda name: quote(os.fsencode(name), safe="")
    app.jinja_env.filters["web"] = is_web
    visits = deque(maxlen=40)

    def plans():
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if entry.is_file())

    def page(template, **values):
        text = render_template_string(template, **values)
        # Names that come from a Mac are decomposed ("u" and two dots): pages
        # are in Normalization Form C, as the W3C wants them.
        text = unicodedata.normalize("NFC", text)
        return app.response_class(text.encode("utf-8", "replace"),
                                  content_type="text/html; charset=utf-8")

    def missing(name):
        response = page(MISSING, name=name, back=back())
        response.status_code = 404
        return response

    def back():
        referer = request.headers.get("Referer", "")
        return referer if is_web(referer) else "/"

    @app.get("/")
    def index():
        return page(INDEX, names=plans())

    @app.get("/plans/<path:name>")
    def plan(name):
        if name not in plans():
            return missing(name)
        visits.appendleft((name, request.headers.get("Referer", ""),
                           request.headers.get("User-Agent", "")))
        return page(PLAN, name=name, back=back())

    @app.get("/files/<path:name>")
    def file(name):
        if name not in plans():
            return missing(name)
        return send_file(os.path.join(folder, name), as_attachment=True,
                         download_name=name)

    @app.get("/visits")
    def show_visits():
        return page(VISITS, visits=list(visits))

    @app.after_request
    def guard(response):
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return app
