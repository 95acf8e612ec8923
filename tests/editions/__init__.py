"""The same pages in every form."""
