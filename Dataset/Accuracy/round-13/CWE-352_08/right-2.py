"""Capability forms: each shown form leaves a random ticket in the books, for one member, one login, one deed (and one draft)."""
import hmac
import secrets
from collections import namedtuple
from itertools import count
from threading import Lock
from xml.etree.ElementTree import Element, SubElement, tostring

from flask import Flask, redirect, request, session

Ticket = namedtuple("Ticket", "member login deed draft")
Draft = namedtuple("Draft", "number photo caption")


def create_app(members):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(64)
    tickets: dict[str, Ticket] = {}
    drafts: dict[str, Draft] = {}
    entered: list[tuple[str, Draft]] = []
    numbers = count(1)
    lock = Lock()

    # -- pages -------------------------------------------------------------

    def page(*parts):
        root = Element("html")
        SubElement(SubElement(root, "head"), "title").text = "Lighthouses"
        body = SubElement(root, "body")
        body.extend(parts)
        return app.response_class("<!doctype html>\n" + tostring(root, encoding="unicode", method="html"),
                                  headers={"Cache-Control": "no-store", "Content-Type": "text/html; charset=utf-8",
                                           "Content-Security-Policy": "frame-ancestors 'none'"})

    def form(action, label, *inputs, **attributes):
        node = Element("form", action=action, method="post", **attributes)
        for kind, name, value in inputs:
            SubElement(node, "input", {"type": kind, "name": name, **({"value": value} if value else {})})
        SubElement(node, "button", type="submit").text = label
        return node

    def ticket(deed, draft=None):
        key = secrets.token_urlsafe(24)
        tickets[key] = Ticket(session["member"], session["login"], deed, draft)
        return "hidden", "ticket", key

    def ours(deed, draft=None):
        """Was the form that was sent shown here, to her, for this?"""
        found = tickets.get(request.form.get("ticket"))
        return found == Ticket(session["member"], session["login"], deed, draft)

    # -- addresses: a table, and one door for all --------------------------

    def login():
        if request.method != "POST":
            return page(form("/login", "Log in", ("text", "name", None), ("password", "password", None)))
        name, password = request.form.get("name"), request.form.get("password")
        if name is None or password is None or name not in members \
                or not hmac.compare_digest(members[name].encode(), password.encode()):
            return "wrong name or password", 401
        session.clear()
        session["member"], session["login"] = name, secrets.token_urlsafe(18)
        return redirect("/photos")

    def photos():
        if request.method != "POST":
            return page(form("/photos", "Upload", ticket("photos"), ("file", "photo", None),
                             ("text", "caption", None), enctype="multipart/form-data"))
        if not ours("photos"):
            return "not from our form", 400
        photo = request.files.get("photo")
        if photo is None or photo.filename == "":
            return "without a file", 400
        drafts[session["member"]] = Draft(next(numbers), photo.read(), request.form.get("caption", ""))
        return redirect("/preview")

    def preview():
        draft = drafts.get(session["member"])
        if draft is None:
            return redirect("/photos")
        head = Element("h2")
        head.text = draft.caption
        return page(head, Element("img", src="/draft", alt=""),
                    form("/enter", "Enter it", ticket("enter", draft.number)),
                    form("/discard", "Discard", ticket("discard", draft.number)))

    def draft():
        mine = drafts.get(session["member"])
        if mine is None:
            return "no draft", 404
        return app.response_class(mine.photo, content_type="image/jpeg")

    def settle(deed, then):
        mine = drafts.get(session["member"])
        if mine is None:
            return redirect("/photos")
        if not ours(deed, mine.number):
            return redirect("/preview")         # look again at what it is now
        then(session["member"], drafts.pop(session["member"]))
        return redirect("/photos")

    def enter():
        return settle("enter", lambda *what: entered.append(what))

    def discard():
        return settle("discard", lambda *what: None)

    def calendar():
        return [{"member": m, "caption": d.caption, "size": len(d.photo)} for m, d in entered]

    table = {"/login": (login, "GET POST"), "/photos": (photos, "GET POST"), "/preview": (preview, "GET"),
             "/draft": (draft, "GET"), "/enter": (enter, "POST"), "/discard": (discard, "POST"),
             "/calendar": (calendar, "GET")}

    @app.route("/", defaults={"path": ""}, methods=["GET", "POST"])
    @app.route("/<path:path>", methods=["GET", "POST"])
    def door(path):
        view, methods = table.get("/" + path, (None, ""))
        if view not in (login, calendar) and not {"member", "login"} <= session.keys():
            return redirect("/login")
        if view is None:
            return "nothing here", 404
        if request.method not in methods.replace("GET", "GET HEAD").split():
            return "not like this", 405
        with lock:
            return view()

    return app
