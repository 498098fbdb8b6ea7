import io

from harness import attempt, box, exploit_if, solution, web_client
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
    if not kind and b"<script>" in data and answer.headers.get("X-Content-Type-Options") != "nosniff":
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
