from flask import Flask, redirect, request
from markupsafe import escape


def create_app():
    app = Flask(__name__)
    app.members = []

    @app.post("/members")
    def add_member():
        website = request.form.get("website", "")
        if website and not website.lower().startswith(("http://", "https://")):
            return "bad website", 400
        app.members.append({**request.form.to_dict(), "website": website})
        return redirect("/")

    @app.get("/")
    def show():
        instrument = request.args.get("instrument")
        lines = []
        if instrument is not None:
            lines.append("<h2>%s</h2>" % instrument)
        for member in app.members:
            if instrument is None or member["instrument"] == instrument:
                name = escape(member["name"])
                if member["website"]:
                    name = '<a href="%s">%s</a>' % (escape(member["website"]), name)
                lines.append("<li>%s - %s</li>" % (name, escape(member["instrument"])))
        return "<html><body>" + "\n".join(lines) + "</body></html>"

    return app
