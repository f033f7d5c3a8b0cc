"""What Vagrant, Ansible, Chef and Puppet install on the machine that the application runs on.

A task `apt: name=redis-server`, a line `package 'redis-server'` and `apt-get install redis-server` in a Vagrantfile are each the
trait `machine.package`; a role, recipe, class or module of others that is named (`geerlingguy.mysql`, `postgresql::server`) is
the trait `machine.role`. Nothing is resolved: names held in variables are left out.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document, Unreadable
from assessor.extract.os_packages import installed, is_package
from assessor.extract.reading import Reading
from assessor.extract.structured import Node, read_yaml

_REMOVED = re.compile(r"\baction\s{1,4}\[?:(?:purge|remove|uninstall)\b|\bensure\s{0,4}=>\s{0,4}['\"]?(?:absent|purged)\b")
_BLOCK = 5
"""Lines behind the first that a package's block has, as a rule."""
_ANSIBLE = re.compile(
    r"(?i)(?:^|/)(?:roles/[\w.\-]{1,80}/(?:tasks|meta)/[\w.\-]{1,60}|playbooks?/[\w.\-]{1,60}|(?:site|playbook|provision|requirements)"
    r"|(?:[\w\-]{0,20}ansible|provision(?:ing)?)/[\w./\-]{1,80})\.ya?ml$"
)
_RUBY = re.compile(r"(?:^|/)(?:Vagrantfile|Berksfile|(?:cookbooks/.{1,200}/)?(?:recipes/[\w.\-]{1,60}|metadata)\.rb)$")
_PUPPET = re.compile(r"(?:^|/)(?:[\w.\-]{1,60}\.pp|Puppetfile)$")
_MODULES = frozenset(["apt", "yum", "dnf", "package", "apk", "zypper", "homebrew", "pacman"])
_QUOTED = re.compile(r"[\"']([\w:.+\-/]{2,80})[\"']")
_CHEF_PACKAGES = re.compile(
    r"^\s{0,20}(?:apt_|yum_|dnf_)?package\s{1,4}\(?(?P<names>%w[\[({][^\])}]{1,400}[\])}]|[\"'\[][^\n]{1,400})"
)
_CHEF_ROLES = re.compile(
    r"(?:include_recipe|add_recipe|add_role|^\s{0,8}cookbook|^\s{0,8}depends)\s{0,4}\(?\s{0,2}[\"']([\w:\-]{2,80})[\"']"
)
_PUPPET_PACKAGES = re.compile(r"\bpackage\s{0,4}\{\s{0,4}(?P<names>\[[^\]\n]{1,400}\]|[\"'][\w.+\-]{2,60}[\"'])")
_PUPPET_ROLES = re.compile(
    r"\bclass\s{0,4}\{\s{0,4}[\"'](?:::)?([\w:\-]{2,80})[\"']|^\s{0,20}(?:include|require|contain)\s{1,4}[\"']?(?:::)?([\w:\-]{2,80})"
    r"|^\s{0,8}mod\s{1,4}[\"']([\w/\-]{2,80})[\"']"
)


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "provisioning")
    if _ANSIBLE.search(document.path):
        yield from _ansible(document, reading)
        return
    lines = document.text.split("\n")
    for number, text in enumerate(lines, 1):
        line = text[:1000]
        if line.lstrip().startswith(("#", "//")):
            continue
        if _taken_away(lines, number):
            continue
        packages = list(installed(line))
        for pattern in (_PUPPET_PACKAGES,) if _PUPPET.search(document.path) else (_CHEF_PACKAGES,):
            for found in pattern.finditer(line):
                named = found["names"]
                packages += named[3:-1].split() if named.startswith("%w") else _QUOTED.findall(named.partition("=>")[0])
        for name in packages:
            yield reading.trait("machine.package", number, name=name.lower())
        for found in (_PUPPET_ROLES if _PUPPET.search(document.path) else _CHEF_ROLES).finditer(line):
            yield reading.trait("machine.role", number, name=next(filter(None, found.groups())).lower())


def _taken_away(lines: list[str], number: int) -> bool:
    """Whether the block that the line opens, or the attributes behind it, take a package away: `package 'x' do action :purge`."""
    opened = lines[number - 1].rstrip().endswith(("do", ":"))
    block = lines[number - 1 : number + _BLOCK] if opened else lines[number - 1 : number]
    for line in block:
        if _REMOVED.search(line[:300]):
            return True
        if line.strip() in ("end", "}"):
            return False
    return False


def _ansible(document: Document, reading: Reading) -> Iterator[Fact]:
    try:
        roots = read_yaml(document.text)
    except Unreadable:
        return  # templated so that it is no YAML: the reader of the plain text has it
    for root in roots:
        waiting = list(reversed(root.items)) or [root]
        while waiting:
            node = waiting.pop()
            yield from _task(reading, node)
            for role in (*node.get("roles").items, *node.get("dependencies").items):
                name = role if role.text else role.get("role") or role.get("name") or role.get("src")
                if name.text and "{{" not in name.text:
                    yield reading.trait("machine.role", name.line, name=_role(name.text))
            for inner in ("tasks", "pre_tasks", "post_tasks", "handlers", "block", "rescue", "always"):
                waiting.extend(reversed(node.get(inner).items))


def _role(name: str) -> str:
    """`../roles/java` and `roles/java` as `java`; `geerlingguy.java` stays."""
    return re.sub(r"^(?:\.{1,2}/)*(?:[\w.\-]{1,80}/)*roles/", "", name.lower())


def _task(reading: Reading, task: Node) -> Iterator[Fact]:
    """The packages of one task: `apt: name=a,b`, `apt: {name: [a, b]}`, or `apt: name={{ item }}` with its items.

    Before Ansible had the module for a key, it stood first in `action: yum name=$item`.
    """
    modules = list(task.mapping.items())
    for action in (task.get("action"), task.get("local_action")):
        first, _, said = action.text.strip().partition(" ")
        if said:
            modules.append((first, Node("scalar", action.line, said)))
    for key, module in modules:
        if key.rpartition(".")[2] not in _MODULES:
            continue
        stated = re.search(r"\b(?:name|pkg)=(\"[^\"]{1,400}\"|'[^']{1,400}'|\S{1,400})", module.text)
        names = [Node("scalar", module.line, each) for each in stated[1].strip("\"'").split(",")] if stated else []
        for listed in (module.get("name"), module.get("pkg")):
            names += listed.items or ([listed] if listed.text else [])
        if any("item" in each.text for each in names):
            looped = task.get("with_items") or task.get("loop")
            names += [item for item in looped.items if item.text]
        for each in names:
            for name in re.split(r"[,\s]+", each.text) if not each.text.startswith("$") and "{{" not in each.text else ():
                if is_package(name.partition("=")[0]):
                    yield reading.trait("machine.package", each.line, name=name.partition("=")[0].lower())


def _matches(path: str) -> bool:
    if not path.endswith((".yml", ".yaml", ".rb", ".pp", "file")):
        return False
    return any(pattern.search(path) for pattern in (_ANSIBLE, _RUBY, _PUPPET))


DESCRIPTOR = Descriptor("provisioning", _matches, _read)
