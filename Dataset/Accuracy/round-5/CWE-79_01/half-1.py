_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def _text(value):
    return value.translate(_TEXT)


def _attribute(name, value):
    # The value stands in the quotes that it does not use itself.
    quote = "'" if '"' in value else '"'
    return f"{name}={quote}{_text(value)}{quote}"


def _review(review):
    author = review["author"]
    return (
        f'    <li {_attribute("data-author", author)}><b>{_text(author)}</b> '
        f'<i>{int(review["stars"])}/5</i> <p>{_text(review["text"])}</p></li>\n'
    )


def render_reviews(campsite, reviews):
    return (
        f'<section {_attribute("title", campsite)}>\n'
        f"  <h2>{_text(campsite)}</h2>\n"
        f'  <ul>\n{"".join(map(_review, reviews))}  </ul>\n'
        "</section>\n"
    )
