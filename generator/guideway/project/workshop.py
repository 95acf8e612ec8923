"""What lies in a project: what its authors say, and a folder of the program, safe to delete."""

WORKSHOP = ".build"
MADE = "cache"
"""What builds have made, for the next."""
CHECKED = "checked"
"""What is known of content: what is in its files, and what rules found in their pieces."""
NOTE = "last.json"
"""What the last build was made of."""
PREVIEW = "preview"
"""The site as it is served while somebody writes."""
ROOM = "build-"
"""How the room of a build starts to be called."""

OWN = ("content", "templates", "words", "words.yaml", "languages", "countries", "mkdocs.yml")
"""All that a project has to say: folders, and files."""
