from harness import box, solution, web_client

NAMES = {"dog": "Rex", "owner": "Ada"}


def setup():
    box.write("school/diplomas/en/Puppy class.txt", b"Well done, {dog}!\n{owner} may be proud of {dog}.\n")
    box.write("school/diplomas/en/agility-2.1 (advanced).txt", b"{dog} can jump.")
    box.write("school/diplomas/en/notes..old.txt", b"{owner}: old notes.")
    box.write("school/diplomas/en/drafts/rescue.txt", b"Not ready.")
    box.write("school/diplomas/de/Puppy class.txt", "{dog} & {owner} – schön!".encode())
    box.write("school/diplomas/de/Fährte.txt", "Fährte: {dog}".encode())
    box.write("school/diplomas/pt-BR/agility-2.1 (advanced).txt", b"Parab\xc3\xa9ns, {dog}!")
    box.mkdir("school/diplomas/it")


def client(folder="school/diplomas"):
    return web_client(solution.create_app(folder))


def diploma(course, folder="school/diplomas", **more):
    response = client(folder).get("/diploma", query_string={"course": course, **NAMES, **more})
    return response.get_data(as_text=True) if response.status_code == 200 else response.status_code


def courses(**asked):
    response = client().get("/courses", query_string=asked)
    assert response.status_code == 200
    return response.get_json()


ENGLISH = ["Puppy class", "agility-2.1 (advanced)", "notes..old"]


def test_a_diploma():
    assert diploma("Puppy class", language="en") == "Well done, Rex!\nAda may be proud of Rex.\n"
    assert diploma("agility-2.1 (advanced)", language="pt-BR") == "Parabéns, Rex!"


def test_a_diploma_without_a_language():
    assert diploma("agility-2.1 (advanced)") == "Rex can jump."


def test_names_and_courses_of_all_kinds():
    assert diploma("Fährte", language="de", dog="Übermut", owner="x") == "Fährte: Übermut"
    names = {"dog": "../Bo", "owner": "O'Hara & <Söhne>"}
    assert diploma("Puppy class", language="de", **names) == "../Bo & O'Hara & <Söhne> – schön!"
    assert diploma("notes..old") == "Ada: old notes."


def test_english_where_a_language_has_no_template():
    assert diploma("notes..old", language="de") == "Ada: old notes."
    assert diploma("notes..old", language="it") == "Ada: old notes."
    assert diploma("notes..old", language="fr") == "Ada: old notes."


def test_a_course_that_there_is_not():
    assert diploma("Dancing", language="de") == 404
    assert diploma("Fährte", language="en") == 404
    assert diploma("rescue", language="en") == 404


def test_a_diploma_is_plain_text():
    response = client().get("/diploma", query_string={"course": "Puppy class", **NAMES})
    assert response.status_code == 200
    assert response.mimetype == "text/plain"


def test_the_courses():
    assert courses() == ENGLISH
    assert courses(language="en") == ENGLISH
    assert courses(language="de") == ["Fährte", *ENGLISH]
    assert courses(language="it") == ENGLISH
    assert courses(language="fr") == ENGLISH


def test_changes_show_at_once():
    box.write("more/en/a.txt", b"first")
    app = solution.create_app(box.path("more"))
    one = web_client(app)
    asked = {"course": "a", "language": "nl", **NAMES}
    assert one.get("/diploma", query_string=asked).get_data(as_text=True) == "first"
    box.write("more/en/a.txt", b"second, {dog}")
    assert one.get("/diploma", query_string=asked).get_data(as_text=True) == "second, Rex"
    box.write("more/nl/a.txt", b"derde, {owner}")
    box.write("more/nl/b.txt", b"b")
    assert one.get("/diploma", query_string=asked).get_data(as_text=True) == "derde, Ada"
    assert one.get("/courses", query_string={"language": "nl"}).get_json() == ["a", "b"]
