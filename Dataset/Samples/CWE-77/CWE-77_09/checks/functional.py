from lxml import etree

from harness import solution

SONGS = [
    ("Ha 12", "yes", "Anna's wedding", "Reed", "Jo Hale", "Come dance & sing, come all you fiddlers"),
    ("Ha 13", "yes", "Frost", "Reed", "Jo Hale", "Cold is the night <softly>"),
    ("Ha 14", "no", "Frost", "Reed", "Jo Hale", "Cold is the day"),
    ("O'N/7-b", "yes", "R & D; [x] = <3", "Müllers' Höfe, #2", "A. or B.", "night and day, or not()"),
    ("Ha 2", "yes", "Frost and fire", "reed", "Jo", "The colder day"),
    ("&amp;", "yes", "Reed", "%20 100%", "concat(1)", "//song | @id"),
]
KEYS = ("title", "place", "singer")


def document(songs=SONGS):
    root = etree.Element("archive")
    etree.SubElement(root, "pin").text = "4711"
    for number, opened, *texts in songs:
        song = etree.SubElement(root, "song", id=number, open=opened)
        for key, text in zip((*KEYS, "words"), texts):
            etree.SubElement(song, key).text = text
    return root


def asked(request, songs=SONGS):
    assert isinstance(request, bytes)
    ask = etree.XML(request)
    assert ask.tag == "ask" and set(ask.attrib) == {"from", "max"} and [one.tag for one in ask] == ["query"]
    start, most = int(ask.get("from")), int(ask.get("max"))
    found = document(songs).xpath(ask.findtext("query"))
    return [song.get("id") for song in found[start - 1 : start - 1 + most]], start, most


def ids(form, page=1):
    return asked(solution.ask_for(form, page))[0]


def test_each_field():
    for number, opened, *texts in SONGS:
        for key, text in zip(KEYS, texts):
            place = KEYS.index(key) + 2
            assert ids({key: text}) == [song[0] for song in SONGS if song[1] == "yes" and song[place] == text]
    assert ids({"title": "frost"}) == ids({"place": "Ree"}) == []


def test_fields_together():
    assert ids({"place": "Reed", "singer": "Jo Hale", "title": ""}) == ["Ha 12", "Ha 13"]
    assert ids({"place": "Reed", "title": "Frost", "singer": "Jo Hale", "words": "night"}) == ["Ha 13"]
    assert ids({"place": "reed", "title": "Frost"}) == []


def test_words():
    assert ids({"words": "day night"}) == ["O'N/7-b"]
    assert ids({"words": "  sing   dance"}) == ["Ha 12"]
    assert ids({"words": "Cold the"}) == ["Ha 13"]
    assert ids({"words": "cold"}) == ["Ha 2"]
    assert ids({"words": "& <softly>"}) == [] and ids({"words": "<softly>"}) == ["Ha 13"]
    assert ids({"words": "//song | @id"}) == ["&amp;"] and ids({"words": "not() or"}) == ["O'N/7-b"]


def test_no_field_and_other_fields():
    everything = [song[0] for song in SONGS if song[1] == "yes"]
    assert ids({}) == ids({"title": "", "place": "", "words": " "}) == everything
    assert ids({"page": "2", "singer-of": "x", "id": "Ha 12", "open": "no", "title": "Frost"}) == ["Ha 13"]


def test_pages():
    many = [(f"N {number}", "yes" if number % 3 else "no", "Frost", "Reed", "Jo", "la la") for number in range(100)]
    shown = [song[0] for song in many if song[1] == "yes"]
    for page in (1, 2, 4, 5):
        found, start, most = asked(solution.ask_for({"title": "Frost", "words": "la"}, page), many)
        assert (start, most) == (20 * page - 19, 20) and found == shown[20 * page - 20 : 20 * page]


def test_songs_by_ids():
    assert asked(solution.ask_by_ids(["Ha 2", "Ha 12", "Ha 14", "Ha"])) == (["Ha 12", "Ha 2"], 1, 4)
    assert asked(solution.ask_by_ids(["O'N/7-b"])) == (["O'N/7-b"], 1, 1)
    assert asked(solution.ask_by_ids(["&amp;", "&"])) == (["&amp;"], 1, 2)
    many = [str(number) for number in range(60)]
    assert asked(solution.ask_by_ids(many))[1:] == (1, 60)
