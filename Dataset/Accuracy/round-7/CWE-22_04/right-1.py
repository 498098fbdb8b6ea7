import os
from contextlib import ExitStack
from string import Template

from flask import Flask, Response, request
from flask.views import View


class Braces(Template):
    delimiter = "{"
    pattern = r"\{(?:(?P<braced>dog|owner)\}|(?P<escaped>(?!))|(?P<named>(?!))|(?P<invalid>(?!)))"


class Shelf(dict):
    """Course -> bytes-reading function of one language, read afresh with open directories."""

    def __init__(self, root_fd, language, stack):
        with os.scandir(root_fd) as entries:
            here = any(e.name == language and e.is_dir() for e in entries)
        if not here:
            return
        fd = os.open(language, os.O_RDONLY | os.O_DIRECTORY, dir_fd=root_fd)
        stack.callback(os.close, fd)
        with os.scandir(fd) as entries:
            for entry in entries:
                course, dot, ending = entry.name.rpartition(".")
                if (dot + ending) == ".txt" and entry.is_file():
                    self[course] = (fd, entry.name)


class Shelves:
    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        self.stack = ExitStack()
        try:
            fd = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
            self.stack.callback(os.close, fd)
            asked = request.args.get("language", default="en")
            return Shelf(fd, "en", self.stack) | Shelf(fd, asked, self.stack)
        except BaseException:
            self.stack.close()
            raise

    def __exit__(self, *exc):
        self.stack.close()


class Diploma(View):
    init_every_request = True

    def __init__(self, folder):
        self.folder = folder

    def dispatch_request(self):
        with Shelves(self.folder) as templates:
            match templates.get(request.args.get("course")):
                case None:
                    return Response("not found", 404, content_type="text/plain; charset=utf-8")
                case (fd, name):
                    with open(os.open(name, os.O_RDONLY, dir_fd=fd), "rb") as file:
                        text = str(file.read(), "utf-8")
        names = {who: request.args.get(who, "") for who in ("dog", "owner")}
        return Response(Braces(text).substitute(names).encode("utf-8"), content_type="text/plain; charset=utf-8")


class Courses(Diploma):
    def dispatch_request(self):
        with Shelves(self.folder) as templates:
            return sorted(templates)


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)
    app.add_url_rule("/diploma", view_func=Diploma.as_view("diploma", folder))
    app.add_url_rule("/courses", view_func=Courses.as_view("courses", folder))
    return app
