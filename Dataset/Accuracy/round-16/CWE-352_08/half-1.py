import hashlib
import hmac
import itertools
import secrets

from flask import Flask, Response, jsonify, redirect, request, session
from markupsafe import Markup, escape

PAGE = Markup("<!doctype html><html><head><meta charset=utf-8><title>Calendar</title></head><body>{}</body></html>")


def create_app(members):
    app = Flask(__name__, static_folder=None)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    key = secrets.token_bytes(32)
    numbers = itertools.count(1)
    drafts, calendar = {}, []

    def token(about):
        """What only this application can make."""
        return hmac.new(key, about.encode("utf-8"), hashlib.sha256).hexdigest()

    def right(expected):
        return hmac.compare_digest(request.form.get("token", "").encode("utf-8", "replace"), expected.encode())

    @app.before_request
    def members_only():
        if request.endpoint in ("login_form", "login", "the_calendar", None):
            return None
        if session.get("name") not in members:
            return redirect("/login")
        return None

    @app.after_request
    def no_frames(answer):
        answer.headers["X-Frame-Options"] = "DENY"
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @app.get("/login")
    def login_form():
        return PAGE.format(Markup('<form action="/login" method="post"><input name="name">'
                                  '<input name="password" type="password"><button>Log in</button></form>'))

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in members or not hmac.compare_digest(
                members[name].encode("utf-8", "replace"), password.encode("utf-8", "replace")):
            return "wrong name or password", 401
        session.clear()
        session["name"] = name
        session["token"] = secrets.token_urlsafe(32)
        return redirect("/photos")

    @app.get("/photos")
    def photos():
        return PAGE.format(Markup(
            '<form action="/photos" method="post" enctype="multipart/form-data">'
            '<input type="hidden" name="token" value="{}"><input type="file" name="photo">'
            '<input name="caption"><button>Upload</button></form>').format(session["token"]))

    @app.post("/photos")
    def upload():
        if not right(session["token"]):
            return "please use the form", 403
        photo = request.files.get("photo")
        if photo is None or not photo.filename:
            return "no photograph", 400
        drafts[session["name"]] = (next(numbers), photo.read(), request.form.get("caption", ""))
        return redirect("/preview")

    @app.get("/preview")
    def preview():
        draft = drafts.get(session["name"])
        if draft is None:
            return redirect("/photos")
        # the forms are good for this member and for just this draft
        form = Markup('<form action="/{}" method="post"><input type="hidden" name="token" value="{}">'
                      '<button>{}</button></form>')
        mark = f"{session['name']}{draft[0]}"
        return PAGE.format(Markup('<h2>{}</h2><img src="/draft" alt="">').format(draft[2])
                           + form.format("enter", token("enter:" + mark), "Enter it")
                           + form.format("discard", token("discard:" + mark), "Discard"))

    @app.get("/draft")
    def draft():
        found = drafts.get(session["name"])
        if found is None:
            return "no draft", 404
        return Response(found[1], mimetype="image/jpeg", headers={"X-Content-Type-Options": "nosniff"})

    def take(action):
        found = drafts.get(session["name"])
        if found is None:
            return None
        if not right(token(f"{action}:{session['name']}{found[0]}")):
            return None
        return drafts.pop(session["name"])

    @app.post("/enter")
    def enter():
        found = take("enter")
        if found:
            calendar.append({"member": session["name"], "caption": found[2], "size": len(found[1])})
        return redirect("/photos")

    @app.post("/discard")
    def discard():
        take("discard")
        return redirect("/photos")

    @app.get("/calendar")
    def the_calendar():
        return jsonify(calendar)

    return app
