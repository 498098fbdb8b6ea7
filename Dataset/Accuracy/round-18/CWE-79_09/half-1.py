import os
import unicodedata
from collections import deque

from flask import Flask, make_response, render_template_string, request, send_from_directory

HEAD = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body>'
FOOT = "</body></html>"
INDEX = HEAD + """<ul>
{% for plan in plans %}<li><a href="{{ url_for('plan', name=plan) }}">{{ plan }}</a></li>
{% endfor %}</ul>""" + FOOT
PLAN = HEAD + """<h1>{{ title }}</h1>
<img src="{{ url_for('file', name=title) }}" alt="{{ title }}">
<a href="{{ back }}">Back</a>""" + FOOT
MISSING = HEAD + """<p>There is no plan {{ name }}.</p>
<a href="{{ back }}">Back</a>""" + FOOT
VISITS = HEAD + """<table>
{% for name, referer, agent in visits %}<tr><td>{{ name }}</td><td>
{%- if is_web(referer) %}<a href="{{ referer }}">{{ referer }}</a>{% else %}{{ referer }}{% endif -%}
</td><td>{{ agent }}</td></tr>
{% endfor %}</table>""" + FOOT


def is_text(name):
    """Whether it is UTF-8: other names cannot stand in a page or an address."""
    return not any("\ud800" <= sign <= "\udfff" for sign in name)


def is_web(address):
    return address.startswith(("http://", "https://"))


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)
    visits = deque(maxlen=40)

    def plans():
        return sorted(name for name in os.listdir(folder) if is_text(name) and os.path.isfile(os.path.join(folder, name)))

    def page(template, status=200, **values):
        html = render_template_string(template, is_web=is_web, **values)
        # Members with a Mac upload names with the accents as signs of their own,
        # which many browsers draw beside the letters.
        return make_response(unicodedata.normalize("NFC", html), status)

    def back():
        referer = request.headers.get("Referer", "")
        return referer if is_web(referer) else "/"

    def missing(name):
        return page(MISSING, 404, title="Not found", name=name, back=back())

    @app.get("/")
    def index():
        return page(INDEX, title="Plans", plans=plans())

    @app.get("/plans/<path:name>")
    def plan(name):
        if name not in plans():
            return missing(name)
        visits.appendleft((name, request.headers.get("Referer", ""), request.headers.get("User-Agent", "")))
        return page(PLAN, title=name, back=back())

    @app.get("/files/<path:name>")
    def file(name):
        if name not in plans():
            return missing(name)
        return send_from_directory(folder, name, as_attachment=True)

    @app.get("/visits")
    def show_visits():
        return page(VISITS, title="Visits", visits=list(visits))

    return app
