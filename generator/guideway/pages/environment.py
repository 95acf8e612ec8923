"""The templates, ready to be rendered, and what they can ask."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, cast

from jinja2 import BytecodeCache, Environment, StrictUndefined, Template, pass_context
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from guideway.computing.names import fact_of
from guideway.model.computed import Computed
from guideway.model.condition_data import as_data
from guideway.model.fences import words_first
from guideway.model.inline import opening
from guideway.model.settings import NOWHERE, SiteInfo
from guideway.model.words import Words
from guideway.pages.broken import Named, Telling
from guideway.pages.computing import Shown, WriteDay, shown_of
from guideway.pages.currency import coin_of
from guideway.pages.downloads import bundle_of, single_of
from guideway.pages.figured import figured
from guideway.pages.figures import quantity
from guideway.pages.file_sizes import ending
from guideway.pages.filters import OF_THE_PAGE
from guideway.pages.qr_code import scan_code
from guideway.pages.scripts import needs_of
from guideway.pages.sourcing import together
from guideway.pages.targets import address_of, fragment_of
from guideway.pages.wording import direction_of, filters_of

Templates = Environment
"""The templates, ready to be rendered."""
Compiled = BytecodeCache
"""What keeps the code that templates are compiled to."""

_SPECIAL = frozenset("&<>'\"")


def environment_of(
    templates: Mapping[str, str],
    words: Words,
    site: SiteInfo = NOWHERE,
    compiled: Compiled | None = None,
) -> Environment:
    """Prepare what renders pages and shells.

    `templates` maps the name of a template, such as `pages/guide.md.j2`, to its text.
    """
    environment = Telling(
        loader=Named(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled,
    )
    environment.template_class = _PageTemplate
    environment.context_class = _Context
    environment.globals.update(words=words, site=site.address, editions=site.editions)
    environment.globals.update(language=site.language, direction=direction_of(site.language))
    environment.globals.update(coin=coin_of(site))
    environment.globals.update(bundle=partial(bundle_of, site.bundle))
    environment.globals.update(needs=needs_of(templates))
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.filters.update(filters_of(words, site.language))
    environment.filters.update(quantity=partial(quantity, words))
    environment.filters.update(address=address_of, fragment=fragment_of)
    environment.filters.update(opening=opening, words_first=words_first, ending=ending)
    environment.filters.update(script=as_data, single=single_of)
    environment.filters.update(scan_code=scan_code, together=together, figured=figured)
    environment.filters.update({name: _filter(name) for name in OF_THE_PAGE})
    environment.filters.update(worked=_worked(words, environment.filters["day"]))
    return environment


class _PageTemplate(Template):
    """One whose macros see the page, and nothing else of who imports them: they are made once."""

    @classmethod
    def from_code(cls, *args: Any, **kwargs: Any) -> Template:
        """Make a template of its code, with an `escape` that makes nothing where it need not."""
        template = super().from_code(*args, **kwargs)
        template.root_render_func.__globals__["escape"] = _escaped
        return template

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - it is called so
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002
    ) -> TemplateModule:
        """Give the macros as they are on a page."""
        view = (vars or {}).get("view")
        if view is None:
            return super().make_module(vars, shared, locals)
        if self.name not in view.components:
            view.components[self.name] = super().make_module({"page": view.page, "view": view})
        return cast("TemplateModule", view.components[self.name])


class _Context(Context):
    """One that calls a macro at once; the library asks of each what else it could be."""

    def call(self, obj: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls."""
        if type(obj) is not Macro:
            return super().call(obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return obj(self.eval_ctx, *args, **kwargs)


def _escaped(value: object) -> object:
    """Escape what is put out; nearly all of it is HTML already, or has no sign to escape."""
    if type(value) is Markup or (type(value) is str and _SPECIAL.isdisjoint(value)):
        return value
    return escape(value)


def _worked(words: Words, day: WriteDay) -> Callable[..., Shown]:
    """Make the filter that puts a computed fact into words: its records belong to the page."""

    @pass_context
    def worked(context: Context, computed: Computed) -> Shown:
        found = {name: fact_of(context["view"].fact(id_)) for name, id_ in computed.facts.items()}
        facts = {name: fact for name, fact in found.items() if fact}
        return shown_of(computed, facts, words, day)

    return worked


def _filter(name: str) -> Callable[..., Any]:
    """Make a filter that asks the view of the page being rendered."""

    @pass_context
    def apply(context: Context, *arguments: object) -> Any:
        return getattr(context["view"], name)(*arguments)

    return apply
