"""A drawing is kept as a flat list of events in a JSON file, and is written out as ASCII by hand.

    ["start", name, attributes], ["text", text], ["end"]
"""
import json
import os
import tempfile
from fcntl import LOCK_EX, flock
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from flask import Flask, abort, request
from werkzeug.exceptions import BadRequest

SPACE = "http://www.w3.org/2000/svg"
NAMES = "svg g path rect circle ellipse line polyline polygon title".split()
KEYS = ("version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d transform fill stroke "
        "stroke-width id").split()


class Recorder:
    """Target of the parser; what stands in unknown elements is left out with them."""

    def __init__(self):
        self.events, self.skipping, self.begun = [], 0, False

    def start(self, tag, attributes):
        space, _, name = tag.rpartition("}")
        if not self.begun and (space, name) != ("{" + SPACE, "svg"):
            raise BadRequest("no svg")
        self.begun = True
        if self.skipping or space != "{" + SPACE or name not in NAMES:
            self.skipping += 1
        else:
            self.events.append(["start", name, {k: v for k, v in attributes.items() if k in KEYS}])

    def end(self, tag):
        if self.skipping:
            self.skipping -= 1
        else:
            self.events.append(["end"])

    def data(self, text):
        if not self.skipping:
            self.events.append(["text", text])

    def close(self):
        return self.events


def events_of(data):
    parser = DefusedXMLParser(target=Recorder(), forbid_dtd=True, forbid_entities=True, forbid_external=True)
    try:
        parser.feed(data)
        return parser.close()
    except (ParseError, DefusedXmlException, LookupError, ValueError):
        raise BadRequest("no drawing") from None


def legal(char):
    code = ord(char)
    return code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF


def quoted(text):
    return "".join(c if c.isascii() and (c.isalnum() or c in " .,-+#()/:;%") else f"&#{ord(c)};"
                   for c in text if legal(c))


def written(events):
    names = []
    for kind, *event in events:
        if kind == "start":
            name, attributes = event
            yield f"<{name}" + ("" if names else f' xmlns="{SPACE}"')
            yield "".join(f' {key}="{quoted(value)}"' for key, value in attributes.items()) + ">"
            names.append(name)
        elif kind == "end":
            yield f"</{names.pop()}>"
        else:
            yield quoted(event[0])


def entitled(events, text):
    """The events with another title: where the first child begins, or the root ends."""
    place = next(i for i, event in enumerate(events) if i and event[0] != "text")
    rest = events[place:]
    if rest[0][:2] == ["start", "title"]:
        depth = 0
        while True:
            kind = rest.pop(0)[0]
            depth += (kind == "start") - (kind == "end")
            if not depth:
                break
    return [*events[:place], ["start", "title", {}], ["text", text], ["end"], *rest]


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    folder = os.path.abspath(folder)

    def path(number):
        # only what a listing of the folder has is opened
        name = number + ".json"
        return os.path.join(folder, name) if name in os.listdir(folder) else abort(404)

    def load(number):
        with open(path(number), encoding="ascii") as file:
            return json.load(file)

    def replace(number, events):
        handle, draft = tempfile.mkstemp(dir=folder, suffix=".draft")
        with open(handle, "w", encoding="ascii") as file:
            json.dump(events, file)
        os.replace(draft, os.path.join(folder, number + ".json"))

    @app.route("/drawings", methods=["POST"])
    def upload():
        if "drawing" not in request.files:
            abort(400)
        events = events_of(request.files["drawing"].read())
        handle, place = tempfile.mkstemp(dir=folder, prefix="d", suffix=".id")
        os.close(handle)
        number = os.path.basename(place).removesuffix(".id")
        replace(number, events)
        return {"id": number}, 201

    @app.route("/drawings/<number>")
    def show(number):
        return "".join(written(load(number))), {"Content-Type": "image/svg+xml"}

    @app.route("/drawings/<number>/title", methods=["POST"])
    def title(number):
        path(number)
        text = request.form["title"]
        with open(os.path.join(folder, "lock"), "w") as lock:
            flock(lock, LOCK_EX)
            replace(number, entitled(load(number), text))
        return "", 204

    return app
