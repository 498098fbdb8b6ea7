from harness import solution, web_client
from probes import markers, programs, search
from probes.grammars import shell


def attack(field, ordinary, tries):
    programs.script("labelprint", "echo job 1")
    client = web_client(solution.create_app())

    def send(text):
        client.post("/labels", data={"text": "Brie", "copies": "1", field: text})

    search.attack(f"the field {field}", shell.texts(ordinary), markers.runs(send), tries)


def test_a_text_is_no_command():
    attack("text", "Brie", 26)


def test_a_number_is_no_command():
    attack("copies", "1", 14)
