from flask import Flask, abort, redirect, render_template_string, request

PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Players wanted</title></head>
<body>
{% if instrument is not none %}<h2>{{ instrument }}</h2>{% endif %}
<ul>
{% for member in members %}
<li>{% if member.website %}<a href={{ member.website }} rel="nofollow noopener">{{ member.name }}</a>
{%- else %}{{ member.name }}{% endif %}, {{ member.instrument }}</li>
{% endfor %}
</ul>
</body>
</html>"""


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add():
        member = {field: request.form.get(field, "") for field in ("name", "instrument", "website")}
        website = member["website"]
        if website and not website.startswith(("http://", "https://")):
            abort(400)
        members.append(member)
        return redirect("/")

    @app.get("/")
    def index():
        instrument = request.args.get("instrument")
        shown = [m for m in members if instrument is None or m["instrument"] == instrument]
        return render_template_string(PAGE, members=shown, instrument=instrument)

    return app
