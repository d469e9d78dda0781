"""How ``_additional`` of what v3's Get queries returned, and geo coordinates, are reached on v4's objects, and built anew from them."""

from __future__ import annotations

from ...records import record
from ..code import Code, Group, Item, call, join
from ..site import Site, repeats
from ..unit import Refusal, Unlike
from ..views import View
from .selection import METADATA, PLACE, Selected

GROUPED = "a grouped result leaves the place where the query is made"


def check_repeats(code: Code) -> None:
    """Raise Refusal where the code can't be written more than once: it sends the query, or does something else."""
    if not repeats(code):
        raise Refusal("the result is needed more than once, where it has no name")



@record(eq=False)
class Place(View):
    """Geo coordinates: an object in v4, or None in both."""

    site: Site
    optional = absent = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key in PLACE:
            return join(code, f".{key}"), None
        raise Unlike

    def rebuilt(self, code: Code) -> Code:
        check_repeats(code)
        made = Group("", "{", tuple(Item(join(code, f".{n}"), f"{self.site.string(n)}: ") for n in sorted(PLACE)), "}")
        return join(made, " if ", code, " else None")



@record(eq=False)
class Additional(View):
    """What GraphQL calls ``_additional``, on the v4 object itself."""

    site: Site
    fields: Selected
    response: Code | None = None
    rest: str = ""
    optional = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key not in self.fields.additional:
            raise Unlike
        if key == "generate":
            return code, Generated(self.site, self.fields, self.response)
        if key == "rerank":
            return code, Reranked(self.site)
        return _metadata(self.site, key, code), None

    def rebuilt(self, code: Code) -> Code:
        string = self.site.string
        items = []
        if len(self.fields.additional) > 1:
            check_repeats(code)
        for name in sorted(self.fields.additional):  # as the server of v3 has them
            if name == "generate":
                value = Generated(self.site, self.fields, self.response, self.rest).rebuilt(code)
            elif name == "rerank":
                value = Group("", "[", (Item(Group("", "{", (Item(join(code, ".metadata.rerank_score"), f"{string('score')}: "),), "}")),), "]")
            else:
                value = _metadata(self.site, name, code)
            items.append(Item(value, f"{string(name)}: "))
        return Group("", "{", tuple(items), "}")



def _metadata(site: Site, key: object, code: Code) -> Code:
    """An ``_additional`` value: scores and times are strings in GraphQL."""
    if key == "id":
        return call("str", join(code, ".uuid"))
    if key == "vector":
        return join(code, f".vector[{site.string('default')}]")
    if key in ("creationTimeUnix", "lastUpdateTimeUnix"):
        return call("str", call("round", join(code, f".metadata.{METADATA[str(key)]}.timestamp() * 1000")))
    if key == "score":
        return call("str", join(code, ".metadata.score"))
    if isinstance(key, str) and key in METADATA:
        return join(code, f".metadata.{METADATA[key]}")
    raise Refusal(f"`_additional` field `{key}` has no v4 equivalent that is the same")



@record(eq=False)
class Generated(View):
    """``_additional { generate { ... } }``."""

    site: Site
    fields: Selected
    response: Code | None = None
    rest: str = ""

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key == "singleResult":
            return generated(self.site, code), None
        if key == "groupedResult" and self.response is not None:
            return generated(self.site, self.response), None
        raise Unlike

    def rebuilt(self, code: Code) -> Code:
        string = self.site.string
        items = [Item("None", f"{string('error')}: ")]
        if "grouped_task" in self.fields.generated:
            if self.response is None:
                raise Refusal(GROUPED)
            items.append(Item(join(generated(self.site, self.response), self.rest), f"{string('groupedResult')}: "))
        if "single_prompt" in self.fields.generated:
            items.append(Item(generated(self.site, code), f"{string('singleResult')}: "))
        return Group("", "{", tuple(items), "}")



def generated(site: Site, code: Code) -> Code:
    """What was generated for an object or a response: ``generative`` is newer than ``generated``, which is deprecated."""
    return join(code, ".generative.text" if site.options.target >= (4, 16) else ".generated")



@record(eq=False)
class Reranked(View):
    """``_additional { rerank(...) { score } }``: a list of one."""

    site: Site

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if key == 0:
            return code, self
        if key == "score":
            return join(code, ".metadata.rerank_score"), None
        raise Unlike

