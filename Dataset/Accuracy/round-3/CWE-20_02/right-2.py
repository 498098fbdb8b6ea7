import logging

from flask import Flask, Response, json, request
from flask.views import MethodView

NIGHT = {("lake"): 24_00, ("wood"): 18_00}
# Every party that fits on a pitch, with what it pays a night.
PARTIES = {(a, c): a * 900 + c * 400 for a in range(1, 7) for c in range(0, 7 - a)}
log = logging.getLogger(__name__)


class Refused(Exception):
    pass


def integers(body, *names):
    for name in names:
        value = body.get(name)
        if value.__class__ is not int:
            raise Refused(400)
        yield value


class Bookings(MethodView):
    def __init__(self, entries):
        self.entries = entries

    def post(self):
        body = request.get_json(silent=True)
        try:
            if not isinstance(body, dict):
                raise Refused(400)
            nights, adults, children = integers(body, "nights", "adults", "children")
            party = PARTIES.get((adults, children))
            if party is None or nights < 1 or nights > 28:
                raise Refused(400)
            pitch = body.get("pitch")
            if not isinstance(pitch, str) or pitch not in NIGHT:
                raise Refused(404)
        except Refused as refusal:
            log.info("refused with %s", refusal)
            return Response(status=refusal.args[0])
        total = nights * (NIGHT[pitch] + party)
        entry = dict(pitch=pitch, nights=nights, adults=adults, children=children, total=total)
        self.entries.append(entry)
        number = next(i for i, e in enumerate(self.entries, 1) if e is entry)
        return {"number": number, "total": total}, 201

    def get(self):
        rows = [{"number": i, **e} for i, e in enumerate(self.entries, 1)]
        return Response(json.dumps(rows), mimetype="application/json")


def create_app():
    app = Flask(__name__)
    app.add_url_rule("/bookings", view_func=Bookings.as_view("bookings", []))
    return app
