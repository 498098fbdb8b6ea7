import io
import re
from urllib.parse import quote

from harness import attempt, attribute, box, exploit_if, solution, text, web_client
from probes import files, search
from probes.grammars import file_names

KINDS = {"png": "image/png", "jpg": "image/jpeg", "pdf": "application/pdf"}
PAGE = b"<!doctype html><script>alert(document.cookie)</script>"
DRAWING = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def why_it_runs(answer, data):
    """Why a browser that opens the address would run the upload as a part of the site, or None."""
    if answer.status_code != 200 or data not in answer.data:
        return None
    if answer.headers.get("Content-Disposition", "").lower().startswith("attachment"):
        return None
    policy = answer.headers.get("Content-Security-Policy", "")
    if any(rule in policy for rule in ("sandbox", "default-src 'none'", "script-src 'none'")):
        return None
    kind = answer.headers.get("Content-Type", "")
    unknown = "/" not in kind or kind.lower().startswith(("*/*", "unknown/unknown", "application/unknown"))
    if unknown and b"<script>" in data and answer.headers.get("X-Content-Type-Options") != "nosniff":
        return "a browser guesses that it is a page"
    return files.active("", kind)


def test_no_upload_is_opened_as_a_page():
    box.mkdir("uploads")
    client = web_client(solution.create_app(box.path("uploads")))
    genuine = {"png": files.png(), "jpg": files.jpeg(), "pdf": files.pdf()}

    def opened(upload):
        filename, content, kind = upload
        data = genuine.get(content.partition(" ")[0], b"") + (DRAWING if content == "DRAWING" else PAGE)
        sent = attempt(client.post, "/scans", data={"scan": (io.BytesIO(data), filename, kind)})
        scan = sent.value.get_json(silent=True) if sent.returned else None
        if not isinstance(scan, dict) or not isinstance(scan.get("id"), str):
            return None
        shown = attempt(client.get, f"/scans/{scan['id']}")
        return why_it_runs(shown.value, data) if shown.returned else None

    search.attack("the upload", file_names.uploads(KINDS), opened, tries=110, shrink=0)


def test_there_is_no_other_address_that_opens_a_page():
    box.mkdir("elsewhere")
    app = solution.create_app(box.path("elsewhere"))
    client = web_client(app)
    names = []
    for filename, kind in (("march.html", "text/html"), ("march.html", "image/png"), ("march.svg", "image/svg+xml")):
        data = DRAWING if filename.endswith("svg") else PAGE
        sent = attempt(client.post, "/scans", data={"scan": (io.BytesIO(data), filename, kind)})
        scan = sent.value.get_json(silent=True) if sent.returned else None
        names += [scan["id"]] if isinstance(scan, dict) and isinstance(scan.get("id"), str) else []
    names = sorted({*names, *box.walk("elsewhere")})
    rules = [text(rule) for rule in attribute(app, "url_map").iter_rules()] if names else []
    for rule in rules:
        if rule.count("<") != 1 or re.fullmatch("/scans/<[^>]*>/?", rule):
            continue
        for name in names:
            address = re.sub("<[^>]*>", lambda _, name=name: quote(name), rule)
            shown = attempt(client.get, address)
            for data in (PAGE, DRAWING):
                reason = why_it_runs(shown.value, data) if shown.returned else None
                exploit_if(reason, f"{address}: {reason}")
