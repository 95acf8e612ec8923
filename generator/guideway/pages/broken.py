"""A template that cannot be rendered: which, in what line, and why."""

from collections.abc import Mapping
from traceback import walk_tb
from types import TracebackType
from typing import NoReturn

from jinja2 import (
    BaseLoader,
    Environment,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)


class BrokenTemplateError(Exception):
    """A template asks for what is not there, or is none: a project may have written it."""

    def __init__(self, name: str, line: int, what: str) -> None:
        """Say which template, such as `components/step.html.j2`, where in it, and what is wrong."""
        super().__init__(name, line, what)
        self.place = f"templates/{name}:{line}" if line else f"templates/{name}"
        self.what = what


class Named(BaseLoader):
    """Templates by name, which is known wherever one of them fails."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Take the text of each."""
        self._texts = texts

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """Give the text of a template, and its name in place of a file."""
        del environment
        if template not in self._texts:
            raise TemplateNotFound(template)
        return self._texts[template], template, None

    def list_templates(self) -> list[str]:
        """List the names."""
        return sorted(self._texts)


class Telling(Environment):
    """An environment whose templates, if they are broken, say where."""

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Tell of a template what the library tells of Python."""
        try:
            super().handle_exception(source)
        except TemplateSyntaxError as error:
            raise BrokenTemplateError(error.name or "", error.lineno, str(error.message)) from error
        except TemplateError as error:
            name, line = self._last(error.__traceback__)
            missing = isinstance(error, TemplateNotFound)
            what = f"there is no template “{error.message}”" if missing else str(error.message)
            raise BrokenTemplateError(name, line, what) from error
        except Exception as error:
            # What a template computes, fills in or calls wrongly is an error of Python.
            name, line = self._last(error.__traceback__)
            if not name:
                raise
            said = f"{type(error).__name__}: {error}"
            raise BrokenTemplateError(name, line, said) from error

    def _last(self, traceback: TracebackType | None) -> tuple[str, int]:
        """Find the innermost place in a template."""
        frames = ((frame.f_code.co_filename, line) for frame, line in walk_tb(traceback))
        names = set(self.list_templates())
        return next(iter([each for each in frames if each[0] in names][::-1]), ("", 0))
