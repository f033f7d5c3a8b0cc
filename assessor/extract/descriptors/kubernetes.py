"""Kubernetes manifests, Helm templates and values, kustomizations: images, ports, probes, replicas, autoscalers, cron jobs."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.command_kind import command_kind
from assessor.extract.descriptor import Descriptor, Document, Unreadable
from assessor.extract.reading import Reading
from assessor.extract.structured import Node, read_yaml

_OBJECT = re.compile(r"(?m)^(?:- )?apiVersion:[ \t]")
_WORKLOADS = (
    "Deployment",
    "StatefulSet",
    "DaemonSet",
    "Job",
    "CronJob",
    "ReplicaSet",
    "Pod",
    "ReplicationController",
    "DeploymentConfig",
    "Rollout",
)
_SCALERS = ("HorizontalPodAutoscaler", "ScaledObject", "VerticalPodAutoscaler")
_TEMPLATE = re.compile(r"\{\{-?\s{0,4}(?:if|else|end|range|with|include|template|define|toYaml|tpl|block|/\*).{0,500}?\}\}")
_VALUE = re.compile(r"\{\{-?[^{}]{0,300}\}\}")


def _read(document: Document) -> Iterator[Fact]:
    path = document.path.lower()
    reading = Reading(document, "kubernetes")
    name = path.rpartition("/")[2]
    if name in ("chart.yaml", "kustomization.yaml", "kustomization.yml", "helmfile.yaml", "skaffold.yaml"):
        yield reading.trait(
            "infrastructure.as-code", 1, kind="helm" if name in ("chart.yaml", "helmfile.yaml") else name.partition(".")[0]
        )
        if name == "chart.yaml":
            for root in _documents(document.text):
                for each in root.get("dependencies").items:
                    yield reading.library(each.get("name").text, "helm", each.get("version").text, "runtime", each.line)
        return
    if not _OBJECT.search(document.text):
        return
    for root in _documents(document.text):
        for each in [root, *root.get("items").items, *root.items]:
            if each.get("apiVersion").text:
                yield from _object(reading, each)


def _documents(text: str) -> list[Node]:
    if "{{" in text:
        text = "\n".join("" if _TEMPLATE.search(line[:1000]) else _VALUE.sub("TEMPLATED", line[:1000]) for line in text.split("\n"))
    try:
        return read_yaml(text)
    except Unreadable:
        found: list[Node] = []
        for part in re.split(r"(?m)^---", text)[:500]:
            try:
                found += read_yaml("\n" * text[: text.find(part)].count("\n") + part)
            except Unreadable:
                continue
        return found


def _object(reading: Reading, each: Node) -> Iterator[Fact]:
    kind, name = each.get("kind").text, each.get("metadata", "name").text
    specification = each.get("spec")
    if kind in _WORKLOADS:
        yield reading.trait("infrastructure.as-code", each.line, kind="kubernetes")
        replicas = specification.get("replicas")
        if replicas.text.isdecimal():
            yield reading.trait("replicas", replicas.line, service=name, n=replicas.text)
        yield from _pod(reading, name, kind, specification)
    elif kind in _SCALERS:
        low, high = (
            specification.get("minReplicas") or specification.get("minReplicaCount"),
            specification.get("maxReplicas") or specification.get("maxReplicaCount"),
        )
        yield reading.trait("autoscaler", each.line, name=name, kind=kind, min=low.text, max=high.text)
        if kind == "ScaledObject":
            yield reading.trait("scaler.keda", each.line, name=name)
        if low.text == "0":
            yield reading.trait("scale-to-zero", low.line, name=name)
    elif kind == "Ingress":
        for rule in specification.get("rules").items:
            for path in rule.get("http", "paths").items:
                service = path.get("backend", "service", "name").text or path.get("backend", "serviceName").text
                yield reading.trait(
                    "proxy.route", path.line, path=path.get("path").text or "/", target=service, host=rule.get("host").text
                )
    elif kind == "ConfigMap":
        for key, value in each.get("data").mapping.items():
            if value.kind == "scalar" and "\n" not in value.text:
                yield from reading.setting(key, value.text, value.line)
    elif kind == "Secret":
        yield reading.trait("secret.manager", each.line, kind="kubernetes", name=name)
    elif kind in ("ExternalSecret", "SealedSecret", "SecretStore", "SecretProviderClass"):
        yield reading.trait("secret.manager", each.line, kind=kind, name=name)
    elif kind == "PersistentVolumeClaim":
        yield reading.trait("volume.named", each.line, name=name, size=specification.get("resources", "requests", "storage").text)
    elif kind == "ServiceMonitor":
        yield reading.trait("metrics.telemetry", each.line, kind="prometheus")


def _pod(reading: Reading, name: str, kind: str, specification: Node) -> Iterator[Fact]:
    template = (
        specification.get("jobTemplate", "spec", "template", "spec") or specification.get("template", "spec") or specification
    )
    schedule = specification.get("schedule").text
    for container in [*template.get("containers").items, *template.get("initContainers").items]:
        called = container.get("name").text or name
        if container.get("image").text not in ("", "TEMPLATED"):
            yield reading.image(container.get("image").text, "service", called, container.get("image").line)
        command = " ".join(part.text for key in ("command", "args") for part in container.get(key).texts())
        if command or kind in ("CronJob", "Job"):
            meaning = "job" if kind == "CronJob" else "one-shot" if kind == "Job" else command_kind(command, called)
            yield from reading.started(called, command, meaning, container.line, schedule)
        if kind == "CronJob":
            yield reading.trait("scheduler.cron", container.line, schedule=schedule, command=command or called)
        for port in container.get("ports").items:
            yield from reading.port(port.get("containerPort").text, called, port.line, (port.get("protocol").text or "TCP").lower())
        for each in container.get("env").items:
            if each.get("value").text:
                yield from reading.setting(each.get("name").text, each.get("value").text, each.line)
            elif each.get("valueFrom", "secretKeyRef"):
                yield reading.trait("config.environment", each.line, name=each.get("name").text, key="secretKeyRef")
        for probe, trait in (("livenessProbe", "probe.liveness"), ("readinessProbe", "probe.readiness")):
            node = container.get(probe)
            if node:
                test = node.get("httpGet", "path").text or " ".join(part.text for part in node.get("exec", "command").texts())
                yield reading.trait(trait, node.line, service=called, test=test)
        memory = container.get("resources", "limits", "memory") or container.get("resources", "requests", "memory")
        if memory.text:
            yield reading.trait("memory.limit", memory.line, service=called, value=memory.text)
        for mount in container.get("volumeMounts").items:
            yield reading.trait(
                "volume.declared",
                mount.line,
                service=called,
                source=mount.get("name").text,
                target=mount.get("mountPath").text,
                kind="named",
            )


_FOLDERS = re.compile(
    r"(?i)(?:^|/)(?:\.github|\.circleci|locales?|i18n|node_modules|openapi|swagger)/"
    r"|(?:docker-)?compose[\w.\-]{0,40}\.ya?ml$|mkdocs\.ya?ml$"
)


def _matches(path: str) -> bool:
    return path.lower().endswith((".yaml", ".yml")) and not _FOLDERS.search(path)


DESCRIPTOR = Descriptor("kubernetes", _matches, _read)
