"""Method views; forms are sealed with itsdangerous for one session and one purpose; pages from MarkupSafe."""
import secrets
import threading

from flask import Flask, jsonify, redirect, request, session, Response
from flask.views import MethodView
from itsdangerous import BadData, URLSafeSerializer
from markupsafe import Markup


def html(*pieces):
    return Response(Markup("<!DOCTYPE html><html><body>{}</body></html>").format(Markup("\n").join(pieces)),
                    mimetype="text/html", headers={"Cache-Control": "no-store"})


def field(name, kind="text", value=None):
    if value is None:
        return Markup('<input type="{}" name="{}">').format(kind, name)
    return Markup('<input type="{}" name="{}" value="{}">').format(kind, name, value)


def form(action, label, *fields, enctype="application/x-www-form-urlencoded"):
    return Markup('<form method="post" action="{}" enctype="{}">{}<button type="submit">{}</button></form>').format(
        action, enctype, Markup("").join(fields), label)


class Society:
    """Everything that is kept, behind one lock."""

    def __init__(self, members):
        self.members = members
        self.lock = threading.RLock()
        self.drafts = {}
        self.entries = []
        self.sealer = URLSafeSerializer(secrets.token_bytes(32), salt="form")

    def admits(self, name, password):
        return any(n == name and secrets.compare_digest(p.encode(), password.encode())
                   for n, p in self.members.items())

    def seal(self, purpose):
        return self.sealer.dumps([session["who"], session["nonce"], purpose])

    def sealed(self, purpose):
        try:
            return self.sealer.loads(request.form.get("seal", "")) == [session["who"], session["nonce"], purpose]
        except BadData:
            return False


class Page(MethodView):
    init_every_request = False

    def __init__(self, society):
        self.society = society


class Inner(Page):
    """For members; a post needs the seal of the form for this very address."""
    purpose = None

    def dispatch_request(self, **kwargs):
        if session.get("who") not in self.society.members or "nonce" not in session:
            return redirect("/login", 303)
        if request.method not in ("GET", "HEAD", "OPTIONS") and not self.society.sealed(self.purpose):
            return Response("This form was not ours.", 403, mimetype="text/plain")
        with self.society.lock:
            return super().dispatch_request(**kwargs)


class Login(Page):
    def get(self):
        return html(form("/login", "Log in", field("name"), field("password", "password")))

    def post(self):
        name, password = (request.form.get(k, "") for k in ("name", "password"))
        if not self.society.admits(name, password):
            return html(Markup("<p>No.</p>")), 401
        session.clear()
        session.update(who=name, nonce=secrets.token_hex(16))
        return redirect("/photos", 303)


class Photos(Inner):
    purpose = "photos"

    def get(self):
        return html(form("/photos", "Look at it", field("seal", "hidden", self.society.seal("photos")),
                         field("photo", "file"), field("caption"), enctype="multipart/form-data"))

    def post(self):
        file = request.files.get("photo")
        if not file or not file.filename:
            return Response("No photograph.", 400, mimetype="text/plain")
        self.society.drafts[session["who"]] = (request.form.get("caption", ""), file.stream.read())
        return redirect("/preview", 303)


class Preview(Inner):
    def get(self):
        draft = self.society.drafts.get(session["who"])
        if draft is None:
            return redirect("/photos", 303)
        return html(Markup("<h2>{}</h2>").format(draft[0]), Markup('<img src="/draft" alt="your photograph">'),
                    *(form("/" + what, label, field("seal", "hidden", self.society.seal(what)))
                      for what, label in (("enter", "Enter it"), ("discard", "Discard"))))


class Draft(Inner):
    def get(self):
        draft = self.society.drafts.get(session["who"])
        if draft is None:
            return Response("None.", 404, mimetype="text/plain")
        return Response(draft[1], mimetype="image/jpeg", headers={"Cache-Control": "no-store"})


class Enter(Inner):
    purpose = "enter"

    def post(self):
        draft = self.society.drafts.pop(session["who"], None)
        if draft is not None:
            self.society.entries.append(dict(member=session["who"], caption=draft[0], size=len(draft[1])))
        return redirect("/photos", 303)


class Discard(Inner):
    purpose = "discard"

    def post(self):
        self.society.drafts.pop(session["who"], None)
        return redirect("/photos", 303)


class Calendar(Page):
    def get(self):
        return jsonify(self.society.entries)


def create_app(members):
    app, society = Flask(__name__), Society(members)
    app.secret_key = secrets.token_hex(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax")
    for view in (Login, Photos, Preview, Draft, Enter, Discard, Calendar):
        path = "/" + view.__name__.lower()
        app.add_url_rule(path, view_func=view.as_view(path[1:], society))

    @app.errorhandler(404)
    @app.errorhandler(405)
    def elsewhere(error):
        known = session.get("who") in members
        return error if known or request.path in ("/login", "/calendar") else redirect("/login", 303)

    return app
