from contextlib import contextmanager
from io import StringIO

SPECIAL = str.maketrans({c: f"&#{ord(c)};" for c in "&<>\"'`"})


class Writer(StringIO):
    @contextmanager
    def element(self, tag, **attributes):
        self.write("<" + tag)
        for name, value in attributes.items():
            self.write(f" {name.replace('_', '-')}='{value.translate(SPECIAL)}'")
        self.write(">")
        yield self
        self.write(f"</{tag}>")

    def say(self, tag, text):
        with self.element(tag):
            self.write(text.translate(SPECIAL))


def render_reviews(campsite, reviews):
    out = Writer()
    with out.element("section", title=campsite):
        out.say("h2", campsite)
        with out.element("ul"):
            for entry in reviews:
                with out.element("li", data_author=entry["author"]):
                    out.say("b", entry["author"])
                    out.say("i", "%d/5" % entry["stars"])
                    out.say("p", entry["text"])
    return out.getvalue()
