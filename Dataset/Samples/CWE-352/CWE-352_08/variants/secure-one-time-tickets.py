import hmac
import uuid
from functools import wraps
from html import escape

from flask import Blueprint, Flask, Response, current_app, jsonify, make_response, redirect, request, session

pages = Blueprint("pages", __name__)


class Member:
    def __init__(self, name, password):
        self.name, self.password = name, password
        self.draft = None


def form(action, content, more=""):
    return f'<form action="{action}" method="post" {more}>{content}</form>'


def ticket(action):
    """A hidden field that is good for one action, in this login."""
    made = hmac.new(session["secret"].encode(), action.encode(), "sha256").hexdigest()
    return f'<input type="hidden" name="ticket-{action[1:]}" value="{made}">'


def for_members(view):
    @wraps(view)
    def seen(*given):
        who = current_app.config["MEMBERS"].get(session.get("who"))
        if not who:
            return redirect("/login")
        if request.method == "POST" and f'value="{request.form.get("ticket-" + request.path[1:])}"' not in ticket(request.path):
            return "This form was not made for you", 403
        return view(who, *given)

    return seen


@pages.route("/login", methods=["GET", "POST"])
def login():
    if request.method == "GET":
        return form("/login", '<input name="name"><input name="password" type="password"><button>In</button>')
    member = current_app.config["MEMBERS"].get(request.form.get("name"))
    if member is None or request.form.get("password") != member.password:
        return "No", 401
    session["who"], session["secret"] = member.name, uuid.uuid4().hex
    return redirect("/photos")


@pages.get("/photos")
@for_members
def photos(who):
    fields = '<input type="file" name="photo"><input name="caption"><button>Send</button>'
    return form("/photos", ticket("/photos") + fields, 'enctype="multipart/form-data"')


@pages.post("/photos")
@for_members
def upload(who):
    if not (photo := request.files.get("photo")):
        return "No photograph", 400
    who.draft = {"member": who.name, "caption": request.form.get("caption", ""), "photo": photo.stream.read()}
    return redirect("/preview")


@pages.get("/preview")
@for_members
def preview(who):
    if not who.draft:
        return redirect("/photos")
    buttons = [("/enter", "Enter it"), ("/discard", "Discard")]
    return f"<h2>{escape(who.draft['caption'])}</h2>" + "".join(form(to, ticket(to) + f"<button>{text}</button>") for to, text in buttons)


@pages.get("/draft")
@for_members
def draft(who):
    return Response(who.draft["photo"], content_type="image/jpeg") if who.draft else make_response("None", 404)


@pages.post("/enter")
@for_members
def enter(who):
    if who.draft:
        current_app.config["CALENDAR"].append(who.draft)
    who.draft = None
    return redirect("/photos")


@pages.post("/discard")
@for_members
def discard(who):
    who.draft = None
    return redirect("/photos")


@pages.get("/calendar")
def calendar():
    entries = current_app.config["CALENDAR"]
    return jsonify([{"member": one["member"], "caption": one["caption"], "size": len(one["photo"])} for one in entries])


def create_app(members):
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=uuid.uuid4().bytes + uuid.uuid4().bytes,
        MEMBERS={name: Member(name, password) for name, password in members.items()},
        CALENDAR=[],
    )
    app.register_blueprint(pages)
    return app
