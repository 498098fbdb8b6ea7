import asyncio
import re
from asyncio.subprocess import DEVNULL, PIPE

from flask import Flask, request
from werkzeug.exceptions import BadGateway, BadRequest


class Label:
    COPIES = {str(number): number for number in range(1, 51)}

    def __init__(self, form):
        try:
            self.text, self.copies = form["text"], self.COPIES[form["copies"]]
        except KeyError:
            raise BadRequest("text and copies (1 to 50), please") from None
        if "\0" in self.text:
            raise BadRequest("no argument can hold this")

    async def printed(self):
        printer = await asyncio.create_subprocess_exec(
            "labelprint", "--copies", f"{self.copies}", "--text", self.text, stdin=DEVNULL, stdout=PIPE)
        output, _ = await printer.communicate()
        if printer.returncode:
            raise BadGateway(f"labelprint ended with {printer.returncode}")
        return int(re.search(rb"^job +([0-9]+)", output, re.MULTILINE)[1])


def create_app():
    app = Flask(__name__)

    @app.errorhandler(OSError)
    @app.errorhandler(TypeError)
    def no_printer(_):
        return {"error": "no printer"}, 502

    @app.post("/labels")
    def labels():
        return {"job": asyncio.run(Label(request.form).printed())}

    return app
