from contextlib import contextmanager
from xml.etree.ElementTree import TreeBuilder, tostring


class Page(TreeBuilder):
    @contextmanager
    def element(self, tag, **attributes):
        self.start(tag, {key.replace("_", "-"): value for key, value in attributes.items()})
        yield self
        self.end(tag)

    def line(self, tag, text):
        with self.element(tag):
            self.data(text)


def render_reviews(campsite, reviews):
    page = Page()
    with page.element("section", title=campsite):
        page.line("h2", campsite)
        with page.element("ul"):
            for review in reviews:
                with page.element("li", data_author=review["author"]):
                    page.line("b", review["author"])
                    page.data(" ")
                    page.line("i", f"{review['stars']:d}/5")
                    page.data(" ")
                    page.line("p", review["text"])
    return tostring(page.close(), encoding="unicode", short_empty_elements=False)
