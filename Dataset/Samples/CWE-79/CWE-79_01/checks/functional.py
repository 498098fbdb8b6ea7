from harness import solution
from probes import html

REVIEWS = [
    {"author": "Wim", "stars": 5, "text": "Wide pitches, warm showers."},
    {"author": "Ines Prado", "stars": 2, "text": "Too close to the road."},
    {"author": "Wim", "stars": 1, "text": "Rain."},
]


def page(campsite, reviews):
    return html.Page(solution.render_reviews(campsite, reviews))


def texts(found, tag):
    return [" ".join(element.text.split()) for element in found.find_all(tag)]


def test_the_campsite_is_heading_and_title():
    found = page("Otter Creek", [])
    assert texts(found, "h2") == ["Otter Creek"]
    assert [section.attributes["title"] for section in found.find_all("section")] == ["Otter Creek"]


def test_reviews_in_their_order():
    found = page("Otter Creek", REVIEWS)
    assert texts(found, "b") == ["Wim", "Ines Prado", "Wim"]
    assert texts(found, "i") == ["5/5", "2/5", "1/5"]
    assert texts(found, "p") == ["Wide pitches, warm showers.", "Too close to the road.", "Rain."]


def test_one_item_a_review_with_its_author():
    items = page("Otter Creek", REVIEWS).find_all("li")
    assert [item.attributes["data-author"] for item in items] == ["Wim", "Ines Prado", "Wim"]


def test_without_reviews_the_list_is_empty():
    found = page("Lone Oak", [])
    assert len(found.find_all("ul")) == 1
    assert found.find_all("li") == []


def test_signs_in_texts_are_shown_as_typed():
    for typed in ("Tom & Jerry <3", "5 > 4 and 3 < 4", "R&D", "it's \"fine\"", "100% & more; 2 + 2 = 4"):
        source = solution.render_reviews("Lone Oak", [{"author": "Kit", "stars": 3, "text": typed}])
        assert html.shows(source, typed, tag="p"), typed


def test_signs_in_names_are_shown_as_typed():
    for typed in ("Tom & Jerry <3", "Søren & Åse", "a < b"):
        source = solution.render_reviews(typed, [{"author": typed, "stars": 3, "text": "Fine."}])
        assert html.shows(source, typed, tag="b"), typed
        assert html.shows(source, typed, tag="h2"), typed
        assert html.Page(source).find("li").attributes["data-author"] == typed
