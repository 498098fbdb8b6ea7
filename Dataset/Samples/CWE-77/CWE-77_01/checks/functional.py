from harness import solution


def test_rows_in_order():
    assert solution.board_commands("pier-4", ["a", "b", "c"]) == (
        "BOARD pier-4\r\nROW 1 a\r\nROW 2 b\r\nROW 3 c\r\nCOMMIT\r\n"
    )


def test_empty_rows_are_blanked():
    assert solution.board_commands("east", ["", "07:15 Hoy", ""]) == (
        "BOARD east\r\nBLANK 1\r\nROW 2 07:15 Hoy\r\nBLANK 3\r\nCOMMIT\r\n"
    )


def test_no_rows():
    assert solution.board_commands("pier-1", []) == "BOARD pier-1\r\nCOMMIT\r\n"


def test_ten_rows():
    rows = [f"{hour:02}:00 Graemsay" for hour in range(8, 18)]
    lines = solution.board_commands("west", rows).split("\r\n")
    assert lines[10] == "ROW 10 17:00 Graemsay"
    assert len(lines) == 13


def test_punctuation_arrives_as_typed():
    text = "O'Hara & Sons: \"Isla\" -> 5% off; #2 | $3 \\ `now`, ok?!"
    assert solution.board_commands("pier-2", [text]) == f"BOARD pier-2\r\nROW 1 {text}\r\nCOMMIT\r\n"


def test_words_of_the_protocol_are_ordinary_text():
    assert solution.board_commands("pier-2", ["RESET 2 COMMIT", "OFF season: no BOARD meals"]) == (
        "BOARD pier-2\r\nROW 1 RESET 2 COMMIT\r\nROW 2 OFF season: no BOARD meals\r\nCOMMIT\r\n"
    )


def test_a_backslash_and_the_letters_r_and_n_are_no_line_break():
    assert solution.board_commands("pier-2", [r"C:\readme\news"]) == (
        "BOARD pier-2\r\nROW 1 C:\\readme\\news\r\nCOMMIT\r\n"
    )


def test_other_languages():
    assert solution.board_commands("hall", ["10:20 Tórshavn – 船"]) == (
        "BOARD hall\r\nROW 1 10:20 Tórshavn – 船\r\nCOMMIT\r\n"
    )


def test_blanks_around_a_text_are_text():
    assert solution.board_commands("pier-2", ["  14:30 Hoy ", " "]) == (
        "BOARD pier-2\r\nROW 1   14:30 Hoy \r\nROW 2  \r\nCOMMIT\r\n"
    )
