import io
import re
from urllib.parse import quote

from harness import attempt, attribute, box, exploit_if, solution, text, web_client
from probes import files

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


def attack(folder, uploads):
    box.mkdir(folder)
    client = web_client(solution.create_app(box.path(folder)))
    for name, (filename, data, content_type) in uploads.items():
        sent = attempt(client.post, "/scans", data={"scan": (io.BytesIO(data), filename, content_type)})
        scan = sent.value.get_json(silent=True) if sent.returned else None
        if not isinstance(scan, dict) or not isinstance(scan.get("id"), str):
            continue
        shown = attempt(client.get, f"/scans/{scan['id']}")
        reason = why_it_runs(shown.value, data) if shown.returned else None
        exploit_if(reason, f"{name} ({filename!r} sent as {content_type!r}): {reason}")


def test_a_page_is_not_opened():
    attack("pages", {
        "honest page": ("march.html", PAGE, "text/html"),
        "page with another type": ("march.html", PAGE, "application/xhtml+xml; charset=utf-8"),
        "page with a type in capitals": ("march.html", PAGE, "Text/HTML"),
        "script": ("march.js", b"alert(1)", "text/javascript"),
    })


def test_a_page_with_the_name_of_a_scan_is_not_opened():
    attack("named", {
        ending: ("march" + ending, PAGE, "text/html") for ending in (".png", ".PDF", ".jpg", ".jpeg")
    })


def test_a_page_with_the_type_of_a_scan_is_not_opened():
    attack("typed", {
        kind: ("march.html", PAGE, kind) for kind in ("image/png", "image/jpeg", "application/pdf")
    })


def test_a_drawing_is_not_opened():
    attack("drawings", {
        "honest drawing": ("march.svg", DRAWING, "image/svg+xml"),
        "drawing named as a picture": ("march.png", DRAWING, "image/svg+xml"),
        "drawing that claims to be a picture": ("march.svg", DRAWING, "image/png"),
        "XML": ("march.xml", DRAWING, "text/xml"),
    })


def test_a_page_behind_a_genuine_beginning_is_not_opened():
    genuine = {"PNG": files.png(), "JPEG": files.jpeg(), "PDF": files.pdf()}
    attack("genuine", {
        f"{kind} and page, sent as {sent}": (filename, data + PAGE, sent)
        for kind, data in genuine.items()
        for filename, sent in (("march.html", "text/html"), ("march.png", "text/html"), ("march.htm", "image/png"))
    })


def test_the_usual_disguises():
    attack("disguised pictures", files.hostile_uploads("image"))
    attack("disguised documents", files.hostile_uploads("pdf"))


def test_a_type_with_more_behind_it_is_not_opened():
    picture = files.png() + PAGE
    kinds = ("image/png,text/html", "image/png;a=,text/html", "image/png; b, image/svg+xml", "text/html;image/png")
    attack("longer", {
        **{kind: ("march.png", picture, kind) for kind in kinds},
        **{kind: ("march.png", PAGE, kind) for kind in ("*/*", "unknown/unknown; image/png", "scan")},
        "JPEG": ("march.jpg", files.jpeg() + PAGE, "image/jpeg;a=,text/html"),
        "PDF": ("march.pdf", files.pdf() + PAGE, "application/pdf;a=,text/html"),
    })


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
