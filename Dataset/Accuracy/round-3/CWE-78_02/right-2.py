import asyncio
import os
from asyncio.subprocess import DEVNULL, PIPE

from flask import Flask, jsonify, request
from flask.views import MethodView


class Job:
    def __init__(self, text, copies):
        self.arguments = ("--copies", str(copies), "--text", text)

    async def _print(self):
        process = await asyncio.create_subprocess_exec(
            "labelprint", *map(os.fsencode, self.arguments), stdin=DEVNULL, stdout=PIPE)
        output, _ = await process.communicate()
        return process.returncode, output.decode("ascii", "replace")

    def number(self):
        """The number of the job, or None when it was not printed."""
        try:
            status, output = asyncio.run(self._print())
        except OSError:
            return None
        words = output.split()
        if status or "job" not in words[:-1]:
            return None
        number = words[words.index("job") + 1]
        return int(number) if number.isdigit() else None


class Labels(MethodView):
    def post(self):
        form = request.form.to_dict()
        text, copies = form.get("text"), form.get("copies", "")
        plain = copies.isascii() and copies.isdigit() and len(copies) <= 2
        if text is None or "\x00" in text or not plain or int(copies) not in range(1, 51):
            return jsonify(error="text and copies (1 to 50)"), 400
        number = Job(text, int(copies)).number()
        return (jsonify(job=number), 200) if number is not None else (jsonify(error="printer"), 502)


def create_app():
    app = Flask(__name__)
    app.add_url_rule("/labels", view_func=Labels.as_view("labels"))
    return app
