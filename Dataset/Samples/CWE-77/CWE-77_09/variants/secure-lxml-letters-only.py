import re

from lxml import etree
from lxml.builder import E

#: Signs that songs, places and ids have.
KNOWN = re.compile(r"[^\"\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]*")


def make(path, start, count):
    try:
        etree.XPath(path)
    except etree.XPathError:
        raise ValueError(path) from None
    tree = E.ask(E.query(path), **{"from": str(start), "max": str(count)})
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True)


def one(text):
    if KNOWN.fullmatch(text) is None:
        raise ValueError(f"cannot ask for {text!r}")
    return '"' + text + '"'


def ask_for(form, page):
    path = '/archive/song[@open = "yes"]'
    for field in ["title", "place", "singer"]:
        text = form.get(field) or ""
        if text:
            path += f"[{field} = {one(text)}]"
    for word in filter(None, re.split(" +", form.get("words") or "")):
        path += f"[contains(words, {one(word)})]"
    return make(path, 1 + 20 * (page - 1), 20)


def ask_by_ids(ids):
    conditions = [f"@id = {one(text)}" for text in ids]
    return make(f'/archive/song[@open = "yes"][{" or ".join(conditions)}]', 1, len(ids))
