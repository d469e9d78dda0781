"""Classes that hold fields: what ``dataclasses`` and ``typing.NamedTuple`` make, at a fraction of their cost when they are imported.

``dataclasses`` writes and compiles up to nine methods for each class when it is defined, and imports ``inspect``: over this
package that took nearly half of the time until the first finding. Here the one method that pays for being compiled, the
constructor, is compiled when the first object is made; the others are plain functions.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter, itemgetter

__all__ = ["NamedTuple", "as_dict", "field", "fields", "record", "replace"]

TYPE_CHECKING = False  # as in typing, which is not worth its import here
if TYPE_CHECKING:
    from typing import Any, NamedTuple, TypeVar

    from typing_extensions import dataclass_transform

    T = TypeVar("T")
else:

    def dataclass_transform(**_: object) -> Callable[[Any], Any]:
        """What type checkers take ``record`` for; nothing while it runs."""
        return lambda function: function

    class _Tuples(type):
        """Makes the classes that name ``NamedTuple`` as their base."""

        def __new__(meta, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(meta, name, bases, body)
            names = tuple(body["__annotations__"])
            defaults = {each: body.pop(each) for each in names if each in body}
            body.update({each: property(itemgetter(place)) for place, each in enumerate(names)})
            body.update(_OF_TUPLES, __slots__=(), __match_args__=names, _fields=names, _field_defaults=defaults)
            return type(name, (tuple,), body)

    class NamedTuple(metaclass=_Tuples):
        """A base that makes the annotated names of a class the names of a tuple's elements, as that of ``typing`` does."""


_REQUIRED: Any = object()


class _Field:
    """What ``field`` notes down of a field until its class is made."""

    __slots__ = ("default", "default_factory", "repr")

    def __init__(self, default: Any, default_factory: Callable[[], Any] | None, repr: bool) -> None:
        self.default, self.default_factory, self.repr = default, default_factory, repr


def field(*, default: Any = _REQUIRED, default_factory: Callable[[], Any] | None = None, repr: bool = True) -> Any:
    """A field with a default for each object of its own (``default_factory``), or one that ``repr`` leaves out."""
    return _Field(default, default_factory, repr)


@dataclass_transform(field_specifiers=(field,))
def record(*, frozen: bool = False, eq: bool = True, order: bool = False) -> Callable[[type[T]], type[T]]:
    """A decorator that makes the annotated names of a class its fields, in slots, as ``dataclass(slots=True)`` does.

    With ``eq`` objects of the class are equal where their fields are; with ``frozen`` too they have a hash, and type checkers
    refuse to change them (at run time nothing does, which makes them three times faster to build). ``order`` compares them
    as the tuples of their fields.
    """

    def made(cls: type[T]) -> type[T]:
        inherited: dict[str, _Field] = getattr(cls, "__record__", {})
        own = {name: _declared(cls, name) for name in cls.__annotations__}
        fields = {**inherited, **own}
        body = {name: value for name, value in cls.__dict__.items() if name not in own and name not in ("__dict__", "__weakref__")}
        body.update(
            __slots__=tuple(name for name in own if name not in inherited), __record__=fields, __match_args__=tuple(fields),
            __qualname__=cls.__qualname__,
        )  # fmt: skip
        if "__repr__" not in body:
            body["__repr__"] = _repr
        body["__getstate__"], body["__setstate__"] = _state, _restore
        if eq:
            _compare(body, tuple(fields), frozen, order)
        meta: Any = type(cls)
        new = meta(cls.__name__, cls.__bases__, body)
        if "__init__" not in body:
            new.__init__ = _first(new, fields)
        finished: type[T] = new
        return finished

    return made


def replace(record: T, **changes: Any) -> T:
    """The same record with other values in some fields."""
    return type(record)(**{name: getattr(record, name) for name in fields(record)} | changes)


def fields(record: Any) -> tuple[str, ...]:
    """The names of the fields of a record, or of a class of records."""
    return tuple(record.__record__)


