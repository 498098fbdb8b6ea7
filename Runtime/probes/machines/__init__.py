"""Attack by search: sequences of operations, run on a solution and on a reference model that says what is allowed."""
