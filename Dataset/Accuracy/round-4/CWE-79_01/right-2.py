from dataclasses import dataclass

SPECIAL = {ord(sign): f"&#x{ord(sign):x};" for sign in "&<>\"'`=\r"}


@dataclass(frozen=True)
class Raw:
    markup: str

    def __format__(self, spec):
        return self.markup


class Plain(str):
    def __format__(self, spec):
        return self.translate(SPECIAL)


def _lines(reviews):
    for review in reviews:
        author, text = Plain(review["author"]), Plain(review["text"])
        yield f'<li data-author="{author}"><b>{author}</b> <i>{int(review["stars"])}/5</i> <p>{text}</p></li>'


def render_reviews(campsite, reviews):
    block = '<section title="{0}">\n<h2>{0}</h2>\n<ul>{1}</ul>\n</section>'
    return block.format(Plain(campsite), Raw("\n".join(_lines(reviews))))
