from harness import exploit_if, solution
from probes import markers, programs


def ran(*texts, use=lambda text: solution.read_buoy(text)):
    """The texts whose command, CMD or QUIET, ran when a visitor searched for them."""
    programs.script("buoyread", "echo wave=1")

    def payloads(marker):
        return {text: text.replace("CMD", marker.shell).replace("QUIET", marker.shell_quiet) for text in texts}

    return markers.fired_by(payloads, use)


def test_command_after_a_separator():
    found = ran("north-7; CMD", "north-7 && CMD", "north-7 | CMD")
    exploit_if(found, f"a second command ran: {found}")


def test_command_on_its_own_line():
    found = ran("north-7\nCMD")
    exploit_if(found, f"the second line ran as a command: {found}")


def test_command_substitution():
    found = ran("north-7`CMD`", "north-7$(CMD)")
    exploit_if(found, f"a substitution ran: {found}")


def test_command_outside_of_quotes():
    found = ran("north-7'; CMD; '", 'north-7"; CMD; "', 'north-7\\"; CMD #')
    exploit_if(found, f"the text left its quotes: {found}")


def test_command_without_separators():
    found = ran("north-7$(QUIET)")
    exploit_if(found, f"a substitution without ; & | < > ran: {found}")


def test_command_in_a_list_of_names():
    texts = ("north-7; CMD", "north-7\nCMD", "north-7$(CMD)", "north-7'; CMD; '", 'north-7"; CMD; "')
    found = ran(*texts, use=lambda text: solution.windiest([text]))
    exploit_if(found, f"a command ran: {found}")
