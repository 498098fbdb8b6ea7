import pathlib

from flask import Flask, render_template_string, request, send_file

LIST = """<!doctype html><title>Plans</title><ul>
{% for name in names %}<li><a href="{{ url_for('plan', name=name) }}">{{ name }}</a></li>{% endfor %}</ul>"""
BACK = '<a href="{{ back }}">Back</a>'
PLAN = """<!doctype html><title>{{ name }}</title><h1>{{ name }}</h1>
<img src="{{ url_for('file', name=name) }}" alt="{{ name }}">""" + BACK
MISSING = "<!doctype html><title>No plan</title><p>There is no plan {{ name }}.</p>" + BACK
VISITS = """<!doctype html><title>Visits</title><table>{% for visit in visits %}
<tr><td>{{ visit.plan }}</td>
<td>{% if visit.link %}<a rel="noreferrer" href="{{ visit.link }}">{{ visit.link }}</a>{% else %}{{ visit.referer }}{% endif %}</td>
<td>{{ visit.agent }}</td></tr>{% endfor %}</table>"""


def create_app(folder):
    app = Flask(__name__)
    visits = []

    def link():
        referer = request.headers.get("Referer", "")
        return referer if referer.startswith(("http://", "https://")) else None

    def find(name):
        return next((one for one in pathlib.Path(folder).iterdir() if one.name == name), None)

    def not_there(name):
        return render_template_string(MISSING, name=name, back=link() or "/"), 404

    @app.route("/")
    def plans():
        return render_template_string(LIST, names=sorted(one.name for one in pathlib.Path(folder).iterdir()))

    @app.route("/plans/<path:name>")
    def plan(name):
        if find(name) is None:
            return not_there(name)
        headers = request.headers
        look = {"plan": name, "link": link(), "referer": headers.get("Referer", ""), "agent": headers.get("User-Agent", "")}
        visits[:] = [look, *visits[:39]]
        return render_template_string(PLAN, name=name, back=link() or "/")

    @app.route("/files/<path:name>")
    def file(name):
        found = find(name)
        return not_there(name) if found is None else send_file(found.absolute(), as_attachment=True)

    @app.route("/visits")
    def looks():
        return render_template_string(VISITS, visits=visits)

    return app
