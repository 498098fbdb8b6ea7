from html import escape

BLOCK = """<section title="CAMPSITE">
  <h2>CAMPSITE</h2>
  <ul>
{}  </ul>
</section>"""
ITEM = '    <li data-author="AUTHOR"><b>AUTHOR</b> <i>STARS/5</i> <p>TEXT</p></li>\n'


def _item(review):
    return (
        ITEM.replace("AUTHOR", escape(review["author"], quote=True))
        .replace("STARS", str(int(review["stars"])))
        # quotes may stay as they are between tags
        .replace("TEXT", escape(review["text"], quote=False))
    )


def render_reviews(campsite, reviews):
    block = BLOCK.replace("CAMPSITE", escape(campsite, quote=True))
    head, tail = block.rsplit("{}", 1)
    return head + "".join(map(_item, reviews)) + tail
