import asyncio
import re
from flask import Flask, request
from werkzeug.exceptions import BadGateway, BadRequest

COPIES = {str(number): number for number in range(1, 51)}


class Printer:
    program = "labelprint"

    async def submit(self, copies, text):
        try:
            process = await asyncio.create_subprocess_exec(
                self.program, "--copies", f"{copies:d}", "--text", text, stdout=asyncio.subprocess.PIPE)
        except OSError:
            raise BadGateway("no printer program")
        output, _ = await process.communicate()
        if process.returncode:
            raise BadGateway("not accepted")
        found = re.search(rb"\bjob\s+([0-9]+)", output)
        if not found:
            raise BadGateway("no job number")
        return int(found.group(1))


def create_app(printer=Printer()):
    app = Flask(__name__)

    @app.post("/labels")
    def labels():
        text = request.form["text"]
        copies = COPIES.get(request.form["copies"])
        if copies is None or "\x00" in text:
            raise BadRequest()
        return {"job": asyncio.run(printer.submit(copies, text))}

    return app
