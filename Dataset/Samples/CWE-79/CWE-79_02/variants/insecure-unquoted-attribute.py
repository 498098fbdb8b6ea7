from flask import Flask, redirect, render_template_string, request

PAGE = """<!doctype html>
<title>Musicians</title>
{% if instrument is not none %}<h2>{{ instrument }}</h2>{% endif %}
<ul>
{% for member in members %}
  <li>{% if member.website %}<a href={{ member.website }}>{{ member.name }}</a>{% else %}{{ member.name }}{% endif %},
  {{ member.instrument }}</li>
{% endfor %}
</ul>"""


def create_app():
    app = Flask(__name__)
    members = []

    @app.route("/members", methods=["POST"])
    def add_member():
        member = {key: request.form.get(key, "").strip() for key in ("name", "instrument", "website")}
        if not member["website"].startswith(("http://", "https://")):
            member["website"] = ""
        members.append(member)
        return redirect("/")

    @app.route("/")
    def show_members():
        instrument = request.args.get("instrument")
        shown = [m for m in members if instrument in (None, m["instrument"])]
        return render_template_string(PAGE, members=shown, instrument=instrument)

    return app
