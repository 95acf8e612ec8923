"""The same pages in every form; none knows another."""
