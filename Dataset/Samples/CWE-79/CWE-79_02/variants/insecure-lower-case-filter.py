from flask import Flask, abort, redirect, render_template_string, request

PAGE = """<!doctype html><title>Musicians</title>
{% if instrument is defined and instrument is not none %}<h2>{{ instrument }}</h2>{% endif %}
<ul>{% for name, instrument, website in members %}
<li>{% if website %}<a href="{{ website }}">{{ name }}</a>{% else %}{{ name }}{% endif %} {{ instrument }}</li>
{% endfor %}</ul>"""


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add_member():
        website = request.form.get("website", "")
        if website.startswith("javascript:") or website.startswith("data:"):
            abort(400, "Scripts are not allowed")
        members.append((request.form["name"], request.form["instrument"], website))
        return redirect("/")

    @app.get("/")
    def index():
        wanted = request.args.get("instrument")
        shown = [m for m in members if wanted is None or m[1] == wanted]
        return render_template_string(PAGE, members=shown, instrument=wanted)

    return app
