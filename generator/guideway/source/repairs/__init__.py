"""A line → the same line as it was probably meant, each way with the words for what is wrong.

None of them is right by itself: `diagnosis` tries them, and tells the one that lets the reader go
on.
"""
