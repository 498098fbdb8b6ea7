import base64
import hashlib
import hmac
import html
import json
import secrets
from threading import RLock

from flask import Flask, current_app, g, jsonify, make_response, redirect, request, session
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, Forbidden, NotFound


class Shelf:
    def __init__(self):
        self.lock = RLock()
        self.drafts = {}
        self.calendar = []


def page(*parts):
    return "<!DOCTYPE html><html><head><title>Calendar</title></head><body>" + "".join(parts) + "</body></html>"


class Member(MethodView):
    """Whatever is for members only. A form carries its purpose, signed: action, login, draft."""

    def __init__(self, shelf, members):
        self.shelf, self.members = shelf, members

    @staticmethod
    def sign(body):
        return hmac.digest(current_app.secret_key.encode(), b"form " + body, "sha256")

    def seal(self, action, about=""):
        body = json.dumps([action, session["member"], session["login"], about]).encode()
        return '<input type="hidden" name="seal" value="%s">' % base64.urlsafe_b64encode(self.sign(body) + body).decode()

    def opened(self, action):
        """What the form is about, if it is this login's own for this action."""
        try:
            sealed = base64.urlsafe_b64decode(request.form.get("seal", ""))
        except ValueError:
            raise Forbidden from None
        mark, body = sealed[:32], sealed[32:]
        if not hmac.compare_digest(mark, self.sign(body)):
            raise Forbidden
        words = json.loads(body)
        if words[:3] != [action, session["member"], session["login"]]:
            raise Forbidden
        return words[3]

    def dispatch_request(self, **kwargs):
        if session.get("member") not in self.members or "login" not in session:
            return redirect("/login")
        g.member = session["member"]
        with self.shelf.lock:
            return super().dispatch_request(**kwargs)


class Login(MethodView):
    def __init__(self, members):
        self.members = members

    def get(self):
        return page("<form action='/login' method='post'><p><input name='name'><p>"
                    "<input name='password' type='password'><p><input type='submit' value='Go'></form>")

    def post(self):
        name, word = request.form.get("name"), request.form.get("password")
        if name is None or word is None or self.members.get(name) != word:
            return make_response(self.get(), 401)
        session.clear()
        session.update(member=name, login=secrets.token_hex(16))
        return redirect("/photos", 303)


class Photos(Member):
    def get(self):
        return page("<form action='/photos' method='post' enctype='multipart/form-data'>", self.seal("photos"),
                    "<input type='file' name='photo'><input type='text' name='caption'>",
                    "<button type='submit'>Upload</button></form>")

    def post(self):
        self.opened("photos")
        photo = request.files.get("photo")
        if photo is None or not photo.filename:
            raise BadRequest
        self.shelf.drafts[g.member] = {"id": secrets.token_hex(8), "bytes": photo.stream.read(),
                                       "caption": request.form.get("caption", "")}
        return redirect("/preview", 303)


class Preview(Member):
    def get(self):
        draft = self.shelf.drafts.get(g.member)
        if not draft:
            return redirect("/photos")
        forms = ["<form action='/%s' method='post'>%s<button type='submit'>%s</button></form>"
                 % (action, self.seal(action, draft["id"]), label)
                 for action, label in (("enter", "Enter it"), ("discard", "Discard"))]
        return page("<h2>", html.escape(draft["caption"]), "</h2><img src='/draft'>", *forms)


class Draft(Member):
    def get(self):
        if g.member not in self.shelf.drafts:
            raise NotFound
        answer = make_response(self.shelf.drafts[g.member]["bytes"])
        answer.mimetype = "image/jpeg"
        return answer


class Decision(Member):
    def __init__(self, shelf, members, action):
        super().__init__(shelf, members)
        self.action = action

    def post(self):
        about = self.opened(self.action)
        draft = self.shelf.drafts.get(g.member)
        if draft and draft["id"] != about:
            return redirect("/preview", 303)        # another one meanwhile: look first
        if draft:
            del self.shelf.drafts[g.member]
            if self.action == "enter":
                self.shelf.calendar.append({"member": g.member, "caption": draft["caption"],
                                            "size": len(draft["bytes"])})
        return redirect("/photos", 303)


def create_app(members):
    app = Flask("calendar_of_the_society")
    app.secret_key = hashlib.sha256(secrets.token_bytes(64)).hexdigest()
    members, shelf = dict(members), Shelf()
    app.add_url_rule("/login", view_func=Login.as_view("login", members))
    for cls in (Photos, Preview, Draft):
        name = cls.__name__.lower()
        app.add_url_rule("/" + name, view_func=cls.as_view(name, shelf, members))
    for action in ("enter", "discard"):
        app.add_url_rule("/" + action, view_func=Decision.as_view(action, shelf, members, action))
    app.add_url_rule("/calendar", view_func=lambda: jsonify(shelf.calendar), endpoint="calendar")

    @app.errorhandler(404)
    @app.errorhandler(405)
    def elsewhere(error):
        if request.path != "/calendar" and session.get("member") not in members:
            return redirect("/login")
        return error

    return app
