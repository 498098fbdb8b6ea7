from harness import environment, solution

KEY = "seven swans a-swimming"


def setup():
    environment["CLOAK_KEY"] = KEY


def start():
    """Starts the program with the manager's key."""
    environment["CLOAK_KEY"] = KEY
    solution.reload()


def test_a_ticket_tells_its_peg():
    start()
    for peg in (1, 17, 250, 9999):
        assert solution.peg_of(solution.issue(peg)) == peg


def test_a_ticket_can_be_printed():
    start()
    for peg in (1, 9999):
        ticket = solution.issue(peg)
        assert type(ticket) is str and 0 < len(ticket) <= 100
        assert ticket.isascii() and ticket.isprintable()


def test_the_scanner_knows_the_tickets_of_the_printer():
    start()
    tickets = [solution.issue(peg) for peg in (3, 44)]
    start()
    assert [solution.peg_of(ticket) for ticket in tickets] == [3, 44]


def test_tickets_of_different_pegs_differ():
    start()
    assert len({solution.issue(peg) for peg in range(1, 60)}) == 59


def test_other_texts_are_no_tickets():
    start()
    for text in ("", "17", "hello", "-", ".", "17-", "17.", "0", "-17", "١٧", "coat 17: ", " ", "17" * 30, "é-é"):
        assert solution.peg_of(text) is None, text


def test_parts_of_a_ticket_are_no_tickets():
    start()
    ticket = solution.issue(17)
    for text in (ticket[:-4], ticket[4:], ticket[: len(ticket) // 2], ticket + ticket):
        assert solution.peg_of(text) is None, text


def test_a_mixture_of_tickets_is_no_ticket():
    start()
    one, other = solution.issue(1234), solution.issue(8765)
    for cut in range(4, len(one), 3):
        mixture = one[:cut] + other[cut:]
        assert mixture in (one, other) or solution.peg_of(mixture) is None, mixture
