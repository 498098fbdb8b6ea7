import hashlib
import hmac
import secrets

from flask import Flask, Response, jsonify, redirect, request, session
from markupsafe import Markup


def create_app(members):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    form_key = secrets.token_bytes(32)
    drafts = {}         # member: (serial, bytes, caption)
    serials = {}        # member: how many drafts she has had
    calendar = []

    def token(purpose, member, serial=None):
        """What only a form for this member, and this draft of hers, has."""
        mac = hmac.new(form_key, purpose.encode(), hashlib.sha256)
        mac.update(member.encode("utf-8", "surrogatepass"))
        if serial is not None:
            mac.update(str(serial).encode())
        return mac.hexdigest()

    def genuine(*what):
        sent = request.form.get("token", "")
        return hmac.compare_digest(sent.encode("utf-8", "replace"), token(*what).encode())

    def form(action, body, button, value="", kind=""):
        return Markup(
            '<form action="{}" method="post"{}>'
            '<input type="hidden" name="token" value="{}">{}'
            '<button>{}</button></form>').format(action, kind, value, body, button)

    @app.before_request
    def logged_in():
        if request.path not in ("/login", "/calendar") and session.get("member") not in members:
            return redirect("/login")

    @app.get("/login")
    def login_form():
        return Markup('<!doctype html><form action="/login" method="post"><input name="name">'
                      '<input name="password" type="password"><button>Log in</button></form>')

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        known = members.get(name)
        if known is None or not hmac.compare_digest(
                known.encode("utf-8", "replace"), password.encode("utf-8", "replace")):
            return "Wrong name or password", 401
        session.clear()
        session["member"] = name
        return redirect("/photos")

    @app.get("/photos")
    def photos_form():
        return "<!doctype html>" + form(
            "/photos", Markup('<input type="file" name="photo"><input name="caption">'),
            "Upload", token("photos", session["member"]),
            Markup(' enctype="multipart/form-data"'))

    @app.post("/photos")
    def photos():
        member = session["member"]
        if not genuine("photos", member):
            return "Please use our form", 403
        photo = request.files.get("photo")
        if photo is None or not photo.filename:
            return "No photograph", 400
        serials[member] = serials.get(member, 0) + 1
        drafts[member] = serials[member], photo.read(), request.form.get("caption", "")
        return redirect("/preview")

    @app.get("/preview")
    def preview():
        member = session["member"]
        if member not in drafts:
            return redirect("/photos")
        serial, _, caption = drafts[member]
        page = Markup("<!doctype html><h2>{}</h2><img src=\"/draft\">").format(caption)
        return (page + form("/enter", "", "Enter it", token("enter", member, serial))
                + form("/discard", "", "Discard", token("discard", member, serial)))

    @app.get("/draft")
    def draft():
        if session["member"] not in drafts:
            return "No draft", 404
        return Response(drafts[session["member"]][1], mimetype="image/jpeg")

    @app.post("/enter")
    def enter():
        member = session["member"]
        if member in drafts:
            serial, data, caption = drafts[member]
            if not genuine("enter", member, serial):
                return "Please look at your draft again", 403
            del drafts[member]
            calendar.append({"member": member, "caption": caption, "size": len(data)})
        return redirect("/photos")

    @app.post("/discard")
    def discard():
        member = session["member"]
        if member in drafts:
            if not genuine("discard", member, drafts[member][0]):
                return "Please look at your draft again", 403
            del drafts[member]
        return redirect("/photos")

    @app.get("/calendar")
    def show_calendar():
        return jsonify(calendar)

    return app
