import os
import re

from flask import Flask, current_app, jsonify, request
from flask.views import View


class Refused(Exception):
    def __init__(self, status, why):
        super().__init__(why)
        self.status = status


def run(*argv):
    """Start a program without a shell and return its exit status and output."""
    reader, writer = os.pipe()
    try:
        pid = os.posix_spawnp(argv[0], argv, os.environ, file_actions=[
            (os.POSIX_SPAWN_DUP2, writer, 1), (os.POSIX_SPAWN_CLOSE, reader), (os.POSIX_SPAWN_CLOSE, writer)])
    except OSError as error:
        os.close(reader)
        raise Refused(502, "no printer") from error
    finally:
        os.close(writer)
    with os.fdopen(reader, "rb") as output:
        text = output.read().decode("utf-8", "replace")
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), text


class Labels(View):
    methods = ["POST"]

    def dispatch_request(self):
        missing = {"text", "copies"} - request.form.keys()
        if missing:
            raise Refused(400, f"missing: {sorted(missing)}")
        text, copies = request.form["text"], request.form["copies"]
        if "\0" in text or not re.fullmatch("0*([1-9]|[1-4][0-9]|50)", copies):
            raise Refused(400, "bad field")
        status, output = run("labelprint", "--copies", str(int(copies.lstrip("0"))), "--text", text)
        job = re.search(r"\bjob ([0-9]+)", output)
        if status or not job:
            current_app.logger.warning("labelprint ended with %d", status)
            raise Refused(502, "not printed")
        return jsonify(job=int(job[1]))


def create_app():
    app = Flask("labels")
    app.add_url_rule("/labels", view_func=Labels.as_view("labels"))
    app.register_error_handler(Refused, lambda error: (jsonify(error=str(error)), error.status))
    return app
