import html
import unicodedata


def _attribute(name, value):
    # One spelling for each name, so that scripts of the page can find all reviews of an author.
    return f'{name}="{unicodedata.normalize("NFKC", html.escape(value))}"'


def _review(review):
    author = review["author"]
    return (f"    <li {_attribute('data-author', author)}><b>{html.escape(author)}</b> "
            f"<i>{int(review['stars'])}/5</i> <p>{html.escape(review['text'])}</p></li>\n")


def render_reviews(campsite, reviews):
    title = html.escape(campsite)
    return (f'<section title="{title}">\n  <h2>{title}</h2>\n  <ul>\n'
            + "".join(_review(review) for review in reviews)
            + "  </ul>\n</section>\n")
