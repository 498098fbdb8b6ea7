from harness import solution


def raises(kind, function, *arguments):
    try:
        function(*arguments)
    except kind:
        return True
    return False


def book(*loans):
    made = solution.Loans(["P 112", "P 7", "Z"])
    for number, loan in enumerate(loans, 1):
        assert made.lend(*loan) == number
    return made


ULM, BRNO = ("P 112", "Ulm", "2031-01-20", "2031-03-31"), ("P 112", "Brno & Co", "2031-05-31", "2031-06-06")


def test_nothing_is_lent_at_first():
    assert book().loans("P 7") == book(ULM).loans("Z") == []


def test_loans_in_the_order_of_their_days():
    made = book(BRNO, ULM, ("P 7", "Gent", "2031-02-01", "2031-02-28"))
    assert made.loans("P 112") == [(2, *ULM[1:]), (1, *BRNO[1:])]
    assert made.loans("P 7") == [(3, "Gent", "2031-02-01", "2031-02-28")]


def test_the_shortest_and_the_longest_loan():
    made = book(("Z", "Gent", "2032-02-26", "2032-03-03"), ("P 7", "Gent", "2031-01-01", "2031-03-31"))
    assert made.loans("Z") == [(1, "Gent", "2032-02-26", "2032-03-03")]
    assert made.loans("P 7") == [(2, "Gent", "2031-01-01", "2031-03-31")]


def test_the_ends_of_the_book():
    made = book(("Z", "Gent", "2020-01-01", "2020-01-07"), ("Z", "Ulm", "2059-12-25", "2059-12-31"))
    assert [loan[2:] for loan in made.loans("Z")] == [("2020-01-01", "2020-01-07"), ("2059-12-25", "2059-12-31")]


def test_a_loan_between_two_with_just_enough_rest():
    made = book(ULM, ("P 112", "Gent", "2031-08-06", "2031-10-06"))
    assert made.lend(*BRNO) == 3
    assert [loan[0] for loan in made.loans("P 112")] == [1, 3, 2]


def test_a_loan_is_moved():
    made = book(ULM, BRNO)
    assert made.move(2, "2031-06-01", "2031-08-29") is None
    assert made.loans("P 112") == [(1, *ULM[1:]), (2, "Brno & Co", "2031-06-01", "2031-08-29")]
    made.move(2, "2030-09-01", "2030-11-20")
    assert made.loans("P 112") == [(2, "Brno & Co", "2030-09-01", "2030-11-20"), (1, *ULM[1:])]


def test_a_work_is_exchanged():
    made = book(ULM, BRNO, ("P 7", "Gent", "2030-08-01", "2030-10-20"))
    assert made.exchange(1, "P 7") is None
    assert made.loans("P 112") == [(2, *BRNO[1:])]
    assert made.loans("P 7") == [(3, "Gent", "2030-08-01", "2030-10-20"), (1, *ULM[1:])]


def test_a_loan_is_cancelled():
    made = book(ULM, BRNO)
    assert made.cancel(2) is None
    assert made.loans("P 112") == [(1, *ULM[1:])]
    assert made.lend("P 112", "Gent", "2031-06-05", "2031-06-30") == 3
    assert made.loans("P 112") == [(1, *ULM[1:]), (3, "Gent", "2031-06-05", "2031-06-30")]


def test_what_is_not_in_the_book():
    made = book(ULM, BRNO)
    made.cancel(2)
    for number in (0, 2, 9):
        assert raises(KeyError, made.move, number, "2033-06-01", "2033-08-29")
        assert raises(KeyError, made.exchange, number, "Z")
        assert raises(KeyError, made.cancel, number)
    assert raises(KeyError, made.lend, "P 113", "Gent", "2033-06-01", "2033-08-29")
    assert raises(KeyError, made.exchange, 1, "P 113")
    assert raises(KeyError, made.loans, "P 113")
    assert made.loans("P 112") == [(1, *ULM[1:])]


def test_what_is_given_out_is_a_copy():
    made = book(ULM)
    made.loans("P 112").clear()
    assert made.loans("P 112") == [(1, *ULM[1:])]
    assert solution.Loans(["P 112"]).loans("P 112") == []
