"""Scripts and looks of the pages, in real browsers."""
