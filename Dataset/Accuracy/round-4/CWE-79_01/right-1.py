import xml.etree.ElementTree as ET
from contextlib import contextmanager


class Page(ET.TreeBuilder):
    @contextmanager
    def inside(self, tag, **attributes):
        self.start(tag, {key.replace("_", "-"): value for key, value in attributes.items()})
        yield self
        self.end(tag)

    def leaf(self, tag, text):
        with self.inside(tag):
            self.data(text)


def render_reviews(campsite, reviews):
    page = Page()
    with page.inside("section", title=campsite):
        page.leaf("h2", campsite)
        with page.inside("ul"):
            for review in reviews:
                with page.inside("li", data_author=review["author"]):
                    page.leaf("b", review["author"])
                    page.leaf("i", "%d/5" % review["stars"])
                    page.leaf("p", review["text"])
    return ET.tostring(page.close(), encoding="unicode", short_empty_elements=False)
