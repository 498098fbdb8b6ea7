import secrets
from dataclasses import dataclass, field

from flask import Flask, jsonify, make_response, redirect, request, session
from flask.views import MethodView
from markupsafe import Markup
from werkzeug.exceptions import Forbidden, NotFound


@dataclass
class Draft:
    data: bytes
    caption: str


@dataclass
class Member:
    name: str
    password: str
    draft: "Draft | None" = None
    # tickets that the forms carry which were shown to this member: ticket -> what it is good for
    tickets: dict = field(default_factory=dict)

    def ticket(self, action, draft=None):
        for known, (what, about) in self.tickets.items():
            if what == action and about is draft:
                return known
        fresh = secrets.token_hex(24)
        self.tickets[fresh] = (action, draft)
        return fresh

    def redeem(self, action):
        what, about = self.tickets.get(request.form.get("ticket"), (None, None))
        if what != action:
            raise Forbidden("this is not a form of ours")
        return about

    def forget(self):
        """The draft is gone, with it the forms about it."""
        self.tickets = {t: w for t, w in self.tickets.items() if w[1] is None}
        self.draft = None


def page(*parts):
    return "<!DOCTYPE html>\n<html><body>" + Markup("").join(parts) + "</body></html>"


def form(action, ticket, fields, button, more=Markup("")):
    hidden = Markup('<input type="hidden" name="ticket" value="{}">').format(ticket) if ticket else Markup("")
    return Markup('<form method="post" action="{}"{}>{}{}<button type="submit">{}</button></form>').format(
        action, more, hidden, fields, button)


class Base(MethodView):
    init_every_request = False

    def __init__(self, society, calendar):
        self.society, self.calendar = society, calendar

    def dispatch_request(self, **values):
        self_member = self.society.get(session.get("who"))
        if self_member is None and not getattr(self, "public", False):
            return redirect("/login", 303)
        return super().dispatch_request(member=self_member, **values)


class Login(Base):
    public = True

    def get(self, member):
        return page(form("/login", None, Markup('<input name="name"><input type="password" name="password">'), "Log in"))

    def post(self, member):
        found = self.society.get(request.form.get("name"))
        given = request.form.get("password", "").encode("utf-8", "surrogatepass")
        if found is None or not secrets.compare_digest(found.password.encode("utf-8", "surrogatepass"), given):
            return page(Markup("<p>No.</p>")), 401
        session.clear()
        session["who"] = found.name
        return redirect("/photos", 303)


class Photos(Base):
    def get(self, member):
        return page(form("/photos", member.ticket("photos"),
                         Markup('<input type="file" name="photo"><input type="text" name="caption">'),
                         "Upload", Markup(' enctype="multipart/form-data"')))

    def post(self, member):
        member.redeem("photos")
        photo = request.files.get("photo")
        if photo is None or photo.filename in (None, ""):
            return page(Markup("<p>There is no file.</p>")), 400
        member.forget()
        member.draft = Draft(photo.stream.read(), request.form.get("caption", ""))
        return redirect("/preview", 303)


class Preview(Base):
    def get(self, member):
        draft = member.draft
        if draft is None:
            return redirect("/photos", 303)
        return page(Markup("<h2>{}</h2>").format(draft.caption),
                    form("/enter", member.ticket("enter", draft), "", "Enter it"),
                    form("/discard", member.ticket("discard", draft), "", "Discard"))


class Picture(Base):
    def get(self, member):
        if member.draft is None:
            raise NotFound
        answer = make_response(member.draft.data)
        answer.headers["Content-Type"] = "image/jpeg"
        return answer


class Enter(Base):
    def post(self, member):
        if member.redeem("enter") is member.draft:
            draft = member.draft
            member.forget()
            self.calendar.append((member.name, draft))
        return redirect("/photos", 303)


class Discard(Base):
    def post(self, member):
        if member.redeem("discard") is member.draft:
            member.forget()
        return redirect("/photos", 303)


class Calendar(Base):
    public = True

    def get(self, member):
        return jsonify([dict(member=name, caption=one.caption, size=len(one.data)) for name, one in self.calendar])


def create_app(members):
    app = Flask("calendar_app", static_folder=None)
    app.secret_key = secrets.token_hex(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Strict")
    shared = ({name: Member(name, password) for name, password in members.items()}, [])
    for path, view in {"/login": Login, "/photos": Photos, "/preview": Preview, "/draft": Picture,
                       "/enter": Enter, "/discard": Discard, "/calendar": Calendar}.items():
        app.add_url_rule(path, view_func=view.as_view(view.__name__, *shared))

    @app.after_request
    def own_frames_only(answer):
        answer.headers.update({"X-Frame-Options": "DENY", "Cache-Control": "no-store",
                               "X-Content-Type-Options": "nosniff"})
        return answer

    return app
