"""Mean changes made by hand to the program, and whether the tests nearest to them notice."""
