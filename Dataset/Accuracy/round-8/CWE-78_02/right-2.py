import asyncio
from asyncio.subprocess import DEVNULL, PIPE
from http import HTTPStatus

from flask import Blueprint, Flask, request
from flask.views import MethodView

NUMBERS = {str(number): number for number in range(1, 51)}


class Failed(Exception):
    def __init__(self, status):
        super().__init__(status)
        self.status = status


class Label:
    __slots__ = ("text", "copies")

    def __init__(self, form):
        try:
            self.text, self.copies = form["text"].encode(), NUMBERS[form["copies"]]
        except (KeyError, UnicodeError):
            raise Failed(HTTPStatus.BAD_REQUEST) from None
        if b"\0" in self.text or len(form["text"].splitlines()) > 1 or len(form["text"]) > 80:
            raise Failed(HTTPStatus.BAD_REQUEST)

    def __iter__(self):
        yield from (b"labelprint", b"--copies", b"%d" % self.copies, b"--text", self.text)


async def start(label):
    try:
        process = await asyncio.create_subprocess_exec(*label, stdin=DEVNULL, stdout=PIPE)
    except OSError as error:
        raise Failed(HTTPStatus.BAD_GATEWAY) from error
    printed, _ = await process.communicate()
    if process.returncode:
        raise Failed(HTTPStatus.BAD_GATEWAY)
    return printed.decode("utf-8", "replace")


class Labels(MethodView):
    def post(self):
        match asyncio.run(start(Label(request.form))).split():
            case ["job", number, *_] if number.isascii() and number.isdigit():
                return {"job": int(number)}
        raise Failed(HTTPStatus.BAD_GATEWAY)


def create_app():
    app, routes = Flask(__name__), Blueprint("labels", __name__)
    routes.add_url_rule("/labels", view_func=Labels.as_view("labels"))
    routes.register_error_handler(Failed, lambda failed: (failed.status.phrase, failed.status))
    app.register_blueprint(routes)
    return app
