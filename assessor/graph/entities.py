"""Classes that stand for tables.

In: facts. A class is an entity when a mapping says so (`@Table`, `$table`, `db_table`, `*.hbm.xml`), or when it inherits from what
its language's rules name as a base (`ApplicationRecord`, `models.Model`); then its table is called as the framework would call it.
A rule may name one that is no class (`const Order = mongoose.model("Order")`), or say how the tables of marked classes are called:
fact `entity.named`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import inflection

from assessor.domain.facts import Declaration, Evidence, FileFacts, Reference, Setting, TableUse, Trait
from assessor.domain.language import Language, QuerySyntax
from assessor.graph.resolve import Resolver
from assessor.graph.units import CLASSES, Units
from assessor.graph.written import main_type

Key = tuple[str, str]
"""(unit id, simple name of the class)."""

_INSIDE = (".Meta",)
"""Classes whose mapping is that of the class around them."""
_DEEPEST = 12
_MOST_HEIRS = 40
_PASSING = re.compile(r"(?:^|/)(?:migrate|migrations)/")
"""Where schemas are changed, with classes that stand for tables as they were."""
_OPEN_TYPE = re.compile(r"T(?:[A-Z]\w*)?\Z")
"""Type parameters."""


class Entities:
    """Tables by class and by name."""

    def __init__(
        self,
        facts: Iterable[FileFacts],
        units: Units,
        resolver: Resolver,
        languages: Mapping[str, Language],
    ) -> None:
        self._own: dict[Key, str] = {}
        self.tables: dict[Key, str] = {}
        self.by_name: dict[str, set[str]] = defaultdict(set)
        self.defined: list[tuple[str, TableUse]] = []
        self._units, self._resolver, self._languages = units, resolver, languages
        self._classes: dict[Key, tuple[FileFacts, Declaration]] = {}
        self._bases: dict[Key, list[str]] = defaultdict(list)
        self._abstract: set[tuple[str, str]] = set()
        self._with_key: set[tuple[str, str]] = set()
        self._with_fields: dict[tuple[str, str], str] = {}
        self._named_in: dict[str, set[Key]] = defaultdict(set)
        """Entities that rules name, by unit."""
        self._foreign: dict[tuple[str, str], Key] = {}
        self._by_dots: dict[str, Key] = {}
        for language in languages.values():
            for name, table in language.structure.queries.foreign.items():
                if language.structure.resolution.by == "names":
                    dotted = name.replace(language.structure.separator, ".")
                    self._by_dots[dotted] = dotted, simple(dotted)
                    self.tables[dotted, simple(dotted)] = table
        self._named: dict[str, set[Key]] = defaultdict(set)
        self._heirs: dict[Key, list[Key]] | None = None
        self._prefixes: dict[str, str] = {}
        """What stands in front of the tables of a module's classes."""
        self.renamed: dict[str, str] = {}
        """Names of classes, in lower case, whose table is called in the other way by a script: `orderline` -> `order_line`."""
        source = list(facts)
        defined = (use for item in source for use in item.of(TableUse) if use.access == "define" and not use.owner)
        self.scripted = {use.table.lower() for use in defined}
        """Tables that scripts define, in lower case."""
        for item in source:
            self._learn(item)
        for item in source:
            self._map(item)
        self.standard: dict[str, str] = {}
        """What a mapping of the source calls a table that a library would call otherwise (`AspNetUsers`)."""
        for item in source:
            self._default(item)
        for item in source:
            self._name(item)
        for item in source:
            self._keep(item)
        self._alias(source)
        self._written = dict(self.tables)
        """Those of mappings; an heir takes them over."""
        self._inherited()
        lasting = {key[1] for key in self.tables if key in self._classes and not _PASSING.search(self._classes[key][0].path)}
        for key, table in sorted(self.tables.items()):
            if key in self._classes and key[1] in lasting and _PASSING.search(self._classes[key][0].path):
                continue  # a stand-in inside of a migration
            if key not in self._by_dots.values():
                self.by_name[key[1]].add(table)
        self.standing: dict[Key, str] = {}
        """Tables of classes that stand for an entity without being one: forms, serializers, managers."""
        for item in source:
            self._stand(item)
        self._manage()

    def _learn(self, item: FileFacts) -> None:
        language = self._languages.get(item.language)
        for fact in item.of(Declaration):
            if fact.kind == "module" and language is not None and language.structure.queries.heirs:
                unit = self._units.owner(item.path, fact.name)  # what is mixed into entities
                self._classes.setdefault((unit, simple(fact.name)), (item, fact))
            if fact.kind in CLASSES and (unit := self._units.owner(item.path, fact.name)):
                key = unit, simple(fact.name)
                self._classes.setdefault(key, (item, fact))
                self._named[key[1]].add(key)
        for reference in item.of(Reference):
            if reference.kind == "import":
                self._import(item, reference)
                self._lend(item, reference)
            elif reference.kind == "extends":
                holder = self._units.owner(item.path, reference.source), simple(reference.source)
                self._bases[holder].append(reference.target)
        for trait in item.of(Trait):
            if trait.name == "entity.prefix":
                fields = dict(trait.fields)
                name = fields.get("of", "")
                self._prefixes[name] = fields.get("prefix", "").strip("\"'") or f"{inflection.underscore(simple(name))}_"
            elif trait.name in ("entity.abstract", "entity.fields", "entity.own-key"):
                fields = dict(trait.fields)
                marked = item.path, fields.get("name", "")
                if trait.name == "entity.abstract":
                    self._abstract.add(marked)
                elif trait.name == "entity.own-key":
                    self._with_key.add(marked)
                else:
                    self._with_fields[marked] = fields.get("naming", "application")

    def _import(self, item: FileFacts, fact: Reference) -> None:
        """An entity of a library that a module imports."""
        written, _, alias = fact.target.partition(" as ")
        language = self._languages.get(item.language)
        table = language.structure.queries.foreign.get(written, "") if language else ""
        if table:
            self._foreign[item.path, alias or simple(written)] = written, simple(written)
            self.tables[written, simple(written)] = table
            self.defined.append((item.path, TableUse(table, "define", "", Evidence(item.path, fact.line))))

    def _lend(self, item: FileFacts, fact: Reference) -> None:
        """A library's class that a file asks through a manager is an entity, called as the framework would call it."""
        language = self._languages.get(item.language)
        queries = language.structure.queries if language else QuerySyntax()
        written, _, alias = fact.target.partition(" as ")
        found = re.match(queries.lent, written) if queries.lent and written not in queries.foreign else None
        if found and self._resolver.reads(item) and (name := alias or simple(written)) in self._resolver.scope(item).externals:
            asked = tuple(f"{name}.{manager}" for manager in queries.managers)
            if any(each.kind in ("call", "query") and each.target.startswith(asked) for each in item.of(Reference)):
                table = f"{found[1]}_{found[2]}".lower()
                self._foreign[item.path, name] = written, simple(written)
                self.tables[written, simple(written)] = table
                self.defined.append((item.path, TableUse(table, "define", "", Evidence(item.path, fact.line))))

    def _map(self, item: FileFacts) -> None:
        """Mappings that are written down; those of XML belong to a class that stands elsewhere."""
        mapped = (fact for fact in item.of(TableUse) if fact.access == "define" and fact.owner)
        for fact in sorted(mapped, key=lambda fact: (fact.evidence.line, fact.table)):  # those of its fields stand further down
            owner = fact.owner
            for inside in _INSIDE:
                owner = owner.removesuffix(inside)
            unit = self._units.owner(item.path, owner) or self.unit_named(owner)
            key = (unit, simple(owner)) if (unit, simple(owner)) in self._classes else self.key(owner, item)
            if key in self._classes:
                self.tables.setdefault(key, self._spelled(fact.table, owner))

    def _spelled(self, table: str, owner: str) -> str:
        """What the schema calls the table of a class whose mapping gives it no name."""
        plain = table.lower()
        apart = str(inflection.underscore(table))
        if table == simple(owner) and apart != plain and apart in self.scripted and plain not in self.scripted:
            self.renamed[plain] = apart
            return apart
        return table

    def _name(self, item: FileFacts) -> None:
        """Entities that a rule names, and those whose table is called like the field that gives access to it."""
        language = self._languages.get(item.language)
        sets = re.compile(language.structure.queries.sets) if language and language.structure.queries.sets else None
        for fact in item.facts:
            if isinstance(fact, Trait) and fact.name == "entity.named":
                fields, line = dict(fact.fields), fact.evidence.line
                name = fields.get("name", "").strip("\"'`")
                table = fields.get("table", "").strip("\"'`") or called(name, fields.get("naming", ""), item.path)
                key = self._units.owner(item.path, "") or item.path, name
                key = next((one for one in self._named.get(name, ()) if self._classes[one][0].path == item.path), key)
                if name and key not in self.tables:
                    self._classes.setdefault(key, (item, Declaration(name, "class", line)))
                    self._named[name].add(key)
                    self._named_in[key[0]].add(key)
                    self._tell(item, key, table, line)
            elif sets is not None and isinstance(fact, Declaration) and fact.kind == "field" and (found := sets.search(fact.type)):
                held = self.key(found[1], item, fact.name)
                if held is None and _OPEN_TYPE.match(found[1]):
                    continue
                if held is None:
                    table = simple(fact.name)
                    self.defined.append((item.path, TableUse(table, "define", fact.name, Evidence(item.path, fact.line))))
                elif held not in self.tables:
                    self._tell(item, held, simple(fact.name), fact.line)

    def _default(self, item: FileFacts) -> None:
        """Entities that a library maps where the source does not (`IdentityDbContext<User>`)."""
        for trait in item.of(Trait):
            if trait.name == "entity.default":
                fields = dict(trait.fields)
                key, table = self.key(fields.get("of", ""), item), fields.get("table", "")
                if key in self._classes:
                    if key not in self.tables:
                        self._tell(item, key, table, trait.evidence.line)
                    self.standard[table] = self.tables[key]

    def _alias(self, source: Iterable[FileFacts]) -> None:
        """Entities that are asked for by a name in a text (`apps.get_model("shop", "Order")`); without a name, the users'."""
        users = {fact.value for item in source for fact in item.of(Setting) if fact.key.endswith("AUTH_USER_MODEL")}
        for item in source:
            meant: dict[str, set[Key]] = defaultdict(set)
            for trait in item.of(Trait):
                if trait.name == "entity.alias":
                    fields = dict(trait.fields)
                    target = simple(fields.get("target", "") or (min(users) if len(users) == 1 else ""))
                    meant[fields.get("name", "")] |= self._named.get(target, set())
            for name, keys in meant.items():
                if len(keys) == 1:
                    self._foreign[item.path, name] = next(iter(keys))

    def _keep(self, item: FileFacts) -> None:
        """Where a context finds its entities by reflection, they are known by who asks for them alone: `IRepository<Order>`."""
        language = self._languages.get(item.language)
        queries = language.structure.queries if language else QuerySyntax()
        if not queries.sets:
            return
        for fact in item.of(Declaration):
            found = re.search(queries.holding, fact.type) if fact.kind == "field" and "<" in fact.type else None
            held = self.key(found[1], item, fact.name) if found else None
            if held in self._classes and held not in self.tables and self._classes[held][1].kind == "class":
                self._tell(item, held, held[1], fact.line)

    def _tell(self, item: FileFacts, key: Key, table: str, line: int) -> None:
        self.tables[key] = table
        self.defined.append((item.path, TableUse(table, "define", key[1], Evidence(item.path, line))))

    def unit_named(self, name: str) -> str:
        """The unit of a type by its qualified name, or an empty string."""
        found = self._units.types.find(name.replace("\\", ".").lstrip("."), "")
        return found[0].unit if found else ""

    def _inherited(self) -> None:
        known: dict[Key, tuple[str, str]] = {}
        for key, (item, fact) in sorted(self._classes.items()):
            language = self._languages.get(item.language)
            if language is None or key in self.tables:
                continue
            marked = self._with_fields.get((item.path, key[1]), "")
            if not marked and not language.structure.queries.bases:
                continue
            naming, above = self._naming(key, language, known, 0)
            naming = naming or marked
            if naming and not self._is_abstract(item, fact) and fact.name not in language.structure.queries.bases:
                table = above or self._prefix(key[0], language.structure.queries) + called(key[1], naming, item.path)
                self.tables[key] = table
                self.defined.append((item.path, TableUse(table, "define", fact.name, Evidence(item.path, fact.line))))

    def _prefix(self, name: str, queries: QuerySyntax) -> str:
        """Rails: an entity inside another one (`Import::Row`) has that one's name in front of its table's."""
        if not queries.heirs or "::" not in name:
            return ""
        holder = name.rpartition("::")[0]
        found = self.tables.get((holder, simple(holder)), "")
        while holder and not found:
            if holder in self._prefixes:
                return self._prefixes[holder]
            holder = holder.rpartition("::")[0]
        return f"{inflection.singularize(found)}_" if found else ""

    def _is_abstract(self, item: FileFacts, fact: Declaration) -> bool:
        return fact.abstract or (item.path, simple(fact.name)) in self._abstract

    def _naming(self, key: Key, language: Language, known: dict[Key, tuple[str, str]], depth: int) -> tuple[str, str]:
        """(how the table is called, table that is taken over from a class above); empty for what is no entity."""
        if key in known or depth > _DEEPEST or key not in self._classes:
            return known.get(key, ("", ""))
        known[key] = "", ""
        item, fact = self._classes[key]
        queries = language.structure.queries
        for base in self._bases.get(key, ()):
            above = self.key(base, item, fact.name)
            if above in self._classes and above != key:
                naming, table = self._naming(above, language, known, depth + 1)
                naming = naming or queries.bases.get(base, "")
                owner, declared = self._classes[above]
                if above in self._written and (queries.heirs or naming == "plural"):
                    table = self._written[above]
                elif naming == "snake" and not self._is_abstract(owner, declared) and (item.path, key[1]) not in self._with_key:
                    table = table or self._written.get(above) or called(above[1], naming, owner.path)
                elif naming and queries.heirs and not self._is_abstract(owner, declared) and base not in queries.bases:
                    table = table or called(above[1], naming, owner.path)
            else:
                table = ""
                naming = queries.bases.get(self._full(base, item), queries.bases.get(base, ""))
            if naming:
                known[key] = naming, table
                break
        return known[key]

    def _full(self, base: str, item: FileFacts) -> str:
        name = self._resolver.scope(item).aliases.get(base, "")
        return name.replace(".", self._languages[item.language].structure.separator)

    def key(self, name: str, item: FileFacts, source: str = "") -> Key | None:
        """The first-party class that a name means in a file."""
        if not self._resolver.reads(item):
            return None
        scope = self._resolver.scope(item)
        if scope.language.structure.resolution.by == "names":
            found, rest = self._resolver.find(name, scope, source.rpartition(".")[0])
            if (not found or rest) and name in self._by_dots:
                return self._by_dots[name]
            return (found[0].unit, simple(found[0].name)) if found and not rest else None
        if (item.path, name) in self._foreign:
            return self._foreign[item.path, name]
        last = simple(name)
        head = name.partition(".")[0]
        if head == last:
            last = scope.originals.get(head, last)
        unit = scope.targets.get(head) or (self._units.owner(item.path, "") if head == last else "")
        if (unit, last) in self._classes:
            return unit, last
        if head == last == name and not unit:
            open_units = [each for each in scope.wildcards if (each, last) in self._classes]
            if open_units:
                return open_units[0], last
        named = self._named_in.get(unit, ()) if "." not in name and unit else ()
        if len(named) == 1:  # imported under another name
            return next(iter(named))
        way = scope.language.structure.resolution.by
        candidates = [one for one in self._named.get(last, ()) if self._way(one) == way]
        if len(candidates) != 1:
            return None
        key = candidates[0]
        # a name that is taken out of what was loaded (`const { Order } = require("./models")`), or known everywhere
        free = scope.language.structure.resolution.by == "paths" and last[:1].isupper() and key in self._named_in[key[0]]
        return key if head in scope.targets or (free and head not in scope.externals) else None

    def _way(self, key: Key) -> str:
        """How names are resolved in the language that a class is written in: others do not import it."""
        language = self._languages.get(self._classes[key][0].language)
        return language.structure.resolution.by if language else ""

    def _stand(self, item: FileFacts) -> None:
        for fact in item.of(Trait):
            if fact.name == "entity.stands":
                fields = dict(fact.fields)
                form, key = self.key(fields.get("name", ""), item), self.key(fields.get("entity", ""), item)
                if form is not None and key in self.tables:
                    self.standing[form] = self.tables[key]

    def fields(self) -> set[tuple[str, str]]:
        """(table, name) of every field that the class of a table declares or inherits."""
        return {
            (table, simple(each.name))
            for key, table in self.tables.items()
            if key in self._classes
            for above in self._lineage(key)
            for each in self._members(above)
        }

    def _lineage(self, key: Key) -> list[Key]:
        """A class and those above it."""
        found = [key]
        for each in found[:_DEEPEST]:
            item, fact = self._classes[each]
            above = (self.key(base, item, fact.name) for base in self._bases.get(each, ()))
            found += [one for one in above if one in self._classes and one not in found]
        return found

    def _members(self, key: Key) -> Iterator[Declaration]:
        """The fields that a class declares itself."""
        item, fact = self._classes[key]
        for each in item.of(Declaration):
            if each.kind == "field" and each.name.rpartition(".")[0] == fact.name:
                yield each

    def _manage(self) -> None:
        """Managers keep the entity that holds them (`objects = OrderManager()`), or which they are called after."""
        bases = {base for language in self._languages.values() for base in language.structure.queries.managing}
        managers = {key for key, names in self._bases.items() if key in self._classes and not bases.isdisjoint(names)}
        waiting = sorted(managers)
        for key in waiting:
            waiting += [heir for heir in self.heirs(key) if heir not in managers and heir not in self.tables]
            managers |= set(waiting)
        holding: dict[Key, set[str]] = defaultdict(set)
        for key, table in self.tables.items() if managers else ():
            if key in self._classes:
                for each in self._members(key):
                    held = self.key(main_type(each.type), self._classes[key][0]) if each.type else None
                    if held in managers:
                        holding[held].add(table)
        for manager in managers:
            name = re.sub("(?:Manager|QuerySet)$", "", manager[1])
            words = [name[at:] for at in range(len(name)) if name[at].isupper()]
            called = next((self.by_name[word] for word in words if word in self.by_name), set())
            tables = holding.get(manager) or called
            if len(tables) == 1:
                self.standing[manager] = next(iter(tables))

    def named(self, name: str) -> set[Key]:
        """All classes of a simple name."""
        return self._named.get(simple(name), set())

    def path(self, key: Key) -> str:
        """The file of a class."""
        return self._classes[key][0].path

    def heirs(self, key: Key) -> list[Key]:
        """The classes that inherit from this one, sorted."""
        if self._heirs is None:
            self._heirs = defaultdict(list)
            for heir, (item, fact) in sorted(self._classes.items()):
                for base in self._bases.get(heir, ()):
                    above = self.key(base, item, fact.name)
                    if above and above != heir:
                        self._heirs[above].append(heir)
        return self._heirs.get(key, [])

    def member(self, holder: str, name: str, item: FileFacts) -> str:
        """The declared type of a member of a class, or an empty string."""
        key = self.key(holder, item)
        if key not in self._classes:
            return ""
        found, fact = self._classes[key]
        return next((main_type(each.type) for each in found.of(Declaration) if each.name == f"{fact.name}.{name}"), "")

    def own(self, key: Key | None) -> str:
        """The table in which objects of a class lie: its own, that of the form's entity, or that of the only entity which
        inherits from the class or mixes it in; or an empty string."""
        if key is None:
            return ""
        if key not in self._own:
            found = {self.tables.get(key) or self.standing.get(key, "")} - {""}
            waiting = [] if found else [key]
            for _ in range(_DEEPEST):
                waiting = [heir for each in waiting for heir in self.heirs(each) if heir != key][:_MOST_HEIRS]
                found |= {self.tables[heir] for heir in waiting if heir in self.tables}
            self._own[key] = next(iter(found)) if len(found) == 1 else ""
        return self._own[key]

    def enclosing(self, unit: str, source: str) -> Key | None:
        """The innermost class around a declaration."""
        while source:
            if (unit, simple(source)) in self._classes:
                return unit, simple(source)
            source = source.rpartition(".")[0]
        return None


def called(name: str, naming: str, path: str) -> str:
    """What a framework calls the table of a class: `OrderLine` -> `order_lines`, `order_line`, `OrderLines` (Sequelize),
    `orderlines` (Mongoose), `shop_orderline` (Django), or as it is."""
    if naming == "plural":
        return str(inflection.tableize(name))
    if naming == "snake":
        return str(inflection.underscore(name))
    if naming == "plural-name":
        return str(inflection.pluralize(name))
    if naming == "plural-lower":
        return str(inflection.pluralize(name.lower()))
    if naming != "application":
        return name
    folders = path.split("/")[:-1]
    folders = folders[: folders.index("models")] if "models" in folders else folders
    return f"{folders[-1]}_{name.lower()}" if folders else name.lower()


def simple(name: str) -> str:
    """The last part of a name."""
    return name.replace("\\", ".").replace("::", ".").rpartition(".")[2]
