"""Infrastructure as code: Terraform, Bicep and ARM, CloudFormation, Ansible, Chef, Puppet, Vagrant, Pulumi, Nomad, serverless."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_KINDS = (
    ("terraform", re.compile(r"(?i)\.tf(?:vars)?$")),
    ("bicep", re.compile(r"(?i)\.bicep$|(?:^|/)azuredeploy[\w.\-]{0,20}\.json$")),
    (
        "ansible",
        re.compile(
            r"(?i)(?:^|/)(?:playbooks?/[\w.\-]{1,60}\.ya?ml|roles/[\w.\-]{1,60}/tasks/[\w.\-]{1,60}\.ya?ml"
            r"|(?:site|playbook)\.ya?ml|ansible\.cfg|[\w\-]{0,20}ansible/[\w.\-]{1,60}\.ya?ml)$"
        ),
    ),
    ("chef", re.compile(r"(?:^|/)(?:cookbooks/.{1,200}/recipes/[\w.\-]{1,60}\.rb|Berksfile)$")),
    ("puppet", re.compile(r"(?:^|/)(?:manifests/[\w.\-]{1,60}\.pp|Puppetfile)$")),
    ("vagrant", re.compile(r"(?:^|/)Vagrantfile$")),
    ("pulumi", re.compile(r"(?:^|/)Pulumi(?:\.[\w\-]{1,30})?\.ya?ml$")),
    ("nomad", re.compile(r"(?i)\.nomad(?:\.hcl)?$")),
    ("serverless", re.compile(r"(?:^|/)serverless\.ya?ml$")),
    ("cloudformation", re.compile(r"(?i)(?:^|/)[\w.\-]{0,60}(?:cloudformation|cfn)[\w./\-]{0,60}\.(?:ya?ml|json|template)$")),
    ("heroku", re.compile(r"(?:^|/)app\.json$")),
    (
        "platform",
        re.compile(
            r"(?:^|/)(?:fly\.toml|render\.yaml|railway\.(?:json|toml)|\.platform\.app\.yaml|nixpacks\.toml"
            r"|zerops\.yml|apprunner\.yaml|\.do/app\.yaml)$"
        ),
    ),
)
_RESOURCE = re.compile(r"^resource[ \t]{1,4}\"(?P<type>\w{1,80})\"[ \t]{1,4}\"(?P<name>[\w\-]{1,80})\"")
_SCALER = re.compile(
    r"(?i)aws_appautoscaling|autoscaling_group|autoscale_setting|azurerm_monitor_autoscale"
    r"|google_compute_autoscaler|min_machines_running|AWS::AutoScaling"
)
_FORWARDED = re.compile(r"forwarded_port[^\n]{0,40}guest:[ \t]{0,4}(\d{2,5})")
_HEROKU = re.compile(
    r"\"(?:heroku/)?(heroku-[a-z\-]{3,30}|scheduler|sendgrid|papertrail|memcachier|rediscloud"
    r"|cloudamqp|jawsdb[\w\-]{0,10}|cleardb|bonsai|mongolab)(?::[\w\-]{1,30})?\""
)
_INTERNAL_PORT = re.compile(r"^[ \t]{0,8}internal_port[ \t]{0,4}=[ \t]{0,4}(\d{2,5})")


def _read(document: Document) -> Iterator[Fact]:
    kind = next(name for name, pattern in _KINDS if pattern.search(document.path))
    reading = Reading(document, "infrastructure")
    if kind not in ("heroku", "platform", "vagrant"):
        yield reading.trait("infrastructure.as-code", 1, kind=kind)
    else:
        yield reading.trait(f"deploy.{kind}", 1)
    for number, line in enumerate(document.text.split("\n"), 1):
        line = line[:1000]
        if found := _RESOURCE.match(line):
            yield reading.trait("infrastructure.resource", number, type=found["type"], name=found["name"])
        if found := _SCALER.search(line):
            yield reading.trait("autoscaler", number, kind=found[0])
        for port in [*_FORWARDED.findall(line), *(_INTERNAL_PORT.findall(line) if kind == "platform" else [])]:
            yield from reading.port(port, kind, number)
        if kind == "heroku":
            for addon in _HEROKU.findall(line):
                yield reading.trait("platform.addon", number, name=addon)


_ENDINGS = """
    .tf .tfvars .bicep .yml .yaml .json .rb .pp .hcl .nomad .toml .template vagrantfile berksfile puppetfile ansible.cfg
"""
_SOME_ENDING = tuple(_ENDINGS.split())


def _matches(path: str) -> bool:
    if not path.lower().endswith(_SOME_ENDING):
        return False
    return any(pattern.search(path) for _, pattern in _KINDS)


DESCRIPTOR = Descriptor("infrastructure", _matches, _read)
