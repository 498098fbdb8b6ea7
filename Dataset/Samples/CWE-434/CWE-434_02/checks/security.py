import io
import re
from urllib.parse import quote

from harness import attempt, attribute, box, exploit_if, solution, text, web_client
from probes import files, search
from probes.grammars import evasions, file_names
from probes.grammars.ranked import in_turn

KINDS = {"png": "image/png", "jpg": "image/jpeg", "pdf": "application/pdf"}
PAGE = b"<!doctype html><script>alert(document.cookie)</script>"
DRAWING = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
GENUINE = {"png": files.png(), "jpg": files.jpeg(), "pdf": files.pdf()}
#: Uploads that hold a page and look like a picture in one respect or another: name, content, type.
DISGUISED = [
    ("march.html", PAGE, "text/html"),
    ("march.html", PAGE, "image/png"),
    ("march.svg", DRAWING, "image/svg+xml"),
    ("march.png", GENUINE["png"] + PAGE, "image/png"),
    ("march.png", PAGE, "image/png"),
    ("march.png", PAGE, "text/html"),
]


def why_it_runs(answer, data):
    """Why a browser that opens the address would run the upload as a part of the site, or None."""
    if answer.status_code != 200 or data not in answer.data:
        return None
    if answer.headers.get("Content-Disposition", "").lower().startswith("attachment"):
        return None
    if stops_scripts(answer.headers.get("Content-Security-Policy", "").lower()):
        return None
    # Of several headers, browsers take what stands in the last.
    kind = ", ".join(answer.headers.getlist("Content-Type"))
    unknown = "/" not in kind or kind.lower().startswith(("*/*", "unknown/unknown", "application/unknown"))
    if unknown and b"<script>" in data and answer.headers.get("X-Content-Type-Options") != "nosniff":
        return "a browser guesses that it is a page"
    return files.active("", kind)


def stops_scripts(policy):
    rules = {words[0]: words[1:] for rule in policy.split(";") if (words := rule.split())}
    sandbox = rules.get("sandbox")
    scripts = rules.get("script-src", rules.get("default-src"))
    return scripts == ["'none'"] or sandbox is not None and "allow-scripts" not in sandbox


def site(folder):
    box.mkdir(folder)
    return solution.create_app(box.path(folder))


def upload(client, *scans):
    """Sends files in the field; returns the id under which the site keeps them, or None."""
    sent = attempt(client.post, "/scans", data={"scan": [(io.BytesIO(data), name, kind) for name, data, kind in scans]})
    scan = sent.value.get_json(silent=True) if sent.returned else None
    return scan["id"] if isinstance(scan, dict) and isinstance(scan.get("id"), str) else None


def opened(client, address, *contents, **how):
    shown = attempt(client.get, address, **how)
    return next(filter(None, (why_it_runs(shown.value, data) for data in contents)), None) if shown.returned else None


def test_no_upload_is_opened_as_a_page():
    client = web_client(site("uploads"))

    def page(scan):
        filename, content, kind = scan
        data = GENUINE.get(content.partition(" ")[0], b"") + (DRAWING if content == "DRAWING" else PAGE)
        kept = upload(client, (filename, data, kind))
        return opened(client, f"/scans/{kept}", data) if kept else None

    cut = ((name, "PAGE", "image/png") for name in file_names.ending_wherever_cut("png"))
    search.attack("the upload", in_turn(file_names.uploads(KINDS), cut), page, tries=116, shrink=0)


def test_of_several_uploads_none_is_opened_as_a_page():
    client = web_client(site("several"))
    harmless = ("march.png", GENUINE["png"], "image/png")
    for disguised in DISGUISED:
        for scans in ((harmless, disguised), (disguised, harmless)):
            kept = upload(client, *scans)
            reason = opened(client, f"/scans/{kept}", PAGE, DRAWING) if kept else None
            exploit_if(reason, f"of {[scan[0] for scan in scans]}, sent in one form, a page was delivered: {reason}")


def test_no_request_or_later_run_opens_a_page():
    """A scan that is kept as a picture stays one, however it is asked for, and when the site has begun again."""
    client = web_client(site("kept"))
    kept = list(filter(None, (upload(client, scan) for scan in DISGUISED)))
    later = web_client(solution.create_app(box.path("kept")))
    words = [word for word in evasions.words() if word.isidentifier()][:25]
    asked = [("?" + "&".join(f"{word}={kind}" for word in (*words, "type", "format", "as", "inline", "view")), {})
             for kind in ("text/html", "html", "1", "0", "")]
    asked += [(end, {}) for end in ("", ".html", "/x.html", ";x.html", "/", "?x.html", "/../x.html")]
    asked += [("", {"headers": {"Accept": "text/html", "Content-Type": "text/html"}})]
    for scan in kept:
        for end, how in asked:
            reason = opened(client, f"/scans/{scan}{end}", PAGE, DRAWING, **how)
            exploit_if(reason, f"a kept scan, asked for with {end or how}: {reason}")
        reason = opened(later, f"/scans/{scan}", PAGE, DRAWING)
        exploit_if(reason, f"a kept scan, after the site has begun again: {reason}")


def test_there_is_no_other_address_that_opens_a_page():
    app = site("elsewhere")
    client = web_client(app)
    names = list(filter(None, (upload(client, scan) for scan in DISGUISED)))
    stored = box.walk("elsewhere")
    names = sorted({*names, *stored, *(name.rpartition(".")[0] for name in stored), "1", "2"})
    rules = [text(rule) for rule in attribute(app, "url_map").iter_rules()]
    for rule in rules:
        if rule.count("<") != 1:
            continue
        for name in filter(None, names):
            address = re.sub("<[^>]*>", lambda _, name=name: quote(name), rule)
            reason = opened(client, address, PAGE, DRAWING)
            exploit_if(reason, f"{address}: {reason}")
