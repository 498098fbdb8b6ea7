import os
import stat
from contextlib import ExitStack, contextmanager

from flask import Flask, Response, jsonify, request


class Missing(LookupError):
    pass


@contextmanager
def opened(name, flags, dir_fd=None):
    """Opens what lies under a plain name in the directory dir_fd."""
    try:
        if dir_fd is not None and (name in ("", ".", "..") or "/" in name or "\0" in name):
            raise Missing(name)
        descriptor = os.open(name, flags | os.O_CLOEXEC, dir_fd=dir_fd)
    except (OSError, UnicodeEncodeError) as error:
        raise Missing(name) from error
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def language_folder(root, language):
    with opened(root, os.O_RDONLY | os.O_DIRECTORY) as top, opened(language, os.O_RDONLY | os.O_DIRECTORY, top) as here:
        yield here


def read(root, language, course):
    with ExitStack() as stack:
        here = stack.enter_context(language_folder(root, language))
        file = stack.enter_context(opened(course + ".txt", os.O_RDONLY | os.O_NONBLOCK, here))
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise Missing(course)
        with open(file, encoding="utf-8", newline="", closefd=False) as text:
            return text.read()


def names(root, language):
    try:
        with language_folder(root, language) as here, os.scandir(here) as entries:
            return {e.name.removesuffix(".txt") for e in entries if e.name.endswith(".txt") and e.is_file()}
    except Missing:
        return set()


def create_app(folder):
    app = Flask(__name__)
    root = os.path.abspath(folder)

    def languages():
        return dict.fromkeys([request.args.get("language", "en"), "en"])

    @app.get("/diploma")
    def diploma():
        for language in languages():
            try:
                text = read(root, language, request.args.get("course", ""))
            except Missing:
                app.logger.debug("no text in %r", language)
            else:
                pieces = text.split("{dog}")
                pieces = [piece.replace("{owner}", request.args.get("owner", "")) for piece in pieces]
                return Response(request.args.get("dog", "").join(pieces), content_type="text/plain; charset=utf-8")
        return Response("no such course\n", 404, mimetype="text/plain")

    @app.get("/courses")
    def courses():
        return jsonify(sorted(set().union(*(names(root, language) for language in languages()))))

    return app