def as_dict(record: Any) -> dict[str, Any]:
    """The fields of a record and their values."""
    return {name: getattr(record, name) for name in fields(record)}


def _declared(cls: type, name: str) -> _Field:
    given = cls.__dict__.get(name, _REQUIRED)
    return given if isinstance(given, _Field) else _Field(given, None, True)


def _first(cls: Any, fields: dict[str, _Field]) -> Callable[..., None]:
    """A constructor that puts a compiled one in its own place when it is first called."""

    def __init__(self: Any, *args: Any, **values: Any) -> None:
        init = _constructor(cls, fields)
        cls.__init__ = init
        init(self, *args, **values)

    return __init__


def _constructor(cls: type, fields: dict[str, _Field]) -> Callable[..., None]:
    parameters, lines, given = [], [], {"_REQUIRED": _REQUIRED}
    for name, declared in fields.items():
        value = name
        if declared.default_factory is not None:
            given[f"_make_{name}"] = declared.default_factory
            parameters.append(f"{name}=_REQUIRED")
            value = f"_make_{name}() if {name} is _REQUIRED else {name}"
        elif declared.default is not _REQUIRED:
            given[f"_default_{name}"] = declared.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        lines.append(f" self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec(f"def __init__(self, {', '.join(parameters)}):\n" + ("\n".join(lines) or " pass"), given)  # noqa: S102  # made of the names of fields alone
    init: Callable[..., None] = given["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _compare(body: dict[str, Any], names: tuple[str, ...], frozen: bool, order: bool) -> None:
    get = attrgetter(*names) if names else None
    key: Callable[[Any], Any] = get or (lambda _: ())

    def __eq__(self: Any, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:
        return hash(key(self))

    def __lt__(self: Any, other: Any) -> bool:
        return key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self: Any, other: Any) -> bool:
        return key(self) <= key(other) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self: Any, other: Any) -> bool:
        return key(self) > key(other) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self: Any, other: Any) -> bool:
        return key(self) >= key(other) if other.__class__ is self.__class__ else NotImplemented

    body.setdefault("__eq__", __eq__)
    if frozen and "__hash__" not in body:
        body["__hash__"] = __hash__
    if order:
        body.update(__lt__=__lt__, __le__=__le__, __gt__=__gt__, __ge__=__ge__)


def _repr(self: Any) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name, declared in self.__record__.items() if declared.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__record__]


def _restore(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__record__, state, strict=True):
        setattr(self, name, value)


# -- named tuples ---------------------------------------------------------------------------------------------------------


def _first_tuple(cls: Any, *args: Any, **values: Any) -> Any:
    """Makes a tuple by a compiled constructor, which it puts in its own place."""
    defaults = cls._field_defaults
    parameters = [f"{name}=_default_{name}" if name in defaults else name for name in cls._fields]
    given = {"_tuple": tuple.__new__, **{f"_default_{name}": value for name, value in defaults.items()}}
    code = f"def __new__(cls, {', '.join(parameters)}):\n return _tuple(cls, ({' '.join(f'{name},' for name in cls._fields)}))"
    exec(code, given)  # noqa: S102  # made of the names of elements alone
    cls.__new__ = given["__new__"]
    return cls.__new__(cls, *args, **values)


def _tuple_as_dict(self: Any) -> dict[str, Any]:
    return dict(zip(self._fields, self, strict=True))


def _tuple_with(self: Any, **changes: Any) -> Any:
    return type(self)(**_tuple_as_dict(self) | changes)


def _tuple_repr(self: Any) -> str:
    return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in _tuple_as_dict(self).items())})"


_OF_TUPLES: dict[str, Any] = {
    "__new__": _first_tuple, "__repr__": _tuple_repr, "__getnewargs__": lambda self: tuple(self), "_asdict": _tuple_as_dict, "_replace": _tuple_with,
}  # fmt: skip
