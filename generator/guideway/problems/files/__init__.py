"""What can be wrong with a file before it is a guide.

One module per fault: its docstring is the page an author is sent to, its function makes the
problem.
"""
