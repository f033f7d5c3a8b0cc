"""Constants of Ruby applications against Ruby's own parser (Ripper) and Ruby's and Zeitwerk's rules for finding them.

    python tests/benchmarks/accuracy_ruby.py FOLDER [FOLDER ...] [--examples N]

needs `ruby`. The reference are all constants that Ripper sees read, each looked up as Ruby does: in the modules and classes around
it, inside out, in the ancestors of the innermost one, then at the top; and found where a file of the tree defines it. A name that only
Zeitwerk would load (`Admin::UsersController` for `app/controllers/admin/users_controller.rb`) is one that the file defines. Nested
classes count as the class around them that is a unit of ours. Classes of Ruby itself that the tree adds methods to are left out. The
classes that Rails' associations name (`belongs_to :story`, `class_name:`) belong to the reference, unless `source:` names another.
"""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import inflection

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assessor.domain.facts import Declaration
from tests.benchmarks.accuracy import compare, examples_wanted, read, show

_NAMED = frozenset({"extends", "implements", "type", "new", "call", "annotation"})
_PROGRAM = r"""
require 'ripper'
require 'json'
def name_of(node)  # Foo, Foo::Bar, ::Foo as text; nil for what is computed
  case node && node[0]
  when :var_ref, :const_ref, :top_const_ref, :var_field, :top_const_field
    inner = node[1]
    return nil unless inner.is_a?(Array) && inner[0] == :@const
    (node[0].to_s.start_with?('top_') ? '::' : '') + inner[1]
  when :const_path_ref, :const_path_field
    left = name_of(node[1])
    left && node[2][0] == :@const ? left + '::' + node[2][1] : nil
  end
end
RELATIONS = %w[belongs_to has_one has_many has_and_belongs_to_many]
class Walk
  attr_reader :rows
  def initialize; @rows = []; @nesting = []; end
  def relation(node)  # belongs_to :author, class_name: 'User'
    list = node[2] && node[2][0] == :args_add_block ? node[2][1] : []
    return unless list.is_a?(Array) && list[0] && list[0][0] == :symbol_literal && list[0][1][0] == :symbol
    given = nil
    list.each do |each|
      next unless each[0] == :bare_assoc_hash
      each[1].each do |pair|
        key = pair[0] == :assoc_new ? pair[1].flatten.find { |e| e.is_a?(String) }.to_s.chomp(':') : ''
        return if key == 'polymorphic'
        given = pair[2].flatten.find { |e| e.is_a?(String) } if key == 'class_name'
        return if key == 'source'
      end
    end
    @rows << ['relation', @nesting.dup, node[1][1].to_s, list[0][1][1][1], given]
  end
  def walk(node)
    return unless node.is_a?(Array)
    case node[0]
    when :class, :module
      name = name_of(node[1])
      if name
        base = node[0] == :class ? name_of(node[2]) : nil
        full = name.start_with?('::') ? name[2..] : [@nesting.last, name].compact.join('::')
        # Foo::Bar in `class Foo::Bar` is defined; Foo is read, and so is the base, for the class though outside of it
        prefix = node[1][0] == :const_path_ref ? name_of(node[1][1]) : nil
        @rows << ['class', full, @nesting.dup, base]
        [prefix, base].compact.each do |read|
          parts = read.split('::')
          (1..parts.size).each { |n| @rows << ['use', @nesting.dup, parts.first(n).join('::'), full] unless parts[n - 1].empty? }
        end
        walk(node[2]) if node[0] == :class && node[2] && base.nil?
        @nesting.push(full)
        walk(node[node[0] == :class ? 3 : 2])
        @nesting.pop
        return
      end
    when :const_path_ref
      if (name = name_of(node))
        parts = name.split('::')  # Foo::Bar reads Foo, too
        (1..parts.size).each { |n| @rows << ['use', @nesting.dup, parts.first(n).join('::'), @nesting.last] unless parts[n - 1].empty? }
        return
      end
    when :var_ref, :top_const_ref
      if (name = name_of(node))
        @rows << ['use', @nesting.dup, name, @nesting.last]
        return
      end
    when :command, :command_call
      if node[0] == :command && %w[include extend prepend].include?(node[1][1].to_s)
        args = node[2]
        list = args && args[0] == :args_add_block ? args[1] : []
        list.each { |e| n = name_of(e); @rows << ['mixin', @nesting.last, @nesting.dup, n] if n && @nesting.last }
      elsif node[0] == :command && RELATIONS.include?(node[1][1].to_s) && @nesting.last
        relation(node)
      end
    when :assign
      if node[1][0] == :var_field && node[1][1].is_a?(Array) && node[1][1][0] == :@const
        @rows << ['const', [@nesting.last, node[1][1][1]].compact.join('::')]
      end
    end
    node.each { |child| walk(child) if child.is_a?(Array) }
  end
end
puts JSON.generate(['', Object.constants.map(&:to_s)])
STDIN.each_line do |path|
  path.chomp!
  tree = Ripper.sexp(File.read(File.join(ARGV[0], path), encoding: 'UTF-8').scrub)
  if tree.nil? then puts JSON.generate([path, nil]); next end
  walk = Walk.new
  walk.walk(tree)
  puts JSON.generate([path, walk.rows])
end
"""


