"""make bench: the budgets of the program, measured."""
