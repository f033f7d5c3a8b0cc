"""The shape of `rules/roles/`: how a file's role is told from its path and its first lines."""

from msgspec import Struct

from assessor.domain.sources import Role


class RoleRule(Struct, frozen=True, forbid_unknown_fields=True):
    """Files of a role. All names are compared in lower case, folders at any depth below the root.

    A glob of `files` that holds a capital letter counts case (`*Test.java` is no `Latest.java`).

    `folders` are names of folders (globs), `files` globs on the file's name, `suffixes` ends of the file's name, `markers`
    texts in the first 2,000 characters, which say nothing in the languages `not_in` (a schema that a tool wrote is still the
    schema). `depth` limits `folders` to the first so many folders of a path (0: any depth), and
    below a path that holds one of `not_below` they do not count: there the same words are package names. `skip` folders are
    not even listed, only counted; with `no_code`, `files` mean nothing where the ending is one of code (`license.go`). `order`
    decides between rules, the lowest first. `examples` and `counterexamples` are paths.
    """

    id: str
    role: Role
    order: int
    source: str
    folders: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    depth: int = 0
    not_below: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    skip: bool = False
    no_code: bool = False
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
