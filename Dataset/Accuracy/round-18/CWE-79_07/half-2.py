"""Templates of the dictionary: everything is escaped, and marks are put in at the end."""
import re
import urllib.parse

import jinja2
from markupsafe import Markup, escape

# Two code points that Unicode promises never to use for a sign stand for the
# ends of a mark until the page is finished. They are taken out of all values.
START, STOP = "\ufdd0", "\ufdd1"
TAGS = {START: "<mark>", STOP: "</mark>"}
RESERVED = re.compile(f"[{START}{STOP}]")


def clean(value):
    """The value without the reserved code points, however deep the texts lie."""
    if isinstance(value, str):
        return RESERVED.sub("", value)
    if isinstance(value, dict):
        return {key: clean(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean(inner) for inner in value]
    return value


def marked(text, query):
    if not query:
        return text
    return re.sub(re.escape(query), lambda found: START + found[0] + STOP, text, flags=re.IGNORECASE)


def lines(text):
    return Markup(escape(text).replace("\n", Markup("<br>")))


def references(text):
    def link(found):
        word = found[1]
        return Markup('<a href="/word/{}">{}</a>').format(urllib.parse.quote(word, safe=""), word)

    pieces, last = [], 0
    for found in re.finditer(r"\[([^\[\]\n]+)\]", text):
        pieces += [escape(text[last:found.start()]), link(found)]
        last = found.end()
    return Markup("").join(pieces + [escape(text[last:])])


def field(name, value, hint):
    return Markup('<input name="{}" value="{}" placeholder="{}">').format(name, value, hint)


class Pages:
    def __init__(self, folder):
        self.environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
        )
        self.environment.filters["marked"] = marked
        self.environment.filters["lines"] = lines
        self.environment.filters["references"] = references
        self.environment.globals["field"] = field

    def render(self, name, values):
        page = self.environment.get_template(name).render(clean(values))
        return RESERVED.sub(lambda found: TAGS[found[0]], page)
