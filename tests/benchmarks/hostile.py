"""What a pathological file costs: `python tests/benchmarks/hostile.py [--only EXPRESSION] [--slowest N]`.

Each case is a folder with one hostile file beside a harmless one, assessed by the program as a user runs it (one process, no cache).
Printed is the processor time above that of the harmless file alone, and what became of the file. No case may cost more than 10 s.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import yaml

RULES = Path(__file__).parents[2] / "rules" / "code"
SUFFIX = {
    "java": "java", "kotlin": "kt", "csharp": "cs", "php": "php", "python": "py", "typescript": "ts", "javascript": "js", "ruby": "rb",
    "go": "go",
}  # fmt: skip
OPEN = {"php": "<?php\n", "go": "package a\n"}
MEMBER = {
    "java": "  private static int f{n} = {n}; public int m{n}(int a) {{ return f{n} + m{n}(a); }}\n",
    "kotlin": "  private var f{n} = {n}; fun m{n}(a: Int): Int {{ return f{n} + m{n}(a) }}\n",
    "csharp": "  private static int f{n} = {n}; public int M{n}(int a) {{ return f{n} + M{n}(a); }}\n",
    "php": "  private static $f{n} = {n}; public function m{n}($a) {{ return self::$f{n} + $this->m{n}($a); }}\n",
    "python": "  f{n} = {n}\n  def m{n}(self, a): return self.f{n} + self.m{n}(a)\n",
    "typescript": "  static f{n} = {n}; m{n}(a: number) {{ return A.f{n} + this.m{n}(a); }}\n",
    "javascript": "  static f{n} = {n}; m{n}(a) {{ return A.f{n} + this.m{n}(a); }}\n",
    "ruby": "  @@f{n} = {n}\n  def m{n}(a) @@f{n} + m{n}(a) end\n",
    "go": "var f{n} = {n}\nfunc m{n}(a int) int {{ return f{n} + m{n}(a) }}\n",
}
CLASS = {"python": ("class A:\n", ""), "ruby": ("class A\n", "end\n"), "go": ("", "")}
CODE, TEXT = 1_400_000, 3_900_000
"""Just below what is read of code, and of descriptors."""
LINE = 49_000
FORMATS = (
    "application.yml", "web.xml", "pom.xml", "package.json", "pyproject.toml", "application.properties", "schema.sql", "Dockerfile",
    "compose.yaml", "crontab", "nginx.conf", "httpd.conf", "haproxy.cfg", "run.sh", "deploy.ps1", "build.bat", "build.gradle",
    "app.csproj", "Web.config", "requirements.txt", "Gemfile", "composer.json", ".env", "php.ini", "settings.py", "config.php", "go.mod",
    "log4j.properties", "standalone.xml", "server.xml", "page.jsp", "page.aspx", "page.cshtml", "page.vue", "README.md",
)  # fmt: skip
BAITS = ("a", " ", "=", '"', "/", "1.1.1.1.", "http://a", "password=")


def repeated(text: str, size: int) -> str:
    return text * (size // max(1, len(text)) + 1)


def baits(size: int) -> str:
    """Long lines of the same beginning over and over, for expressions that go back."""
    return "".join(repeated(repeated(text, LINE)[:LINE] + "\n", size // len(BAITS) - LINE) for text in BAITS)


def cases() -> Iterator[tuple[str, str, str]]:
    """(name, file, text)."""
    for language, suffix in SUFFIX.items():
        name, start = f"a.{suffix}", OPEN.get(language, "")
        before, after = CLASS.get(language, ("class A {\n", "}\n"))
        yield f"{language} nested", name, start + "x = " + "(" * 100_000 + ")" * 100_000
        yield f"{language} nested often", name, start + repeated("f(" * 390 + "1" + ")" * 390 + ";\n", CODE)
        yield f"{language} one line", name, start + repeated("f(a, 1); ", 5_000_000)
        yield (
            f"{language} class",
            name,
            start + before + "".join(MEMBER[language].format(n=n) for n in range(25_000))[:CODE] + after,
        )
        yield f"{language} literal", name, start + 'x = "' + repeated("select from http://10.1.1.1 password=", LINE - 100) + '";\n'
        yield f"{language} operands", name, start + "x = " + repeated("a +\n", CODE) + "a;\n"
        examples = []
        for path in sorted((RULES / language).glob("*.yml")):
            for one in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["metadata"].get("invalid", []):
                examples.append((one["code"] if isinstance(one, dict) else one).removeprefix("<?php").strip())
        yield f"{language} examples", name, start + repeated("\n".join(examples) + "\n", CODE)
        yield f"{language} baits", name, start + baits(CODE)
    for name in FORMATS:
        size = CODE if name.endswith((".py", ".php", ".sh", ".ps1", ".bat")) else TEXT
        yield f"{name} baits", name, baits(size)
    yield "yaml deep", "application.yml", "".join(" " * depth + f"k{depth}:\n" for depth in range(2_000))
    yield "yaml flow", "application.yml", "a: " + "[" * 100_000
    yield (
        "yaml anchors",
        "application.yml",
        "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)),
    )
    yield "yaml wide", "application.yml", "".join(f"key{n}: value{n}\n" for n in range(190_000))
    yield "xml deep", "web.xml", "<a>" * 100_000 + "</a>" * 100_000
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 9}">' for n in range(1, 40))
    yield "xml entities", "web.xml", f'<!DOCTYPE a [<!ENTITY e0 "x">{entities}]><a>&e39;</a>'
    yield "xml wide", "pom.xml", "<project><dependencies>" + "".join(
        f"<dependency><groupId>g</groupId><artifactId>a{n}</artifactId><version>1</version></dependency>\n" for n in range(40_000)
    ) + "</dependencies></project>"  # fmt: skip
    yield "json deep", "appsettings.json", "[" * 100_000
    yield "json wide", "package.json", json.dumps({"dependencies": {f"library-{n}": "^1.0.0" for n in range(120_000)}}, indent=1)
    yield "toml deep", "pyproject.toml", "[" + ".".join("a" * 1 for _ in range(20_000)) + "]\nx = " + "[" * 50_000
    yield "toml wide", "pyproject.toml", "[tool.x]\n" + "".join(f"key{n} = 'value'\n" for n in range(190_000))
    yield "properties wide", "application.properties", "".join(f"app.key{n}.url=http://h{n}.example.com/x\n" for n in range(90_000))
    yield "properties million", "application.properties", "".join(f"k{n}=v\n" for n in range(1_000_000))
    yield "env wide", ".env", "".join(f"KEY_{n}=value{n}\n" for n in range(190_000))
    yield "sql inserts", "dump.sql", "create table t (a int);\n" + repeated("insert into t values (1, 'it''s', 'b');\n", 60_000_000)
    yield (
        "sql tables",
        "schema.sql",
        "".join(f"create table t{n} (id int primary key, o int references t{n // 2}(id));\n" for n in range(20_000)),
    )
    yield "sql nested", "schema.sql", "select " + "(" * 50_000 + "1" + ")" * 50_000 + ";"
    yield "sql string", "schema.sql", "insert into t values ('" + repeated("it''s ", TEXT)
    yield "yaml merges", "application.yml", "a0: &a0 {x: 1}\n" + "".join(
        f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}], k{n}: 1}}\n" for n in range(1, 40)
    )  # fmt: skip
    yield "yaml line", "application.yml", "a: {" + repeated("key: value, ", TEXT) + "}\n"
    yield "yaml documents", "k8s.yaml", repeated("---\nkind: Deployment\nmetadata: {name: a}\n", TEXT)
    yield "xml attributes", "web.xml", "<a " + " ".join(f'b{n}="{n}"' for n in range(200_000)) + "/>"
    yield "xml line", "pom.xml", "<project>" + repeated("<property><name>db.url</name></property>", TEXT) + "</project>"
    yield "xml comments", "server.xml", "<a>" + repeated("<!-- <b>", TEXT) + "</a>"
    yield "json line", "appsettings.json", '{"a": [' + repeated('{"Url": "http://a", "Password": "b"}, ', TEXT) + "0]}"
    yield "json keys", "package.json", '{"a":' * 900 + "1" + "}" * 900
    yield "json string", "appsettings.json", '{"ConnectionStrings": {"A": "' + repeated("Server=a;Password=b;", TEXT) + '"}}'
    yield "toml tables", "pyproject.toml", "".join(f"[a{n}.b.c]\nd = {{e = {{f = {n}}}}}\n" for n in range(60_000))
    yield "toml string", "pyproject.toml", 'a = """' + repeated("password = http://a ", TEXT) + '"""\n'
    yield "properties continued", "application.properties", "app.url=" + repeated("http://a,\\\n  ", TEXT)
    yield "properties line", "application.properties", "app.url=" + repeated("http://a;password=b;", TEXT)
    yield "properties references", "application.properties", "".join(f"k{n}=${{k{n + 1}}}${{k{n + 1}}}\n" for n in range(60_000))
    yield "sql line", "schema.sql", repeated("create table t (a int); insert into t select a from t; ", TEXT)
    yield (
        "sql joins",
        "schema.sql",
        "select * from t0 " + "".join(f"join t{n} on t{n}.a = t{n - 1}.a " for n in range(1, 60_000)) + ";",
    )
    yield (
        "sql procedures",
        "schema.sql",
        "".join(f"create procedure p{n} as begin update t{n} set a = 1; end;\n" for n in range(40_000)),
    )
    yield "sql comments", "schema.sql", repeated("/* create table t (a int); ", TEXT)
    yield "sql quotes", "schema.sql", repeated("create table `t", TEXT)
    yield "nginx deep", "nginx.conf", "server {\n" * 50_000
    yield "dockerfile runs", "Dockerfile", "FROM debian\n" + repeated("RUN apt-get install -y a b c \\\n && rm x\n", TEXT)
    yield (
        "compose services",
        "compose.yaml",
        "services:\n" + "".join(f"  s{n}:\n    image: a:{n}\n    ports: ['{n % 60000}:80']\n" for n in range(20_000)),
    )
    yield "requirements", "requirements.txt", "".join(f"library{n}==1.{n}\n" for n in range(150_000))
    yield "minified", "app.min.js", repeated("function a(b){return b(a,1)};", 5_000_000)


def run(folder: Path, out: Path) -> tuple[float, float, str]:
    """Seconds of processor time and on the clock, and what the program said of the hostile file."""
    began = time.monotonic()
    command = [sys.executable, "-m", "assessor", "assess", str(folder), "-q", "-j", "1", "--no-cache", "-o", f"json={out}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read().decode("utf-8", "replace") if process.stderr else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 4):
        return usage.ru_utime + usage.ru_stime, time.monotonic() - began, f"EXIT {process.returncode}: {said.strip()[-200:]}"
    document = json.loads(out.read_bytes())
    unread = sorted({item["reason"] for item in document["coverage"].get("unread", ())})
    return usage.ru_utime + usage.ru_stime, time.monotonic() - began, ", ".join(unread) or "read"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="", help="an expression: cases in whose name it is found")
    parser.add_argument("--slowest", type=int, default=15)
    options = parser.parse_args()
    costs: list[tuple[float, float, str, str]] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder, out = Path(scratch) / "tree", Path(scratch) / "out.json"
        folder.mkdir()
        (folder / "harmless.php").write_text("<?php echo date('c');\n")
        floor = min(run(folder, out)[0] for _ in range(2))
        for name, file, text in cases():
            if not re.search(options.only, name):
                continue
            (folder / file).write_text(text, "utf-8")
            cost, clock, said = run(folder, out)
            (folder / file).unlink()
            costs.append((cost - floor, clock, name, said))
            print(f"{cost - floor:7.1f} s  {clock:7.1f} s on the clock  {name}: {said}", flush=True)
    print(f"\nfloor {floor:.1f} s; {len(costs)} cases, {sum(cost > 10 for cost, *_ in costs)} above 10 s; the slowest:")
    for cost, _, name, said in sorted(costs, reverse=True)[: options.slowest]:
        print(f"{cost:7.1f} s  {name}: {said}")


if __name__ == "__main__":
    main()
