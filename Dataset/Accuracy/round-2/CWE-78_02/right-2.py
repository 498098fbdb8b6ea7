import logging
import os
import shlex
import shutil
from contextlib import contextmanager

from flask import Flask, jsonify, request

log = logging.getLogger("labels")


@contextmanager
def pipe():
    ends = os.pipe()
    reader = open(ends[0], "rb")
    try:
        yield reader, ends[1]
    finally:
        reader.close()


def run(program, *arguments):
    """Starts a program without any shell; returns its exit status and what it has printed."""
    log.info("%s", shlex.join((program, *arguments)))
    with pipe() as (reader, writer):
        try:
            child = os.posix_spawn(program, ["labelprint", *map(os.fsencode, arguments)], os.environ, file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                (os.POSIX_SPAWN_DUP2, writer, 1),
            ])
        finally:
            os.close(writer)
        printed = reader.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), printed


def whole_number(text):
    if not (text.isascii() and text.isdecimal() and len(text) < 3):
        raise ValueError(text)
    number = int(text)
    if number == 0 or number > 50:
        raise ValueError(number)
    return number


def create_app():
    app = Flask(__name__)

    def labels():
        match request.form.to_dict():
            case {"text": text, "copies": copies} if "\0" not in text:
                try:
                    number = whole_number(copies)
                except ValueError as error:
                    return jsonify(error=f"copies: {error}"), 400
            case _:
                return jsonify(error="text and copies"), 400
        program = shutil.which("labelprint")
        if program is None:
            return jsonify(error="no printer"), 502
        status, printed = run(program, "--copies", str(number), "--text", text)
        words = printed.split()
        if status == 0 and b"job" in words[:-1] and words[words.index(b"job") + 1].isdigit():
            return jsonify(job=int(words[words.index(b"job") + 1]))
        return jsonify(error="not printed"), 502

    app.add_url_rule("/labels", view_func=labels, methods=("POST",))
    return app
