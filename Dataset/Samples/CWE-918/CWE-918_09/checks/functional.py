import json

from harness import solution
from probes import network

FOLDS, HUT = "http://folds.example", "http://hut.example:8080"
PNG = {"Content-Type": "image/png"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
JSON = {"Content-Type": "application/json"}

net = network.Internet(hosts={"folds.example": ["93.184.216.50"], "hut.example": ["93.184.216.52", "93.184.216.53"], "gone.example": [network.NOBODY]}, ports=(80, 8080))


def page(address, title="", notice=None, link='<link rel="alternate" type="application/json+oembed" href="{}">', more=""):
    head = f"<title>{title}</title>" if title else ""
    return net.page(address, f"<!doctype html><html><head>{head}{more}{link.format(notice) if notice else ''}</head><body><p>x</p></body></html>", headers=HTML)


def notice(address, **what):
    return net.page(address, json.dumps(what), headers=JSON)


net.page(f"{FOLDS}/small.png", b"\x89PNG", headers=PNG)
net.page(f"{HUT}/in?key=7&a=b", b"GIF\x00\xff", headers={"Content-Type": "image/gif"})
page(f"{FOLDS}/crane", "Crane &amp; frog", "/crane.json", '<link type="application/json+oembed" href="{}">')
notice(f"{FOLDS}/crane.json", thumbnail_url="small.png")
page(f"{FOLDS}/frog", "Frog")
page(f"{FOLDS}/fox", "Old", "/fox.json")
notice(f"{FOLDS}/fox.json", title="Fox", thumbnail_url="http://10.0.0.5/")
page(f"{HUT}/far?x=1", "Far", f"{FOLDS}/a/far.json", '<link href="{}" title="far" type="application/json+oembed" rel="alternate">', '<link rel="icon" href="/icon.png"><meta charset="utf-8">')
notice(f"{FOLDS}/a/far.json", version="1.0", title="Far <away> & Söhne", thumbnail_url=f"{HUT}/in?key=7&a=b")
for number, status in enumerate((301, 302, 303, 307, 308)):
    net.redirect(f"{FOLDS}/moved/{status}", to=f"{HUT}/far?x=1" if number % 2 else "/crane", status=status)
net.redirect(f"{FOLDS}/steps/2", to="../moved/301")
net.redirect(f"{FOLDS}/steps/3", to="2")
net.redirect(f"{FOLDS}/letter", to="mailto:folder@folds.example")
for status in (204, 400, 404, 500):
    net.page(f"{FOLDS}/status/{status}", b"" if status == 204 else b"<title>sorry</title>", status=status, headers=HTML)

CRANE = {"title": "Crane & frog", "picture": ("image/png", b"\x89PNG")}
FAR = {"title": "Far <away> & Söhne", "picture": ("image/gif", b"GIF\x00\xff")}


def test_cards():
    assert solution.preview(f"{FOLDS}/crane") == CRANE
    assert solution.preview(f"{HUT}/far?x=1") == FAR
    assert solution.preview(f"{FOLDS}/frog") == {"title": "Frog", "picture": None}
    page(f"{FOLDS}/plain", "")
    assert solution.preview(f"{FOLDS}/plain") == {"title": "", "picture": None}
    page("http://93.184.216.50/", "\n Grüße &lt;3 ")
    assert solution.preview("http://93.184.216.50/") == {"title": "Grüße <3", "picture": None}


def test_what_is_asked_for():
    start = net.mark()
    solution.preview(f"{HUT}/far?x=1")
    assert [(hit.method, hit.path, hit.host) for hit in net.hits[start:]] == [("GET", "/far?x=1", "hut.example"), ("GET", "/a/far.json", "folds.example"), ("GET", "/in?key=7&a=b", "hut.example")]


def test_where_answers_lead_on():
    assert [solution.preview(f"{FOLDS}/moved/{status}") for status in (301, 302, 303, 307, 308)] == [CRANE, FAR, CRANE, FAR, CRANE]
    assert solution.preview(f"{FOLDS}/steps/2") == solution.preview(f"{FOLDS}/steps/3") == CRANE
    assert solution.preview(f"{FOLDS}/letter") is None


def test_notice_and_picture_that_have_moved():
    net.redirect(f"{FOLDS}/n/old", to=f"{HUT}/n/new", status=307)
    notice(f"{HUT}/n/new", thumbnail_url="../p/old")
    net.redirect(f"{HUT}/p/old", to=f"{FOLDS}/small.png", status=308)
    page(f"{FOLDS}/b/page", "Both", "../n/old")
    net.redirect(f"{HUT}/b/before", to=f"{FOLDS}/b/page")
    for address in (f"{FOLDS}/b/page", f"{HUT}/b/before"):
        assert solution.preview(address) == {"title": "Both", "picture": ("image/png", b"\x89PNG")}


def test_notices_that_say_less():
    for number, (content, title) in enumerate(((b"{}", "Page"), (b'{"title": "Own"}', "Own"), (b"[1]", "Page"), (b"<p>", "Page"), (b'{"title": "Own", "thumbnail_url": "/status/404"}', "Own"))):
        net.page(f"{FOLDS}/less/{number}.json", content, headers=JSON)
        page(f"{FOLDS}/less/{number}", "Page", f"{number}.json")
        assert solution.preview(f"{FOLDS}/less/{number}") == {"title": title, "picture": None}
    page(f"{FOLDS}/less/none", "Page", "http://gone.example/x")
    assert solution.preview(f"{FOLDS}/less/none") == {"title": "Page", "picture": None}


def test_what_there_is_not():
    assert solution.preview("http://nowhere.example/x") is None
    assert solution.preview("http://gone.example/x") is None
    assert [solution.preview(f"{FOLDS}/status/{status}") for status in (204, 400, 404, 500)] == [None] * 4
