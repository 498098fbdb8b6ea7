from harness import solution, web_client
from probes import programs


def send(printer="echo job 17", **fields):
    """Sends the form; returns the response and the arguments of each call of labelprint."""
    tool = programs.script("labelprint", printer)
    response = web_client(solution.create_app()).post("/labels", data=fields)
    return response, tool.calls


def prints(text, copies="1"):
    response, calls = send(text=text, copies=copies)
    assert response.status_code == 200
    assert calls == [["--copies", copies, "--text", text]]


def test_a_label_is_printed():
    response, calls = send(text="Brie", copies="3")
    assert response.status_code == 200
    assert response.get_json() == {"job": 17}
    assert calls == [["--copies", "3", "--text", "Brie"]]


def test_the_number_is_that_of_the_job():
    response, _ = send("echo job 40123", text="Brie", copies="1")
    assert response.get_json() == {"job": 40123}


def test_blanks_and_punctuation():
    prints("Bishop's choice: 45% fat & herbs (mild); nr. 7")
    prints("Don't move > turn | 1 < 2, #3? *new* [ripe] {a} ~b = c_d + e/f")


def test_other_languages():
    prints("Käse aus Gruyères – チーズ")


def test_the_longest_text():
    prints("Emmental " + "x" * 71)


def test_a_text_that_looks_like_an_option():
    prints("no --copies 9 for me")


def test_most_copies():
    prints("Brie", copies="50")


def test_the_printer_fails():
    for exit_code in (1, 3):
        response, calls = send(f"exit {exit_code}", text="Brie", copies="2")
        assert response.status_code == 502
        assert len(calls) == 1


def test_a_field_is_missing():
    for fields in ({"text": "Brie"}, {"copies": "2"}, {}):
        response, calls = send(**fields)
        assert response.status_code == 400
        assert calls == []
