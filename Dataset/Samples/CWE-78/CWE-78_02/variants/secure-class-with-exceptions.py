import subprocess

import flask


class PrinterError(Exception):
    status = 502


class BadLabel(PrinterError):
    status = 400


class LabelPrinter:
    program = "labelprint"

    def print(self, text, copies):
        if "\n" in text or "\x00" in text:
            raise BadLabel("one line only")
        if not (copies.isascii() and copies.isdigit() and 0 < int(copies) <= 50):
            raise BadLabel("1 to 50 copies")
        try:
            output = subprocess.check_output([self.program, "--copies", copies, "--text", text])
        except (subprocess.CalledProcessError, OSError) as error:
            raise PrinterError(str(error)) from error
        return int(output.decode().strip().removeprefix("job "))


def create_app():
    app = flask.Flask(__name__)
    printer = LabelPrinter()

    @app.errorhandler(PrinterError)
    def failed(error):
        return {"error": str(error)}, error.status

    @app.post("/labels")
    def labels():
        form = flask.request.form
        if "text" not in form or "copies" not in form:
            raise BadLabel("fields are missing")
        return flask.jsonify({"job": printer.print(form["text"], form["copies"])})

    return app
