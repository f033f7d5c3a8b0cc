"""Where in a file we are: which declaration a node belongs to, whether it lies in a loop, and what its names stand for."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Scope:
    """A piece of the file up to the character `end`. `source` is the innermost declaration, `kind` namespace, class, function
    or loop; `types` maps the names declared right here to their types."""

    end: int
    kind: str
    source: str
    above: "Scope | None" = None
    in_loop: bool = False
    types: dict[str, str] = field(default_factory=dict)

    def type_of(self, name: str) -> str:
        """The declared type of a variable, parameter or field that is visible here, else an empty string."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.types:
                return scope.types[name]
            scope = scope.above
        return ""

    def holder(self) -> "Scope | None":
        """The innermost class around this place."""
        scope: Scope | None = self
        while scope is not None and scope.kind != "class":
            scope = scope.above
        return scope

    def function(self) -> "Scope | None":
        """The function this place belongs to; None directly in a class or in the file."""
        scope: Scope | None = self
        while scope is not None:
            if scope.kind == "function":
                return scope
            if scope.kind == "class":
                return None
            scope = scope.above
        return None
