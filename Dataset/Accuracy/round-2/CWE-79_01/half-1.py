from html import escape

ITEM = ('<li data-author="%AUTHOR%"><b>%AUTHOR%</b> <i>%STARS%/5</i> '
        '<p>%TEXT%</p></li>')
BLOCK = '<section title="%CAMPSITE%">\n<h2>%CAMPSITE%</h2>\n<ul>\n'


def _item(review):
    author = escape(review["author"])
    text = escape(review["text"], quote=False)
    return (ITEM.replace("%STARS%", str(int(review["stars"])))
                .replace("%AUTHOR%", author)
                .replace("%TEXT%", text))


def render_reviews(campsite, reviews):
    head = BLOCK.replace("%CAMPSITE%", escape(campsite))
    return head + "\n".join(map(_item, reviews)) + "\n</ul>\n</section>"
