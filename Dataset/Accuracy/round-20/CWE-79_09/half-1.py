"""Plans of model ships."""
import mimetypes
import os
from collections import deque
from urllib.parse import quote

from flask import Flask, Response, render_template_string, request
from werkzeug.routing import BaseConverter

PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/tiff"}

INDEX = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Plans</title></head><body>
<h1>Plans</h1>
<ul>
{% for name in names %}<li><a href="{{ '/plans/' + quoted(name) }}">{{ name }}</a></li>
{% endfor %}</ul>
</body></html>"""

PLAN = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ name }}</title></head><body>
<h1>{{ name }}</h1>
<img src="{{ '/files/' + quoted(name) }}" alt="{{ name }}"
 onerror="this.replaceWith('The picture of {{ name }} cannot be shown')">
<p><a href="{{ back }}">Back</a></p>
</body></html>"""

MISSING = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not there</title></head><body>
<p>There is no plan {{ name }}.</p>
<p><a href="{{ back }}">Back</a></p>
</body></html>"""

VISITS = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Visits</title></head><body>
<table>
{% for name, referer, agent in visits %}<tr><td>{{ name }}</td><td>
{%- if is_web(referer) %}<a href="{{ referer }}" rel="noreferrer">{{ referer }}</a>{% else %}{{ referer }}{% endif -%}
</td><td>{{ agent }}</td></tr>
{% endfor %}</table>
</body></html>"""


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

    def show(template, **values):
        return render_template_string(template, quoted=quoted, is_web=is_web, **values)

    def back():
        return header("Referer") if is_web(header("Referer")) else "/"

    def missing(name):
        return show(MISSING, name=name, back=back()), 404

    @app.get("/")
    def index():
        return show(INDEX, names=plans())

    @app.get("/plans/<name:name>")
    def plan(name):
        if name not in plans():
            return missing(name)
        visits.appendleft((name, header("Referer"), header("User-Agent")))
        return show(PLAN, name=name, back=back())

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
        return show(VISITS, visits=list(visits))

    return app
