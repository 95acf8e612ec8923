"""`python -m guideway` is the same as `guideway`."""

from guideway.cli import main

main()
