"""Type pairs of C# against the compiled assemblies: every type that metadata and code of a type name, read with Mono.Cecil.

    MONO_CECIL=.../Mono.Cecil.dll python tests/benchmarks/accuracy_csharp.py SOURCE ASSEMBLY[,ASSEMBLY] [SOURCE ASSEMBLY ...]

needs `mcs` and `mono`. The assembly is one that was compiled from the same source, by its packager or by `mcs -recurse:`. Nested
types are folded into their outermost type on both sides, as our units are, and types that differ in the number of their type
arguments are one. Interfaces that a type's bases or other interfaces have are neither right nor wrong: the compiler lists them
all, whether the source does or not. Compared are pairs of types that lie in the source and in the assembly. A pair is visible when a simple name of
the type that is meant (an attribute's also without its ending) stands as a word in a file of the source type, outside of comments
and strings.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assessor.domain.facts import Declaration
from tests.benchmarks.accuracy import Pair, compare, examples_wanted, read, show

_COMMENT_OR_TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', re.DOTALL)
_PROGRAM = r"""
using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

class Pairs
{
    static readonly HashSet<string> own = new HashSet<string>();
    static readonly HashSet<string> said = new HashSet<string>();
    static string source;
    static List<ModuleDefinition> modules;

    static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType != null) type = type.DeclaringType;
        return type;
    }

    static string Plain(string name) { int tick = name.IndexOf('`'); return tick < 0 ? name : name.Substring(0, tick); }

    static void Say(TypeReference type)
    {
        if (type == null || type is GenericParameter) return;
        var generic = type as GenericInstanceType;
        if (generic != null) foreach (var argument in generic.GenericArguments) Say(argument);
        var function = type as FunctionPointerType;
        if (function != null) return;
        var modified = type as IModifierType;
        if (modified != null) Say(modified.ModifierType);
        var wrapped = type as TypeSpecification;
        if (wrapped != null) { Say(wrapped.ElementType); return; }
        string outer = Plain(Outermost(type).FullName);
        if (outer != source && own.Contains(outer))
            said.Add(source + "\t" + outer + "\t" + Plain(type.Name));
    }

    static void Attributes(ICustomAttributeProvider provider)
    {
        if (!provider.HasCustomAttributes) return;
        foreach (var attribute in provider.CustomAttributes)
        {
            Say(attribute.AttributeType);
            try
            {
                foreach (var argument in attribute.ConstructorArguments.Concat(attribute.Properties.Concat(attribute.Fields).Select(p => p.Argument)))
                    Argument(argument);
            }
            catch (Exception) { }
        }
    }

    static void Argument(CustomAttributeArgument argument)
    {
        Say(argument.Type);
        if (argument.Value is TypeReference) Say((TypeReference)argument.Value);
        if (argument.Value is CustomAttributeArgument) Argument((CustomAttributeArgument)argument.Value);
        if (argument.Value is CustomAttributeArgument[]) foreach (var each in (CustomAttributeArgument[])argument.Value) Argument(each);
    }

    static void Constraints(IGenericParameterProvider provider)
    {
        foreach (var parameter in provider.GenericParameters)
            foreach (TypeReference constraint in parameter.Constraints.Select(c => (TypeReference)(object)c)) Say(constraint);
    }

    static void Method(MethodReference method)
    {
        Say(method.DeclaringType);
        Say(method.ReturnType);
        foreach (var parameter in method.Parameters) Say(parameter.ParameterType);
        var generic = method as GenericInstanceMethod;
        if (generic != null) foreach (var argument in generic.GenericArguments) Say(argument);
    }

    // The compiler lists every interface of every interface, whether the source says so or not.
    static void Imply(TypeReference above, HashSet<string> implied)
    {
        if (above == null) return;
        var found = modules.Select(m => m.GetType(above.GetElementType().FullName)).FirstOrDefault(t => t != null);
        if (found == null) return;
        foreach (TypeReference face in found.Interfaces.Select(i => (TypeReference)(object)i))
            if (implied.Add(face.GetElementType().FullName)) Imply(face, implied);
        Imply(found.BaseType, implied);
    }

    static void Read(TypeDefinition type)
    {
        source = Plain(Outermost(type).FullName);
        Say(type.BaseType);
        var implied = new HashSet<string>();
        foreach (TypeReference above in type.Interfaces.Select(i => (TypeReference)(object)i).Concat(new[] { type.BaseType })) Imply(above, implied);
        foreach (TypeReference face in type.Interfaces.Select(i => (TypeReference)(object)i))
            if (!implied.Contains(face.GetElementType().FullName)) Say(face);
            else Console.WriteLine("implied\t" + source + "\t" + Plain(Outermost(face).FullName));
        Constraints(type);
        Attributes(type);
        foreach (var field in type.Fields) { Say(field.FieldType); Attributes(field); }
        foreach (var property in type.Properties) { Say(property.PropertyType); Attributes(property); }
        foreach (var one in type.Events) { Say(one.EventType); Attributes(one); }
        foreach (var method in type.Methods)
        {
            Method(method);
            Constraints(method);
            Attributes(method);
            foreach (var parameter in method.Parameters) Attributes(parameter);
            Attributes(method.MethodReturnType);
            if (!method.HasBody) continue;
            foreach (var local in method.Body.Variables) Say(local.VariableType);
            foreach (var handler in method.Body.ExceptionHandlers) Say(handler.CatchType);
            foreach (var instruction in method.Body.Instructions)
            {
                var operand = instruction.Operand;
                if (operand is MethodReference) Method((MethodReference)operand);
                else if (operand is TypeReference) Say((TypeReference)operand);
                else if (operand is FieldReference) { Say(((FieldReference)operand).DeclaringType); Say(((FieldReference)operand).FieldType); }
            }
        }
        foreach (var nested in type.NestedTypes) Read(nested);
    }

    static void Main(string[] arguments)
    {
        modules = arguments.Select(path => ModuleDefinition.ReadModule(path)).ToList();
        var types = modules.SelectMany(m => m.Types).Where(t => t.Name != "<Module>" && !t.Name.StartsWith("<")).ToList();
        foreach (var type in types) own.Add(Plain(type.FullName));
        foreach (var type in types) Read(type);
        foreach (var name in own.OrderBy(n => n, StringComparer.Ordinal)) Console.WriteLine("type\t" + name);
        foreach (var pair in said.OrderBy(n => n, StringComparer.Ordinal)) Console.WriteLine("pair\t" + pair);
    }
}
"""


def compiled(assemblies: list[Path], cecil: Path) -> tuple[set[str], dict[Pair, set[str]], set[Pair]]:
    """(outermost types, (type, type) -> simple names under which the target is used, pairs that are implied)."""
    with tempfile.TemporaryDirectory() as scratch:
        program = Path(scratch, "pairs.cs")
        program.write_text(_PROGRAM, encoding="utf-8")
        shutil.copy(cecil, scratch)
        subprocess.run(["mcs", f"-r:{cecil}", "-out:pairs.exe", program.name], check=True, cwd=scratch)
        command = ["mono", "pairs.exe", *(str(path.resolve()) for path in assemblies)]
        rows = subprocess.run(command, capture_output=True, text=True, check=True, cwd=scratch).stdout.splitlines()
    types: set[str] = set()
    pairs: dict[Pair, set[str]] = defaultdict(set)
    implied: set[Pair] = set()
    for row in rows:
        kind, *said = row.split("\t")
        if kind == "type":
            types.add(said[0])
        elif kind == "implied":
            implied.add((said[0], said[1]))
        else:
            pairs[said[0], said[1]] |= {said[2], said[2].removesuffix("Attribute")}
    return types, pairs, implied - pairs.keys()


def words_of(folder: Path, paths: set[str]) -> frozenset[str]:
    """All words of source files outside of comments and texts."""
    texts = [(folder / path).read_text(encoding="utf-8", errors="replace") for path in sorted(paths)]
    return frozenset(re.findall(r"[A-Za-z_]\w*", _COMMENT_OR_TEXT.sub(" ", "\n".join(texts))))


def main() -> None:
    """Prints the figures of every library."""
    examples = examples_wanted()
    cecil = Path(os.environ["MONO_CECIL"])
    print(subprocess.run(["mono", "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0])
    for source, assemblies in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        folder = Path(source)
        files, facts, architecture = read(folder)
        units = {unit.id: unit for unit in architecture.units if unit.kind not in ("external", "file")}
        types, references, implied = compiled([Path(path) for path in assemblies.split(",")], cecil)
        both = types & units.keys()
        paths: dict[str, set[str]] = defaultdict(set)
        for item in facts:
            for fact in item.facts:
                if isinstance(fact, Declaration) and fact.name in both:
                    paths[fact.name].add(item.path)
        ours = {(d.source, d.target) for d in architecture.dependencies if d.source in both and d.target in both} - implied
        theirs = {pair for pair in references if pair[0] in both and pair[1] in both}
        seen = {name: words_of(folder, paths[name]) for name in both}
        visible = {pair for pair in theirs if references[pair] & seen[pair[0]]}
        lines = sum(file.lines for file in files if file.language == "csharp" and file.role == "source")
        print(
            f"\n{Path(assemblies).name}: {len(both)} types, {lines} lines; {len(types - units.keys())} types only in the assembly"
        )
        show("  all", compare(ours, theirs), examples)
        show("  visible (recall only)", compare(ours & visible, visible), examples)


if __name__ == "__main__":
    main()
