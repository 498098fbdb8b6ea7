import re

from flask import Flask, redirect, request
from markupsafe import Markup

# only these two schemes may become a link
WEBSITE = re.compile(
    r"""^ https?://   # the scheme
        .+ $          # host and path
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)

PAGE = Markup(
    "<!doctype html>\n<html><head><title>Musicians</title></head>\n"
    "<body>\n{heading}<ul>\n{items}</ul>\n</body></html>\n"
)


def _item(member):
    name = Markup("{}").format(member["name"])
    if member["website"]:
        name = Markup('<a href="{}">{}</a>').format(member["website"], name)
    return Markup("<li>{} <em>{}</em></li>\n").format(name, member["instrument"])


def create_app():
    app = Flask(__name__)
    members = []

    @app.route("/members", methods=["POST"])
    def add():
        form = request.form
        website = form.get("website", "")
        if website and not WEBSITE.search(website):
            website = ""
        members.append({
            "name": form.get("name", ""),
            "instrument": form.get("instrument", ""),
            "website": website,
        })
        return redirect("/")

    @app.route("/")
    def index():
        wanted = request.args.get("instrument")
        heading = Markup("")
        shown = members
        if wanted is not None:
            heading = Markup("<h2>{}</h2>\n").format(wanted)
            shown = [member for member in members if member["instrument"] == wanted]
        return str(PAGE.format(heading=heading, items=Markup("").join(map(_item, shown))))

    return app
