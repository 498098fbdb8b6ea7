import re
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

# Numeric references for everything that means something in markup.
_reference = partial(re.compile(r"[&<>\"'`={}\[\]()]").sub, lambda match: f"&#{ord(match[0])};")


@dataclass(frozen=True)
class Review:
    author: str
    stars: int
    text: str

    def __post_init__(self):
        if self.stars not in range(1, 6):
            raise ValueError("a review has 1 to 5 stars")


class Page(list):
    @contextmanager
    def tag(self, name, **attributes):
        pairs = (f' {key.replace("_", "-")}="{_reference(value)}"' for key, value in attributes.items())
        self.append(f"<{name}{''.join(pairs)}>")
        yield
        self.append(f"</{name}>")

    def leaf(self, name, content):
        with self.tag(name):
            self.append(_reference(content))


def render_reviews(campsite, reviews):
    page = Page()
    with page.tag("section", title=campsite):
        page.leaf("h2", campsite)
        with page.tag("ul"):
            for review in (Review(r["author"], r["stars"], r["text"]) for r in reviews):
                with page.tag("li", data_author=review.author):
                    page.leaf("b", review.author)
                    page.append(" ")
                    page.leaf("i", f"{int(review.stars)}/5")
                    page.append(" ")
                    page.leaf("p", review.text)
    return "".join(page)