def parsed(folder: Path, paths: list[str]) -> tuple[dict[str, list[list]], set[str]]:  # type: ignore[type-arg]
    """Rows of every file that Ripper reads, and the constants of Ruby itself."""
    with tempfile.TemporaryDirectory() as scratch:
        program = Path(scratch, "constants.rb")
        program.write_text(_PROGRAM, encoding="utf-8")
        command = ["ruby", str(program), str(folder)]
        output = subprocess.run(command, input="\n".join(paths), capture_output=True, text=True, check=True).stdout
    rows = {path: rows for path, rows in map(json.loads, output.splitlines()) if rows is not None}
    return rows, set(rows.pop(""))


class Constants:
    """What is defined, with bases and mixins as written and the nesting they stand in."""

    def __init__(self, rows: dict[str, list[list]]) -> None:  # type: ignore[type-arg]
        self.files: dict[str, set[str]] = defaultdict(set)
        self._above: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for path, found in sorted(rows.items()):
            for row in found:
                if row[0] == "class":
                    self.files[row[1]].add(path)
                    if row[3]:
                        self._above[row[1]].append((row[2], row[3]))
                elif row[0] == "const":
                    self.files[row[1]].add(path)
                elif row[0] == "mixin":
                    self._above[row[1]].append((row[2], row[3]))
        self._held = {name.rpartition("::")[0] for name in self.files}

    def ancestors(self, name: str) -> list[str]:
        """Bases and mixins, the nearest first."""
        found: list[str] = []
        todo = [name]
        while todo:
            for nesting, written in self._above.get(todo.pop(0), ()):
                base = self.find(written, nesting, inherited=False)
                if base and base not in found:
                    found.append(base)
                    todo.append(base)
        return found

    def find(self, name: str, nesting: list[str], *, inherited: bool = True) -> str:
        """The defined constant that a name means, the longest that is defined, or an empty string."""
        head, *rest = name.removeprefix("::").split("::")
        holders = [] if name.startswith("::") else list(reversed(nesting))
        if inherited and nesting and not name.startswith("::"):
            holders += self.ancestors(nesting[-1])
        for holder in (*holders, ""):
            found = f"{holder}::{head}" if holder else head
            if found in self.files or found in self._held:
                for part in rest:
                    if f"{found}::{part}" not in self.files and f"{found}::{part}" not in self._held:
                        break
                    found = f"{found}::{part}"
                return found
        return ""


def _class_of(relation: str, name: str) -> str:
    single = name if relation in ("belongs_to", "has_one") else inflection.singularize(name)
    return str(inflection.camelize(single))


def main() -> None:
    """Prints the figures of every application."""
    examples = examples_wanted()
    print(subprocess.run(["ruby", "--version"], capture_output=True, text=True, check=True).stdout.strip())
    for argument in sys.argv[1:]:
        folder = Path(argument).resolve()
        files, facts, architecture = read(folder)
        sources = sorted(file.path for file in files if file.language == "ruby" and file.role == "source")
        lines = sum(file.lines for file in files if file.path in set(sources))
        rows, core = parsed(folder, sources)
        constants = Constants(rows)
        units = {unit.id for unit in architecture.units if unit.language == "ruby" and unit.kind not in ("file", "external")}

        def unit_of(name: str, units: set[str] = units) -> str:
            parts = name.split("::")
            return next((found for end in range(len(parts), 0, -1) if (found := "::".join(parts[:end])) in units), "")

        theirs = set()
        for found in rows.values():
            for row in found:
                if row[0] == "relation" or (row[0] == "use" and row[3]):
                    written = row[2] if row[0] == "use" else row[4] or _class_of(row[2], row[3])
                    source, meant = unit_of(row[3] if row[0] == "use" else row[1][-1]), constants.find(written, row[1])
                    target = unit_of(meant) if meant else ""
                    if source and target and source != target:
                        theirs.add((source, target))
        declared = {fact.name for item in facts for fact in item.facts if isinstance(fact, Declaration) and item.language == "ruby"}
        defined = {name for name in units if name in constants.files and name in declared and name not in core}
        stated = {
            (d.source, d.target)
            for d in architecture.dependencies
            if d.path in rows and d.source in defined and d.target in defined and {kind for kind, _ in d.kinds} & _NAMED
        }
        theirs = {pair for pair in theirs if pair[0] in defined and pair[1] in defined}
        print(
            f"\n{folder.name}: {len(defined)} classes and modules, {lines} lines; {len(sources) - len(rows)} files that Ripper does not read"
        )
        show("  classes by constant", compare(stated, theirs), examples)


if __name__ == "__main__":
    main()
