"""Class pairs of PHP applications against nikic/PHP-Parser and its name resolver.

    PHP_PARSER=.../PhpParser/autoload.php python tests/benchmarks/accuracy_php.py FOLDER [FOLDER ...] [--examples N]

The reference are all names that the parser takes for classes (inheritance, traits, types, `new`, static access, `instanceof`,
`catch`, attributes), resolved by namespace and `use`, kept where a file of the tree declares them. Ours has more: calls followed
through declared types, functions and includes. So precision is that of the pairs we state for a name, not of those.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.accuracy import compare, examples_wanted, read, show

_NAMED = frozenset({"extends", "implements", "type", "new", "annotation"})
_PROGRAM = r"""<?php
require getenv('PHP_PARSER');
use PhpParser\{Node, NodeTraverser, NodeVisitorAbstract, ParserFactory};
ini_set('memory_limit', '2G');
class Names extends NodeVisitorAbstract {
  public $file; public $holders = [];
  function say($name) {
    if ($name instanceof Node\Name\FullyQualified) {
      echo 'use ', $this->file, "\t", end($this->holders) ?: '', "\t", $name->toString(), "\n";
    }
  }
  function type($type) {
    if ($type instanceof Node\NullableType) { $this->type($type->type); }
    elseif ($type instanceof Node\UnionType || $type instanceof Node\IntersectionType) {
      foreach ($type->types as $each) { $this->type($each); }
    }
    else { $this->say($type); }
  }
  function enterNode(Node $node) {
    if ($node instanceof Node\Stmt\ClassLike && $node->namespacedName) {
      $this->holders[] = $node->namespacedName->toString();
      echo 'class ', $this->file, "\t", end($this->holders), "\n";
    }
    foreach (['extends', 'implements', 'traits', 'class', 'types', 'interfaces'] as $part) {
      if ($node instanceof Node\Stmt\ClassConst || !isset($node->$part)) { continue; }
      foreach (is_array($node->$part) ? $node->$part : [$node->$part] as $each) { $this->say($each); }
    }
    if (isset($node->type)) { $this->type($node->type); }
    if (isset($node->returnType)) { $this->type($node->returnType); }
    if ($node instanceof Node\Attribute) { $this->say($node->name); }
  }
  function leaveNode(Node $node) {
    if ($node instanceof Node\Stmt\ClassLike && $node->namespacedName) { array_pop($this->holders); }
  }
}
$parser = (new ParserFactory)->create(ParserFactory::PREFER_PHP7);
while (($path = fgets(STDIN)) !== false) {
  $path = trim($path);
  try {
    $nodes = $parser->parse(file_get_contents($argv[1] . '/' . $path));
    $names = new Names; $names->file = $path;
    $resolver = new NodeTraverser; $resolver->addVisitor(new PhpParser\NodeVisitor\NameResolver);
    $nodes = $resolver->traverse($nodes);
    $traverser = new NodeTraverser; $traverser->addVisitor($names); $traverser->traverse($nodes);
    echo 'file ', $path, "\n";
  } catch (PhpParser\Error $error) { fwrite(STDERR, $path . ': ' . $error->getMessage() . "\n"); }
}
"""


def main() -> None:
    """Prints the figures of every application."""
    examples = examples_wanted()
    print(subprocess.run(["php", "--version"], capture_output=True, text=True, check=True).stdout.split("(")[0])
    for argument in sys.argv[1:]:
        folder = Path(argument).resolve()
        files, _, architecture = read(folder)
        sources = {file.path: file.lines for file in files if file.language == "php" and file.role == "source"}
        with tempfile.TemporaryDirectory() as scratch:
            program = Path(scratch, "names.php")
            program.write_text(_PROGRAM, encoding="utf-8")
            command = ["php", str(program), str(folder)]
            output = subprocess.run(
                command, input="\n".join(sorted(sources)), capture_output=True, text=True, check=True, cwd=folder
            ).stdout
        rows = [line.partition(" ") for line in output.splitlines()]
        parsed = {rest for kind, _, rest in rows if kind == "file"}
        declared = {tuple(rest.split("\t")) for kind, _, rest in rows if kind == "class"}
        unit_of = {unit.id.rpartition(":")[2].lower(): unit.id for unit in architecture.units if unit.language == "php"}
        names = {name.lower(): unit_of[name.lower()] for _, name in declared if name.lower() in unit_of}
        theirs = set()
        for kind, _, rest in rows:
            if kind == "use":
                path, holder, name = rest.split("\t")
                source = names.get(holder.lower(), "") if holder else path
                target = names.get(name.lower(), "")
                if source and target and source != target and path in parsed:
                    theirs.add((source, target))
        every = {
            (d.source, d.target) for d in architecture.dependencies if d.source in {p[0] for p in theirs} | set(names.values())
        }
        stated = {
            (d.source, d.target)
            for d in architecture.dependencies
            if {kind for kind, _ in d.kinds} & _NAMED and d.target in names.values() and d.path in parsed
        }
        classes = set(names.values())
        ours = {pair for pair in stated if pair[0] in classes}
        theirs = {pair for pair in theirs if pair[0] in classes}
        unread = len(sources) - len(parsed)
        print(f"\n{folder.name}: {len(classes)} classes, {sum(sources.values())} lines; {unread} files it does not read")
        comparison = compare(every & theirs | ours, theirs)
        show("  classes by name", comparison, examples)


if __name__ == "__main__":
    main()
