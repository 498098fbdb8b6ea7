from contextlib import contextmanager
from xml.etree.ElementTree import TreeBuilder, tostring


class Html(TreeBuilder):
    @contextmanager
    def inside(self, tag, **attributes):
        self.start(tag, {key.replace("_", "-"): value for key, value in attributes.items()})
        yield
        self.end(tag)

    def leaf(self, tag, text):
        with self.inside(tag):
            self.data(text)


def render_reviews(campsite, reviews):
    html = Html()
    with html.inside("section", title=campsite):
        html.leaf("h2", campsite)
        with html.inside("ul"):
            for review in reviews:
                with html.inside("li", data_author=review["author"]):
                    html.leaf("b", review["author"])
                    html.data(" ")
                    html.leaf("i", f"{review['stars']}/5")
                    html.data(" ")
                    html.leaf("p", review["text"])
    return tostring(html.close(), encoding="unicode", short_empty_elements=False)
