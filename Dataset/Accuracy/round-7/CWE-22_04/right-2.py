import functools
import json
import logging
import pathlib

import flask

log = logging.getLogger(__name__)


def children(folder, wanted):
    """Yields what really lies directly in a folder and is called `wanted`; None means all."""
    for child in sorted(pathlib.Path(folder).iterdir()):
        if wanted in (None, child.name):
            yield child


def templates(folder, language, course=None):
    file = None if course is None else f"{course}.txt"
    for place in children(folder, language):
        if not place.is_dir():
            continue
        yield from (t for t in children(place, file) if t.name[-4:] == ".txt" and t.is_file())


def plain_text(view):
    @functools.wraps(view)
    def inner():
        try:
            text = next(view())
        except StopIteration:
            log.info("nothing for %r", flask.request.args)
            flask.abort(404)
        response = flask.make_response(text)
        response.mimetype = "text/plain"
        return response
    return inner


def create_app(folder):
    app = flask.Flask(__name__)

    def languages():
        return dict.fromkeys([flask.request.args.get("language") or "en", "en"])

    @app.route("/diploma", methods=["GET"])
    @plain_text
    def diploma():
        course = flask.request.args.get("course")
        if course is None:
            return
        dog, owner = (flask.request.args.get(k, "") for k in ("dog", "owner"))
        for language in languages():
            for template in templates(folder, language, course):
                pieces = template.read_bytes().decode("utf-8").split("{dog}")
                yield dog.join(owner.join(piece.split("{owner}")) for piece in pieces)

    @app.route("/courses", methods=["GET"])
    def courses():
        names = {t.name[:-4] for language in languages() for t in templates(folder, language)}
        return flask.Response(json.dumps(sorted(names)), content_type="application/json")

    return app
