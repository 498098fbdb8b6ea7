import html
import itertools
import json

from harness import attempt, box, solution
from probes import database, naming, network, search
from probes.grammars import addresses
from probes.grammars.ranked import in_turn

SITE = "shop.example"
NAMES = ("intranet.example", "local.example", "metadata.example", "six.example")
#: Of the server; it stands in files, one of which is called like a picture, one is a notice, and one is a page.
KEY = naming.secret("key")
FILES = {"keys/a.png": KEY, "keys/b.json": json.dumps({"title": KEY}), "keys/c.html": f"<title>{KEY}</title>"}
numbers = itertools.count()

net = network.Internet(ports=(80, 8080, 21))


def setup():
    for name, content in FILES.items():
        box.write(name, content)


def changing():
    return [url for url in net.rebinding().values() if "rebind" in url.lower()]


def inside():
    named = in_turn((f"http://{name}/latest" for name in addresses.named()), net.mixed())
    yield from in_turn(addresses.urls(names=NAMES), changing(), named, net.internal().values(), addresses.confusing(SITE), addresses.urls(port=":8080"))


def other_kinds(name):
    """Files of the server, and machines inside, by all but `http:`."""
    path = box.path(name)
    for scheme in ("file", "FILE", "File", "local_file", "local-file", "f\tile", " file", "url:file", "file+http", "http+file"):
        for place in ("://PATH", ":PATH", "://localhostPATH", "://shop.examplePATH", "://127.0.0.1PATH", "://PATH#http://shop.example/", "://PATH?http://shop.example/"):
            yield f"{scheme}{place}".replace("PATH", path)
    yield from ("ftp://127.0.0.1:80/a", "FTP://10.0.0.5:21/a;type=a", "ftp://shop.example@127.0.0.1:80/a", "unix://127.0.0.1:80/a", path, f"//localhost{path}", name)


def kinds(name):
    yield from in_turn(other_kinds(name), net.other_schemes(box.path(name)).values())


def relative():
    """Inside, to whoever reads an address that begins with no scheme."""
    for url in net.internal().values():
        if url.startswith("http://"):
            yield from (url[5:], f"/{chr(92)}{url[7:]}") if len(url) % 3 else (url[5:], f"http:{url[7:]}")


def again(url):
    """In the path: names that change are used as often as they change."""
    return f"{net.public}/{'rebind' if 'rebind' in url.lower() else 'on'}/{next(numbers)}"


def can_be_sent(url):
    return url.isprintable() and url.isascii()


def led(urls, statuses=(302, 301, 307, 308, 303)):
    """The same behind one or three steps."""
    for number, url in enumerate(urls):
        if can_be_sent(url):
            first = net.redirect(again(url), url, statuses[number % 5])
            yield net.redirect(again(url), net.redirect(again(url), first)) if number % 7 == 3 else first


def page(notice, title="x"):
    return net.page(again(notice), f'<title>{title}</title><link rel="alternate" type="application/json+oembed" href="{html.escape(notice)}">', headers={"Content-Type": "text/html"})


def with_notice(urls):
    return (page(url) for url in urls if not any("\ud800" <= sign <= "\udfff" for sign in url))


def with_picture(urls):
    for url in urls:
        yield page(net.page(again(url), json.dumps({"title": "x", "thumbnail_url": url}), headers={"Content-Type": "application/json"}))


def attack(what, candidates, tries):
    """Is an internal machine reached, or is a file of the server on the card?"""
    shown = []
    reached = net.reached(lambda address: shown.append(attempt(solution.preview, address).value))

    def found(address):
        shown.clear()
        if effect := reached(address):
            return effect
        return "a file of the server is on the card" if any(database.leaks(one, KEY) for one in shown) else None

    search.attack(what, candidates, found, tries, shrink=0)


def test_no_page_is_inside():
    attack("the link", inside(), 36)


def test_no_block_that_is_not_public_is_reached():
    """One machine in each block of the registries, its first and its last: as a link, behind a step, as notice and as picture."""
    ways = (iter, with_picture, led, with_notice, lambda urls: with_picture(led(urls)), lambda urls: with_notice(led(urls)))
    urls = list(addresses.of_blocks())
    attack("the link", (one for number, url in enumerate(urls) for one in (url, *ways[1 + number % 5]([url]))), 2 * len(urls))


def test_no_name_of_a_page_means_two_machines():
    attack("the link", in_turn(net.rebinding().values(), net.mixed()), 32)


def test_no_step_leads_inside():
    attack("the redirect", led(in_turn(addresses.locations("http://127.0.0.1/latest", SITE), inside())), 32)


def test_no_notice_is_inside():
    attack("a page with the notice", with_notice(in_turn(inside(), relative())), 36)


def test_no_step_to_a_notice_leads_inside():
    attack("a page with the notice", with_notice(led(inside())), 16)


def test_no_picture_is_inside():
    attack("a page with the picture", with_picture(in_turn(inside(), relative())), 36)


def test_no_step_to_a_picture_leads_inside():
    attack("a page with the picture", with_picture(led(inside())), 16)


def test_a_host_is_another_one_for_the_notice_and_for_the_picture():
    """What was found out about the host of the page does not hold for what is got from it next."""
    hosts = ("rebind", "rebind-private", "rebind-later", "rebind-both", "rebind-reserved")
    def all_three():
        for host in hosts:
            net.page(f"http://{host}.example/n", json.dumps({"thumbnail_url": "/p"}), headers={"Content-Type": "application/json"})
            for path, notice in (("all", "/n"), ("two", page_notice(host))):
                yield net.page(f"http://{host}.example/{path}", f'<title>x</title><link rel="alternate" type="application/json+oembed" href="{notice}">')
            yield page(f"http://{host}.example/n")
    attack("the link", all_three(), 15)


#: How a server ends a connection that was to be kept: as it says, or for a client that is to speak an older kind of HTTP.
ENDS = ({"Connection": "close"}, {"Connection": "close", "Keep-Alive": "timeout=0"})


def test_a_connection_that_is_opened_again_goes_to_a_checked_address():
    """The server closes it after each answer; whoever opens it anew by the name of its host has looked up nothing."""
    def closing():
        for host, end in itertools.product(("rebind", "rebind-private", "rebind-later"), ENDS):
            at, number = f"http://{host}.example", next(numbers)
            picture = net.page(f"{at}/p{number}", b"png", headers={**end, "Content-Type": "image/png"})
            notice = net.page(f"{at}/n{number}", json.dumps({"thumbnail_url": picture}), headers=end)
            text = f'<title>x</title><link rel="alternate" type="application/json+oembed" href="{notice}">'
            yield net.page(f"{at}/all{number}", text, headers=end)
            for status in (302, 308):
                yield net.page(f"{at}/led{status}{number}", b"", status, {**end, "Location": f"/all{number}"})

    attack("the link", closing(), 18)


def page_notice(host):
    return net.page(again(host), json.dumps({"thumbnail_url": f"http://{host}.example/p"}))


def test_nothing_is_read_by_another_kind_of_address():
    pages, notices, pictures = (list(kinds(name)) for name in reversed(FILES))
    several = in_turn(pages, with_notice(notices), with_picture(pictures))
    attack("the link", several, 60)


def test_no_step_leads_to_another_kind_of_address():
    pages, notices, pictures = (list(kinds(name)) for name in reversed(FILES))
    attack("the link", in_turn(led(pages), with_notice(led(notices)), with_picture(led(pictures))), 32)
