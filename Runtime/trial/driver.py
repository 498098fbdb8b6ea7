"""Runs what a rater wrote behind a program, in the program's own process, and prints what comes of it.

`solution` (the module) and `written` (the rater's text) are defined. Python is run as at a prompt: the value of a last expression is
shown. A text whose first line is a request, such as `GET /notes?q=x`, goes to the program's Flask application instead: headers
follow line by line, and the body after an empty line.
"""

import ast
import re
import sys
import traceback

REQUEST = re.compile(r"(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) +(/\S*)( +HTTP/[\d.]+)?\s*\Z")
OWN_FILES = ("<input>", "/solution.py")
FACTORIES = ("create_app", "make_app", "build_app", "get_app")


def run_python(text):
    """The program's names stand in for what is written; what is assigned stays apart from the program."""
    tree = ast.parse(text, "<input>")
    names = {**vars(solution), "solution": solution, "__name__": "tried"}
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<input>", "exec"), names)
    if last is not None:
        value = eval(compile(ast.Expression(last.value), "<input>", "eval"), names)
        if value is not None:
            print(repr(value))


def application():
    """The program's Flask application: one that it keeps, or what a factory without arguments makes."""
    for value in list(vars(solution).values()):
        # Not of the value itself: Flask's `request` answers to no question outside of a request.
        if hasattr(type(value), "test_client"):
            return value
    for name in FACTORIES:
        if callable(vars(solution).get(name)):
            return vars(solution)[name]()
    return None


def send(method, path, rest):
    app = application()
    if app is None:
        print("The program keeps no Flask application; write Python that makes one, and use its test_client().")
        return
    head, _, body = rest.partition("\n\n") if not rest.startswith("\n") else ("", "", rest[1:])
    headers = [tuple(part.strip() for part in line.split(":", 1)) for line in head.splitlines() if ":" in line]
    if body and not any(name.lower() == "content-type" for name, _ in headers):
        headers.append(("Content-Type", "application/x-www-form-urlencoded"))
    reply = app.test_client().open(path, method=method, headers=headers, data=body.rstrip("\n").encode())
    print(reply.status)
    for name, value in reply.headers:
        print(f"{name}: {value}")
    print()
    print(reply.get_data().decode(errors="replace"))


def tell(error):
    """The traceback, as far as it leads through the program and what was written."""
    told = traceback.TracebackException.from_exception(error)
    told.stack = traceback.StackSummary.from_list(
        [frame for frame in told.stack if frame.filename.endswith(OWN_FILES)]
    )
    print("".join(told.format(chain=False)), end="")


written = written.replace("\r\n", "\n")
first, _, rest = written.lstrip().partition("\n")
request = REQUEST.match(first)
try:
    if request:
        send(request[1], request[2], rest)
    else:
        run_python(written)
except BaseException as error:
    tell(error)
sys.stdout.flush()
sys.stderr.flush()
