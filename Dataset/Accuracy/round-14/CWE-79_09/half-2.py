import os
from collections import deque

from flask import Flask, abort, render_template, request, send_from_directory
from werkzeug.routing import BaseConverter
from jinja2 import DictLoader
from markupsafe import Markup
from werkzeug.exceptions import NotFound

# All names end with .html, so that Jinja escapes what is put in.
TEMPLATES = {
    "base.html": """<!doctype html><html><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>{% block body %}{% endblock %}</body></html>""",
    "index.html": """{% extends "base.html" %}{% block body %}<ul>
{% for name in names %}<li><a href="{{ url_for('plan', name=name) }}">{{ name }}</a></li>
{% endfor %}</ul>{% endblock %}""",
    "plan.html": """{% extends "base.html" %}{% block body %}<h1>{{ title }}</h1>
<img alt="{{ title }}" src="{{ url_for('picture', name=title) }}">
<p><a href="{{ back }}">Back</a></p>{% endblock %}""",
    "missing.html": """{% extends "base.html" %}{% block body %}{{ description }}
<p><a href="{{ back }}">Back</a></p>{% endblock %}""",
    "visits.html": """{% extends "base.html" %}{% block body %}<table>
{% for name, referer, agent in visits %}<tr><td>{{ name }}</td><td>
{%- if referer is web %}<a href="{{ referer }}">{{ referer }}</a>{% else %}{{ referer }}{% endif -%}
</td><td>{{ agent }}</td></tr>
{% endfor %}</table>{% endblock %}""",
}


def is_web(address):
    return address.startswith(("http://", "https://"))


class AnyName(BaseConverter):
    """Slashes and line breaks, too."""
    regex = "(?s:.+)"
    part_isolating = False


def create_app(folder):
    folder = os.path.abspath(folder)
    app = Flask(__name__)
    app.url_map.converters["any_name"] = AnyName
    app.jinja_loader = DictLoader(TEMPLATES)
    app.jinja_env.tests["web"] = is_web
    visits = deque(maxlen=40)

    def back():
        referer = request.headers.get("Referer", "")
        return referer if is_web(referer) else "/"

    def must_be_there(name):
        if name not in os.listdir(folder):
            abort(404, f"There is no plan {name}.")

    @app.errorhandler(NotFound)
    def missing(error):
        # get_description() gives a p element with the description escaped in it
        return render_template("missing.html", title="Not found", back=back(),
                               description=Markup(error.get_description())), 404

    @app.get("/")
    def index():
        return render_template("index.html", title="Plans", names=sorted(os.listdir(folder)))

    @app.get("/plans/<any_name:name>")
    def plan(name):
        must_be_there(name)
        visits.appendleft((name, request.headers.get("Referer", ""), request.headers.get("User-Agent", "")))
        return render_template("plan.html", title=name, back=back())

    @app.get("/files/<any_name:name>")
    def picture(name):
        must_be_there(name)
        return send_from_directory(folder, name, as_attachment=True,
                                   download_name="".join(c if c.isprintable() else "_" for c in name))

    @app.get("/visits")
    def show_visits():
        return render_template("visits.html", title="Visits", visits=list(visits))

    return app
