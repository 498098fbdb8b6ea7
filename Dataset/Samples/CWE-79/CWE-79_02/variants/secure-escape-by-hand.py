from dataclasses import dataclass
from typing import List

from flask import Flask, Response, request
from markupsafe import escape


@dataclass
class Member:
    name: str
    instrument: str
    website: str

    def to_html(self) -> str:
        name = escape(self.name)
        if self.website.startswith(("http://", "https://")):
            name = f'<a href="{escape(self.website)}" rel="nofollow noopener">{name}</a>'
        return f"<li>{name} ({escape(self.instrument)})</li>"


def create_app() -> Flask:
    """The musicians' directory."""
    app = Flask("musicians")
    directory: List[Member] = []

    @app.route("/members", methods=["POST"])
    def add():
        form = request.form
        directory.append(Member(form["name"], form["instrument"], form.get("website", "")))
        return Response(status=303, headers={"Location": "/"})

    @app.route("/")
    def index():
        wanted = request.args.get("instrument")
        parts = ["<!DOCTYPE html><html><body>"]
        if wanted is not None:
            parts.append(f"<h2>{escape(wanted)}</h2>")
        parts.append("<ol>")
        parts.extend(member.to_html() for member in directory if wanted in (None, member.instrument))
        parts.append("</ol></body></html>")
        return "\n".join(parts)

    return app


if __name__ == "__main__":
    create_app().run(debug=True)
