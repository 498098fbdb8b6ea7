import posixpath
from itertools import islice
from urllib.parse import quote

from harness import attempt, box, solution, web_client
from probes import database, files, search
from probes.grammars import paths, spellings
from probes.grammars.ranked import in_turn

PAPER = database.secret("paper")
COMPANY = "guarded/sites/candles"
#: Links that the school has made, in the site and in a folder of it, to folders of papers and of other places.
LINKS = {"album": f"{COMPANY}/plans/album", "shop/spring": "guarded/albums/spring", "two": "guarded/albums/spring/deep"}
site, client = None, None


def setup():
    global site
    site = files.Base(f"{COMPANY}/public")
    site.add("shop/list.txt", b"wax")
    # Papers for which nothing, `.html`, or `index.html` has to be added, and those beside `public` and `sites`.
    for name in (
        *("orders.csv", "plans/prices.html", "plans/index.html", "index.html", "public.html", ".html", "public-old/index.html"),
        "plans/public/orders.csv",
    ):
        box.write(f"{COMPANY}/{name}", PAPER)
    for name in ("guarded/public/index.html", "guarded/public/orders.csv", "guarded/index.html"):
        box.write(name, PAPER)
    # A company that is called like the folders for sites, with a site of its own and without an index.
    for name in ("orders.csv", "list.txt", "plans/prices.html", "index.html", ".html"):
        box.write(f"guarded/sites/public/{name}", PAPER)
    box.write("guarded/sites/public/public/shop/wax.txt", b"wax")
    # A company that has taken its site away, or has none yet.
    for name in ("public.html", "index.html", ".html", "orders.csv", "public-old/index.html", "public@7.html", "publicindex.html"):
        box.write(f"guarded/sites/soap/{name}", PAPER)
    # The school lets some things be seen by links; what lies around them is not meant.
    for folder in (f"{COMPANY}/plans/album", "guarded/albums/spring"):
        for name in ("one.txt", "deep/two.txt"):
            box.write(f"{folder}/{name}", b"picture")
        for name in ("prices.html", "index.html", "orders.csv", ".html"):
            box.write(f"{posixpath.dirname(folder)}/{name}", PAPER)
    for name, target in LINKS.items():
        box.symlink(box.path(target), f"{COMPANY}/public/{name}")


def asked(address):
    """What an address, as it is sent, shows of other files than those of the site."""
    global client
    client = client or web_client(solution.create_app("guarded/sites"))
    found = database.leaks(attempt(client.get, address).value, PAPER, *site.secrets)
    return "a file outside of `public` is shown" if found else None


def targets():
    names = ("orders.csv", "plans/prices", "", "public-old/", "plans/public/orders.csv", "plans/index.html")
    papers = [box.path(f"{COMPANY}/{name}") for name in names]
    return [papers[0], site.outside[1], *papers[1:], site.outside[2], box.path("guarded/public/orders.csv")]


def pages():
    """What follows the company: ways out of its `public`, also where a number is taken out of them."""
    ways = [posixpath.relpath(target, site.path) for target in targets()]
    thin = paths.thinned(ways[:4], ("@7", "@7.x"))
    near = ("", ".", "/", "..", "../", ".@7.", "@7", "@7.html", "x/../..", "../public", "../plans@7.html", "../public@7.html",
            "@7.", "@7..", "@7./", "x@7/..", "shop/..", "shop/..@7.", "@7.@7.", "./@7.", "shop/../@7.", ".@7", "@.7.")
    unseen = (way for way in spellings.left_out([tuple(way.split("/")) for way in ways[:2]]) if not any("\ud800" <= sign <= "\udfff" for sign in way))
    return in_turn(paths.escapes(site.path, targets(), sub="shop", file="shop/list.txt"), near, thin, unseen)


def companies():
    """Names of companies that are none, with what follows them."""
    word = posixpath.basename(site.outside[0])
    rests = ("orders.csv", "index.html", "", word)
    names = ("..", ".", "./.", "candles/../public", "public/.", "candles/..", "static/candles", "candles/plans", "../..", "", "sites/candles", "candles/../..", "...", "..\0",
             box.path("guarded"), "candles/public/..", "../sites/..", "..\\", ". .", "candles\0", "%2e%2e", "candles/plans/..")
    return ((name, rest) for rest in rests for name in names)


def test_a_page_leads_to_a_file_of_the_site():
    names = list(islice(pages(), 84))
    search.attack("the address", (f"/candles/{way}" for way in in_turn((quote(name) for name in names), paths.addressed(names))), asked, 150)


def test_a_company_without_a_site_shows_nothing():
    names = ("", "@7.", "/", ".", "@7..", "./", "%2e", "@7.html", "x@7.", "index", "@7", ".@7.", "@7.@7.", "//", "./.", "@7./", "%2e/", "..", "../public", "@7.x/..", "x/..", ".html", "html")
    search.attack("the address", (form.format(name) for name in names for form in ("/soap/{}", "/source?page=/soap/{}")), asked, 46)


def test_a_source_is_that_of_a_file_of_the_site():
    def effect(page):
        return asked(f"/source?page={quote(page)}")

    search.attack("page", (f"/candles/{way}" for way in pages()), effect, 150)
    search.attack("page", paths.escapes(box.path("guarded/sites"), targets(), "candles", "candles/public/shop/list.txt"), effect, 50)


def test_a_company_is_a_folder_of_a_company():
    def effect(both):
        return asked(f"/{quote(both[0], safe='')}/{quote(both[1])}") or asked(f"/source?page=/{quote('/'.join(both))}")

    search.attack("company and page", companies(), effect, 40)


def test_an_address_that_comes_twice_leads_to_a_file_of_the_site():
    def effect(page):
        both = [quote(f"/candles/{way}") for way in (page, "shop/list.txt")]
        return asked("/source?page={}&page={}".format(*both)) or asked("/source?page={1}&page={0}".format(*both))

    search.attack("page", ("../orders.csv", "../plans/prices", ".."), effect, 3)


def test_behind_a_link_dots_lead_to_no_other_file():
    def effect(page):
        return asked(f"/source?page={quote(f'/candles/{page}')}") or asked(f"/candles/{page}") or asked(f"/candles/{page.replace('..', '%2e%2e')}")

    names = ("prices.html", "prices", "orders.csv", "", "prices@7.html")
    search.attack("the page", paths.around({"album": 1, "shop/spring": 1, "two": 2}, names), effect, 40)
