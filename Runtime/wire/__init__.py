"""How tester, solution, supervisor and host talk: length-prefixed JSON frames that hold plain data only."""
