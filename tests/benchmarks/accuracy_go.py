"""Package pairs of Go modules against Go's own parser (`go/parser`, imports only; what `go list` does without building).

    python tests/benchmarks/accuracy_go.py FOLDER [FOLDER ...] [--examples N]

FOLDER holds `go.mod`. A package is a folder; imports of all its files count, whatever their build tags; test files are left out.
The tool is `go`, or what the variable GO says.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.accuracy import compare, examples_wanted, read, show

_PROGRAM = """
package main

import ("fmt"; "go/parser"; "go/token"; "io/fs"; "os"; "path/filepath"; "strings")

func main() {
  root := os.Args[1]
  text, _ := os.ReadFile(filepath.Join(root, "go.mod"))
  module := ""
  for _, line := range strings.Split(string(text), "\\n") {
    if strings.HasPrefix(line, "module ") { module = strings.TrimSpace(line[7:]) }
  }
  filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
    if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") { return nil }
    parsed, failed := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
    if failed != nil { return nil }
    folder, _ := filepath.Rel(root, filepath.Dir(path))
    fmt.Printf("file %s\\n", folder)
    for _, each := range parsed.Imports {
      name := strings.Trim(each.Path.Value, "\\"`")
      if name == module { fmt.Printf("%s .\\n", folder) }
      if strings.HasPrefix(name, module + "/") { fmt.Printf("%s %s\\n", folder, name[len(module)+1:]) }
    }
    return nil
  })
}
"""


def main() -> None:
    """Prints the figures of every module."""
    examples = examples_wanted()
    tool = os.environ.get("GO", "go")
    print(subprocess.run([tool, "version"], capture_output=True, text=True, check=True).stdout.strip())
    for argument in sys.argv[1:]:
        folder = Path(argument).resolve()
        with tempfile.TemporaryDirectory() as scratch:
            program = Path(scratch, "imports.go")
            program.write_text(_PROGRAM, encoding="utf-8")
            command = [tool, "run", str(program), str(folder)]
            output = subprocess.run(command, capture_output=True, text=True, check=True, cwd=scratch).stdout
        rows = [tuple(line.split(" ")) for line in output.splitlines()]
        files, _, architecture = read(folder)
        both = {row[1] for row in rows if row[0] == "file"} & {unit.id for unit in architecture.units if unit.kind == "package"}
        theirs = {(row[0], row[1]) for row in rows if row[0] in both and row[1] in both and row[0] != row[1]}
        ours = {(d.source, d.target) for d in architecture.dependencies if d.source in both and d.target in both}
        lines = sum(file.lines for file in files if file.language == "go" and file.role == "source")
        print(f"\n{folder.parent.name}/{folder.name}: {len(both)} packages, {lines} lines")
        show("  imports", compare(ours, theirs), examples)


if __name__ == "__main__":
    main()
