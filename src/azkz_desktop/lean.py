"""`dataclass` as Python has it, at a tenth of the time that it takes to import.

Python writes and compiles six methods for each data class when its module is imported, more than
a millisecond a class, and the window waits for some seventy of them. Here only the constructor is
compiled, when a class is used first; the other methods are shared. Type checkers see Python's
own `dataclass`, and `fields`, `replace` and `asdict` of `dataclasses` work as ever.

The constructor of a class of which only a few are made (a theme, a view) is never compiled.
"""

import dataclasses
from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # what type checkers see
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, eq=True):
        """As `dataclasses.dataclass`, with those of its options that are used here."""

        def made(plain):
            return _made(plain, frozen=frozen, slots=slots, eq=eq)

        return made if cls is None else made(cls)


C = TypeVar("C", bound=type)
Fields = tuple["dataclasses.Field[Any]", ...]
_GIVEN = "_given_"
FEW = 12
"""So many are made of a class without compiling its constructor, which then is three times as fast.
"""


def _made(plain: C, *, frozen: bool, slots: bool, eq: bool) -> C:
    own = vars(plain).keys()
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(plain)
    fields = dataclasses.fields(made)
    compared = [one.name for one in fields if one.compare]
    made._compared = attrgetter(*compared) if compared else len
    made.__init__ = _Constructor(fields, frozen)
    methods: dict[str, object] = {"__repr__": _said}
    if eq:
        methods |= {"__eq__": _equal, "__hash__": _hashed if frozen else None}
    if frozen:
        methods |= {"__setattr__": _kept, "__delattr__": _kept}
        methods |= {"__getstate__": _state, "__setstate__": _restored}
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


class _Constructor:
    """Stands for `__init__` until it is asked for more than a `FEW` times, or looked at."""

    def __init__(self, fields: Fields, frozen: bool) -> None:
        self._fields, self._frozen, self._made = fields, frozen, 0

    def __get__(self, made: object, owner: type) -> Callable[..., None]:
        self._made += 1
        if made is None or self._made > FEW:
            return self._compiled(made, owner)
        return partial(self._fill, made)

    def _fill(self, made: object, /, *values: object, **named: object) -> None:
        """Set the fields; what does not fit is left to the real constructor, which says so."""
        fields = dict(zip((one.name for one in self._fields), values, strict=False))
        left = self._fields[len(values) :]
        fields |= {one.name: named[one.name] for one in left if one.name in named}
        if len(fields) < len(values) + len(named):
            self._compiled(made, type(made))(*values, **named)
            return
        for one in left:
            if one.name in fields:
                continue
            if one.default is not dataclasses.MISSING:
                fields[one.name] = one.default
            elif one.default_factory is not dataclasses.MISSING:
                fields[one.name] = one.default_factory()
            else:
                self._compiled(made, type(made))(*values, **named)
                return
        for name, value in fields.items():
            object.__setattr__(made, name, value)

    def _compiled(self, made: object, owner: type) -> Callable[..., None]:
        given = next((one for one in owner.__mro__ if vars(one).get("__init__") is self), None)
        if given is not None:  # else another thread has just done it
            given.__init__ = _init(given, self._fields, self._frozen)  # type: ignore[misc]
        init: Callable[..., None] = getattr(owner if made is None else made, "__init__")  # noqa: B009 - found anew
        return init


def _init(made: type, fields: Fields, frozen: bool) -> Callable[..., None]:
    """The constructor of *made*, compiled: it takes the fields in their order or by name."""
    names: dict[str, Any] = {"_set_": object.__setattr__, "_none_": _GIVEN}
    wanted, body = ["self"], []
    for one in fields:
        value = one.name
        if one.default is not dataclasses.MISSING:
            names[f"_{one.name}_"] = one.default
            wanted.append(f"{one.name}=_{one.name}_")
        elif one.default_factory is not dataclasses.MISSING:
            names[f"_{one.name}_"] = one.default_factory
            wanted.append(f"{one.name}=_none_")
            value = f"_{one.name}_() if {one.name} is _none_ else {one.name}"
        else:
            wanted.append(one.name)
        set_ = f"_set_(self, {one.name!r}, {value})" if frozen else f"self.{one.name} = {value}"
        body.append(f"  {set_}")
    source = "\n".join([f"def __init__({', '.join(wanted)}):", *(body or ["  pass"])])
    exec(source, names)  # noqa: S102 - of the names of fields in our own code, as dataclasses does
    init: Any = names["__init__"]
    init.__qualname__, init.__module__ = f"{made.__qualname__}.__init__", made.__module__
    init.__annotations__ = {one.name: one.type for one in fields} | {"return": None}
    return init  # type: ignore[no-any-return]


def _said(self: Any) -> str:
    told = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self))
    return f"{type(self).__qualname__}({', '.join(told)})"


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._compared(self) == other._compared(other)


def _hashed(self: Any) -> int:
    return hash(self._compared(self))


def _kept(_self: object, name: str, *_value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in dataclasses.fields(self)]


def _restored(self: Any, state: list[Any]) -> None:
    for one, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
