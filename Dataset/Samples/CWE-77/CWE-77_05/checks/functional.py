import csv
import io

from harness import solution

LIST = [
    {"guest": "Ada", "thing": "kettle", "kilos": 1.25, "note": "leaks"},
    {"guest": "Jo, the plug", "thing": "8\" pan", "kilos": 3, "note": ""},
    {"guest": "", "thing": "bell", "kilos": None, "note": "a\nb"},
    {"guest": "Bo", "thing": "scales", "kilos": -0.5, "note": "off by that much"},
]


def visit(text, key="note"):
    return {"guest": "Ada", "thing": "kettle", "kilos": 1.0, "note": "x"} | {key: text}


def comes_back(*visits):
    floats = [one | {"kilos": one["kilos"] if one["kilos"] is None else float(one["kilos"])} for one in visits]
    assert solution.import_list(solution.export_list(list(visits))) == floats


def test_the_file():
    assert solution.export_list(LIST) == (
        "guest,thing,kilos,note\r\n"
        "Ada,kettle,1.25,leaks\r\n"
        '"Jo, the plug","8"" pan",3,\r\n'
        ',bell,,"a\nb"\r\n'
        "Bo,scales,-0.5,off by that much\r\n"
    )


def test_an_empty_list():
    assert solution.export_list([]) == "guest,thing,kilos,note\r\n"
    assert solution.import_list("guest,thing,kilos,note\r\n") == []


def test_numbers():
    text = solution.export_list([visit(number, "kilos") for number in (0, -3, 12, 0.1, -0.25, 1e-9, 10**20, None)])
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert [row[2] for row in rows] == ["0", "-3", "12", "0.1", "-0.25", "1e-09", "1" + "0" * 20, ""]


def test_a_list_comes_back():
    comes_back(*LIST)
    comes_back()


def test_texts_of_all_kinds_come_back():
    texts = (
        *("'Tis the lid", "''", "'", "-", "- none -", "a,b;c\td", '"', '""x""', "two\nlines", "x = 1", "1+1"),
        *("Ada@home", "Ä – 犬"),
        *("  blanks  ", "", "7", "1.5", "None", "nan", "# x", "\\", "\\n", "(a) {b}", "'-", "guest,thing,kilos,note"),
    )
    for key in ("guest", "thing", "note"):
        comes_back(*(visit(text, key) for text in texts))


def test_ordinary_texts_stand_in_the_file_as_they_were_typed():
    text = solution.export_list([visit("x = 1, Ada@home - none")])
    assert list(csv.reader(io.StringIO(text, newline="")))[1] == ["Ada", "kettle", "1.0", "x = 1, Ada@home - none"]


def test_a_file_that_was_saved_by_the_spreadsheet():
    rows = list(csv.reader(io.StringIO(solution.export_list([*LIST, visit("- none -")]), newline="")))
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([rows[0], *rows[:0:-1]])
    back = solution.import_list(file.getvalue())
    assert [one["note"] for one in back] == ["- none -", "off by that much", "a\nb", "", "leaks"]
    assert [one["kilos"] for one in back] == [1.0, -0.5, None, 3.0, 1.25]
