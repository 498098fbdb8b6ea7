import hmac
import itertools
import secrets

from flask import Flask, Response, abort, jsonify, redirect, request, session
from markupsafe import escape


def create_app(members):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    members = dict(members)
    key = secrets.token_bytes(32)
    numbers = itertools.count(1)
    drafts = {}                 # member -> (number, photo, caption)
    calendar = []

    def token(action, member, number=""):
        """What only this member's own form for this action (and draft) has in it."""
        return hmac.new(key, f"{action}:{member}{number}".encode(), "sha256").hexdigest()

    def check(*what):
        if not hmac.compare_digest(token(*what).encode(), request.form.get("token", "").encode()):
            abort(403)

    def field(*what):
        return f'<input type="hidden" name="token" value="{token(*what)}">'

    @app.before_request
    def only_members():
        if request.path not in ("/login", "/calendar") and session.get("member") not in members:
            return redirect("/login")

    @app.get("/login")
    def login_form():
        return ('<!doctype html><form action="/login" method="post"><input name="name">'
                '<input name="password" type="password"><button>Log in</button></form>')

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in members or not hmac.compare_digest(members[name].encode(), password.encode()):
            return "wrong name or password", 401
        session.clear()
        session["member"] = name
        return redirect("/photos")

    @app.get("/photos")
    def photos():
        return ('<!doctype html><form action="/photos" method="post" enctype="multipart/form-data">'
                + field("photos", session["member"])
                + '<input type="file" name="photo"><input name="caption"><button>Upload</button></form>')

    @app.post("/photos")
    def upload():
        member = session["member"]
        check("photos", member)
        photo = request.files.get("photo")
        if photo is None or not photo.filename:
            abort(400)
        drafts[member] = (next(numbers), photo.read(), request.form.get("caption", ""))
        return redirect("/preview")

    @app.get("/preview")
    def preview():
        member = session["member"]
        if member not in drafts:
            return redirect("/photos")
        number, _, caption = drafts[member]
        return (f'<!doctype html><h2>{escape(caption)}</h2><img src="/draft" alt="">'
                f'<form action="/enter" method="post">{field("enter", member, number)}'
                '<button>Enter it</button></form>'
                f'<form action="/discard" method="post">{field("discard", member, number)}'
                '<button>Discard</button></form>')

    @app.get("/draft")
    def draft():
        if session["member"] not in drafts:
            abort(404)
        return Response(drafts[session["member"]][1], mimetype="image/jpeg")

    @app.post("/enter")
    def enter():
        member = session["member"]
        if member in drafts:
            number, photo, caption = drafts[member]
            check("enter", member, number)
            del drafts[member]
            calendar.append({"member": member, "caption": caption, "size": len(photo)})
        return redirect("/photos")

    @app.post("/discard")
    def discard():
        member = session["member"]
        if member in drafts:
            check("discard", member, drafts[member][0])
            del drafts[member]
        return redirect("/photos")

    @app.get("/calendar")
    def show_calendar():
        return jsonify(calendar)

    return app
