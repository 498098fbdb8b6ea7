import contextlib
import os
import re
import shlex

from flask import Flask, request
from werkzeug.exceptions import BadGateway, BadRequest

COPIES = {str(n): n for n in range(1, 51)}


def spawn(*arguments):
    """Start a program by its argument vector; return its exit status and what it prints."""
    with contextlib.ExitStack() as stack:
        reading, writing = os.pipe()
        stack.callback(os.close, reading)
        try:
            actions = [(os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_CLOSE, reading)]
            pid = os.posix_spawnp(arguments[0], list(map(os.fsencode, arguments)), os.environ, file_actions=actions)
        finally:
            os.close(writing)
        output = b"".join(iter(lambda: os.read(reading, 4096), b""))
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), output


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def labels():
        text, copies = request.form["text"], request.form["copies"]
        if copies not in COPIES:
            raise BadRequest("copies: 1 to 50")
        if "\0" in text:
            raise BadRequest("a text without NUL is needed")
        app.logger.info("printing %s", shlex.quote(text))
        try:
            status, output = spawn("labelprint", "--copies", copies, "--text", text)
        except OSError as error:
            raise BadGateway("no printer program") from error
        job = re.search(rb"\bjob ([0-9]+)\b", output)
        if status != 0 or job is None:
            raise BadGateway("not printed")
        return {"job": int(job[1])}

    return app
