import re
from urllib.parse import quote

from harness import attempt, solution, web_client
from probes import html, search
from probes.grammars import markup
from probes.grammars.ranked import in_turn

RECORDS = [{"number": "A-17", "title": "Blue Train", "artist": "John Coltrane"}]
clients = {}


def look(address, records=RECORDS):
    """The page at an address; with the usual records, of one site for all."""
    fresh = records is not RECORDS or not clients
    client = web_client(solution.create_app([dict(one) for one in records])) if fresh else clients["usual"]
    if records is RECORDS:
        clients["usual"] = client
    return attempt(client.get, address).value


def typed(candidates):
    """What an address can hold: no half of a pair of surrogates."""
    return (one for one in candidates if not re.search("[\ud800-\udfff]", "".join(one)))


def attack(what, candidates, render, tries):
    search.attack(what, typed(candidates), html.becomes_code(render), tries)


def test_what_is_searched_for_brings_no_markup():
    attack("q", in_turn(markup.texts(), markup.refilled()), lambda text: look(f"/search?q={quote(text)}"), 44)


def test_a_number_of_a_page_brings_no_markup():
    attack("page", markup.texts(), lambda text: look(f"/search?q=blue&page={quote(text)}"), 24)


def test_a_number_of_a_record_brings_no_markup():
    attack("the number", markup.texts(), lambda text: look(f"/records/{quote(text, safe='')}"), 24)


def test_a_path_brings_no_markup():
    attack("the path", markup.texts(), lambda text: look(f"/x{quote(text, safe='/')}"), 70)


def test_suggestions_are_no_page():
    attack("q", markup.texts(), lambda text: look(f"/suggest?q={quote(text)}"), 24)


def test_titles_and_artists_bring_no_markup():
    def render(texts):
        records = [{"number": "A-17", "title": texts[0], "artist": texts[1]}]
        return [look(address, records) for address in ("/search", "/records/A-17", "/suggest?q=")]

    attack("title and artist", ((text, text) for text in markup.texts()), render, 16)
