"""The programs that can put the frame of our theme around pages, by their names."""

from typing import Literal

EngineName = Literal["mkdocs", "properdocs", "zensical"]
DEFAULT_ENGINE: EngineName = "mkdocs"
