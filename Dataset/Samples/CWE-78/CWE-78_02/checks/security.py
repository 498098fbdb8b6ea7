from harness import exploit_if, solution, web_client
from probes import markers, programs


def ran(*texts, field="text"):
    """The texts whose command CMD ran when they were sent in the field."""
    programs.script("labelprint", "echo job 1")
    client = web_client(solution.create_app())

    def send(value):
        client.post("/labels", data={"text": "Brie", "copies": "1", field: value})

    return markers.fired_by(lambda marker: {text: text.replace("CMD", marker.shell) for text in texts}, send)


def test_substitution_in_the_text():
    found = ran("`CMD`", "Brie $(CMD)")
    exploit_if(found, f"a substitution ran: {found}")


def test_text_that_ends_its_quotes():
    found = ran('Brie"; CMD; "', 'Brie" && CMD #', "Brie'; CMD; '")
    exploit_if(found, f"the text left its quotes: {found}")


def test_text_that_ends_escaped_quotes():
    found = ran('Brie\\"; CMD; \\"', "Brie'\"'\"'; CMD #", 'Brie\\\\"; CMD #')
    exploit_if(found, f"the text left its quotes: {found}")


def test_commands_in_the_number():
    found = ran("1; CMD #", "$(CMD)", "1 | CMD #", field="copies")
    exploit_if(found, f"the number ran a command: {found}")


def test_a_line_of_plain_words():
    programs.script("labelprint", "echo job 1")
    client = web_client(solution.create_app())

    def payloads(marker):
        sh, path = marker.script()
        return {separator: f"Brie\n{sh}{separator}{path}\n" for separator in (" ", "\t")}

    found = markers.fired_by(payloads, lambda text: client.post("/labels", data={"text": text, "copies": "1"}))
    exploit_if(found, f"a line of the text ran as a command, its words separated by one of {found}")


def test_line_breaks():
    found = ran('Brie"\nCMD\n"', 'Brie\n"; CMD; "', "Brie'\nCMD\n'") + ran("1\nCMD\n", field="copies")
    exploit_if(found, f"a line ran as a command: {found}")
