import re
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

_WORD = re.compile(r"\[([^\[\]\n]+)\]")


def marked(text, query):
    text, query = str(text), str(query)
    if not query:
        return escape(text)
    # cut the text as it was typed, escape the pieces
    result, end = [], 0
    for match in re.finditer(re.escape(query), text, re.IGNORECASE):
        result.append(escape(text[end:match.start()]))
        result.append(Markup("<mark>{}</mark>").format(match.group()))
        end = match.end()
    result.append(escape(text[end:]))
    return Markup("").join(result)


def references(text):
    text = str(text)
    result, end = [], 0
    for match in _WORD.finditer(text):
        word = match.group(1)
        address = "/word/" + quote(word, safe="", errors="replace")
        result.append(escape(text[end:match.start()]))
        result.append(Markup('<a href="{}">{}</a>').format(address, word))
        end = match.end()
    result.append(escape(text[end:]))
    return Markup("").join(result)


def field(name, value, hint):
    return Markup('<input name="{}" value="{}" placeholder="{}">').format(
        str(name), str(value), str(hint)
    )


class Pages:
    def __init__(self, folder):
        # True, not select_autoescape(): templates have all kinds of names
        self._environment = Environment(loader=FileSystemLoader(folder), autoescape=True)
        self._environment.filters.update(lines=self._lines, marked=marked, references=references)
        self._environment.globals["field"] = field
        self._broken = {}       # the same entries are shown again and again

    def _lines(self, text):
        done = self._broken.get(text)
        if done is None:
            # escape() leaves what another filter made, which is Markup, as it is
            done = Markup("<br>").join(Markup(line) for line in escape(text).split("\n"))
            if len(self._broken) >= 5000:
                self._broken.clear()
            self._broken[text] = done
        return done

    def render(self, name, values):
        return self._environment.get_template(name).render(values)
