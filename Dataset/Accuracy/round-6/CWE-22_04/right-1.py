import os
from collections import ChainMap
from functools import cached_property
from string import Template

from flask import Flask, current_app, jsonify, make_response, request
from werkzeug.exceptions import NotFound


class Braces(Template):
    delimiter = "{"
    pattern = r"""
    \{(?P<named>dog|owner)\} |
    (?P<escaped>(?!)) | (?P<braced>(?!)) | (?P<invalid>(?!))
    """


class Shelf:
    """What lies in the folder during one request."""

    def __init__(self, root, language):
        self.root, self.language = root, language

    def _texts(self, wanted):
        with os.scandir(self.root) as folders:
            match = [entry.path for entry in folders if entry.name == wanted and entry.is_dir()]
        texts = {}
        for path in match:
            with os.scandir(path) as files:
                texts.update((e.name[:-4], e.path) for e in files if e.name.endswith(".txt") and e.is_file())
        return texts

    @cached_property
    def all(self):
        return ChainMap(self._texts(self.language), self._texts("en"))


def create_app(folder):
    app = Flask(__name__)
    app.config["SHELF"] = lambda: Shelf(os.path.abspath(folder), request.args.get("language"))
    app.add_url_rule("/diploma", view_func=diploma)
    app.add_url_rule("/courses", view_func=courses)
    return app


def diploma():
    try:
        path = current_app.config["SHELF"]().all[request.args.get("course")]
        with open(path, "rb") as file:
            text = str(file.read(), "utf-8")
    except (KeyError, FileNotFoundError):
        raise NotFound() from None
    names = {key: request.args.get(key, "") for key in ("dog", "owner")}
    return make_response(Braces(text).substitute(names), {"Content-Type": "text/plain; charset=utf-8"})


def courses():
    return jsonify(sorted(current_app.config["SHELF"]().all))
