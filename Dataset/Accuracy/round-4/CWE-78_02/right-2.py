import os
import re
import tempfile
from flask import Flask, Response, jsonify, request


def spawn(*words):
    with tempfile.TemporaryFile() as output:
        try:
            pid = os.posix_spawnp(words[0], words, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, output.fileno(), 1)])
        except OSError:
            return 127, ""
        _, status = os.waitpid(pid, 0)
        output.seek(0)
        return os.waitstatus_to_exitcode(status), output.read().decode("utf-8", "replace")


def create_app():
    app = Flask(__name__)
    app.add_url_rule("/labels", "labels", labels, methods=("POST",))
    return app


def labels():
    fields = request.form.to_dict()
    if not {"text", "copies"} <= fields.keys():
        return Response("field missing", 400)
    if not re.fullmatch("[1-9]|[1-4][0-9]|50", fields["copies"]):
        return Response("copies: 1 to 50", 400)
    if "\0" in fields["text"]:
        return Response("no such character can be printed", 400)
    status, said = spawn("labelprint", "--copies", fields["copies"], "--text", fields["text"])
    job = re.match(r"\s*job ([0-9]+)", said)
    return jsonify(job=int(job[1])) if status == 0 and job else Response("printer", 502)
