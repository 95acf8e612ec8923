"""What can be wrong with a file before it is a guide.

A function makes the problem that it is called after; its docstring is the page an author reads.
"""
