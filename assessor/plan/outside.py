"""Systems the bundle reaches but does not contain, the application's other secrets, and the rest of what can be set.

In: readings that no service of the bundle answers. `ERP_FTP_HOST`, `ERP_FTP_PASS` -> the outside system `erp` with two variables.
"""

import re
from collections.abc import Container, Iterable, Sequence, Set
from urllib.parse import urlsplit

from msgspec import Struct

from assessor.domain.deployment import Outside, Variable
from assessor.domain.facts import Artifact, FileFacts, Setting
from assessor.plan.expressions import reference
from assessor.plan.names import words
from assessor.plan.readings import MICROPROFILE, PREFIXED, PROFILE, Reading, debug_switch, placeholder

_OWN = {
    "site",
    "base",
    "public",
    "app",
    "root",
    "self",
    "canonical",
    "external",
    "allowed",
    "trusted",
    "csrf",
    "cors",
    "bind",
    "listen",
}
_ADDRESS_WORDS = {"host", "hostname", "server", "url", "uri", "endpoint", "addr", "address", "hosts", "servers", "gateway", "wsdl"}
_HOST = re.compile(r"^(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+(?::\d+)?$")
_EXAMPLE = re.compile(r"(^|/)[^/]*env[^/]*$", re.IGNORECASE)
_MOST = 15
"""More settings than that are left to the code's own defaults: a list of them would hide the ones that matter."""
_LOGINS = 5
"""More providers that people may log in with than that are a menu: what one of them needs stands in the application's example."""
_OFF = {"true": "false", "True": "False", "1": "0", "on": "off", "yes": "no"}
"""What switches debugging off, in the words of the default that has it on."""
_LISTENING = {"port", "host", "http", "server", "listen", "bind", "address", "app", "web"}
_LISTENING_ALONE = {"allowed", "bind", "listen", "cors", "app", "site", "public", "web", "frontend"}
"""Words of addresses at which the application itself answers."""
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_ITSELF = {"site", "base", "public", "app", "root", "canonical", "external"}
"""Words of the application's own address."""
_PAGES = {"privacy", "terms", "policy", "imprint", "legal", "docs", "documentation", "help"}
"""Words of addresses that visitors are shown, and that no program asks."""
_NOBODYS = ("example.com", "example.org", "example.net")
_OWN_SECRET = {
    "secret",
    "key",
    "base",
    "app",
    "django",
    "flask",
    "rails",
    "session",
    "cookie",
    "jwt",
    "signing",
    "encryption",
    "salt",
    "auth",
    "nextauth",
    "token",
}


class Told(Struct, frozen=True):
    """`environment` for the application's containers, `variables` for `.env`, the `outside` systems they speak of, and `untouched`:
    readings that keep the default of the code."""

    environment: tuple[Variable, ...]
    variables: tuple[Variable, ...]
    outside: tuple[Outside, ...]
    untouched: tuple[Reading, ...]


def told(
    readings: Iterable[Reading],
    facts: Sequence[FileFacts],
    web: Sequence[str],
    address: str = "http://localhost",
    absent: Container[str] = (),
    named: Set[str] = frozenset(),
) -> Told:
    """What the rest of the readings becomes. `web` are names the application answers to inside the bundle, `address` is where
    visitors find it, `absent` the ids of services that it could use and does not: nobody asks for their passwords, `named` the
    variables that speak of services of the bundle."""
    own, ours = _own_hosts(facts), _own_names(facts)
    environment: list[Variable] = []
    variables: list[Variable] = []
    untouched: list[Reading] = []
    systems: dict[str, list[Reading]] = {}
    rest = sorted(one for one in readings if one.via not in (PREFIXED, MICROPROFILE) or _public_address(one))
    for reading in rest:
        if _subject(reading) not in ours and not _public_address(reading) and _reaches_out(reading, own):
            systems.setdefault(_subject(reading), []).append(reading)
    plain = [one for one in rest if _plain(one) and _subject(one) not in systems]
    secrets = {one.name for one in rest if one.secret} | named
    logins = sum(one.secret and one.words[-2:] == ("client", "secret") and not one.stated for one in rest)
    passed = {one.name for one in plain} if len(plain) <= _MOST else set()
    for reading in rest:
        subject = _subject(reading)
        if debug_switch(reading.name):
            if reading.default in _OFF:
                meaning = "debugging: the code's own default is on, which shows its inside to every visitor"
                variable = Variable(reading.name, _OFF[reading.default], False, meaning, reading.evidence)
                variables.append(variable)
                environment.append(Variable(reading.name, reference(variable), False, "", reading.evidence))
            continue
        if reading.name == PROFILE and not reading.stated:
            meaning = "profile of Spring: the source's own default is a developer's"
            variables.append(Variable(PROFILE, reading.default, False, meaning, reading.evidence))
            environment.append(Variable(PROFILE, reference(variables[-1]), False, "", reading.evidence))
            continue
        if reading.secret and _left_to_the_code(reading, subject in ours, secrets, logins):
            untouched.append(reading)
            continue
        if reading.secret and not reading.stated and not reading.required and not _own_secret(reading, ours):
            exemplary = any(_EXAMPLE.search(place.path) for place in reading.evidence)
            if any(word in absent for word in reading.words[:2]) or (subject not in systems and not exemplary):
                untouched.append(reading)
                continue
            variable = Variable(
                reading.name, "", False, "secret that only some installations have; empty: not used", reading.evidence
            )
            variables.append(variable)
            environment.append(Variable(reading.name, f"${{{reading.name}:-}}", True, "", reading.evidence))
            continue
        if reading.secret:
            meaning = f"secret of the outside system '{subject}'" if subject in systems else _meaning(reading)
            variable = Variable(reading.name, "", True, meaning, reading.evidence, required=True)
        elif subject in systems and reading.default and not reading.secret and not _path(reading.default):
            known = "" if placeholder(reading.default) else reading.default
            meaning = f"outside system '{subject}', as found in the source"
            meaning = meaning if known else f"outside system '{subject}': the source has a placeholder only, so fill it in"
            variable = Variable(reading.name, known, False, meaning, reading.evidence)
            if not known:
                variables.append(variable)
                environment.append(Variable(reading.name, f"${{{reading.name}:-}}", False, "", reading.evidence))
                continue
        elif reading.required and not reading.default:
            meaning = "the application does not start without it"
            variable = Variable(reading.name, _hosts(reading, web), False, meaning, reading.evidence, required=True)
        elif _public_address(reading):
            meaning = "address at which visitors reach the application: links in its pages and mails begin with it"
            variable = Variable(reading.name, address, False, meaning, reading.evidence)
        elif reading.name in passed:
            meaning = "setting of the application, as found"
            if here(reading.name, reading.default):
                meaning += ": inside a container this is the container itself, so name the server that is meant"
            variable = Variable(reading.name, _hosts(reading, web), False, meaning, reading.evidence)
        else:
            untouched.append(reading)
            continue
        variables.append(variable)
        environment.append(Variable(reading.name, reference(variable), reading.secret, "", reading.evidence))
    given = {variable.name for variable in environment}
    outside = tuple(
        Outside(
            name=subject,
            kind="address",
            variables=tuple(reading.name for reading in rest if _subject(reading) == subject and reading.name in given),
            reason="its address is in the source, and no container of the bundle answers there",
            evidence=tuple(sorted({place for reading in members for place in reading.evidence})),
        )
        for subject, members in sorted(systems.items())
    )
    return Told(tuple(environment), tuple(variables), outside, tuple(untouched))


def _left_to_the_code(reading: Reading, ours: bool, secrets: Set[str], logins: int) -> bool:
    """Secrets that nobody is asked for: one more of the same name (`DB_PASSWORD2`, a second database that nobody has unless he says
    so), those of a menu of logins, and keys of other people's services that only code knows, which goes on without."""
    if reading.name[-1].isdigit() and reading.name.rstrip("0123456789_") in secrets:
        return True
    if reading.words[-2:] == ("client", "secret") and logins > _LOGINS:
        return True
    exemplary = any(_EXAMPLE.search(place.path) for place in reading.evidence)
    return reading.via == "environment" and reading.words[-2:] == ("api", "key") and not ours and not exemplary


def _meaning(reading: Reading) -> str:
    """What a secret of the application is made of: a key pair is no random text."""
    if {"rsa", "pem", "certificate"} & set(reading.words) and "key" in reading.words:
        return "key of the application in PEM form, in single quotes with its line breaks: `openssl genrsa 2048` makes one"
    return "secret of the application: a long random text"


def _public_address(reading: Reading) -> bool:
    """`APP_URL` = `http://localhost`: where the application itself is found, and the default is nobody's address."""
    spoken = reading.words
    alone = spoken == ("url",) and any(_EXAMPLE.search(place.path) for place in reading.evidence)
    said = alone or (spoken[-1:] in (("url",), ("uri",)) and len(spoken) > 1 and set(spoken[:-1]) <= _ITSELF)
    host = urlsplit(reading.default).hostname if "://" in reading.default else ""
    asked = not reading.default and any(_EXAMPLE.search(place.path) for place in reading.evidence)
    return said and not reading.secret and (asked or host in _THIS_MACHINE or (host or "").endswith(_NOBODYS))


def here(name: str, value: str) -> bool:
    """Whether the variable holds an address, and that of the machine it is used on: `SMTP_HOST` = `localhost`."""
    spoken = set(words(name))
    host = urlsplit(value).hostname if "://" in value else value.partition(":")[0]
    return bool(spoken & _ADDRESS_WORDS) and not spoken & (_OWN | _LISTENING_ALONE) and host in _THIS_MACHINE


def _plain(reading: Reading) -> bool:
    if debug_switch(reading.name):
        return False
    spoken = set(reading.words)
    ours = spoken <= _LISTENING or _path(reading.default) or "***" in reading.default
    return reading.via == "environment" and bool(reading.default) and not reading.secret and not ours


def _own_secret(reading: Reading, ours: set[str]) -> bool:
    """`SECRET_KEY`, `APP_KEY`, `SESSION_SECRET`: nobody else's password, and the application does not start without one. Its own
    name may stand before it (`ours`: first words of what the top of the tree builds)."""
    spoken = reading.words
    return set(spoken[1:] if len(spoken) > 1 and spoken[0] in ours else spoken) <= _OWN_SECRET


def _reaches_out(reading: Reading, own: set[str]) -> bool:
    spoken = set(reading.words)
    value = reading.default
    if not spoken & _ADDRESS_WORDS or spoken & (_OWN | _PAGES) or reading.secret:
        return False
    host = urlsplit(value).hostname if "://" in value else value.partition(":")[0] if _HOST.match(value) else ""
    samples = all(_EXAMPLE.search(place.path) for place in reading.evidence)
    if host and "." not in host and samples:  # `http://s3:4569`: a name of somebody's compose file, which an example may hold
        return False
    return bool(host) and host not in own and host not in ("localhost", "127.0.0.1", "0.0.0.0", "example.com")


def _own_hosts(facts: Sequence[FileFacts]) -> set[str]:
    names = {"servername", "server_name", "serveralias"}
    return {
        host
        for file in facts
        for fact in file.of(Setting)
        if fact.key.rpartition(".")[2].lower() in names
        for host in fact.value.split()
    }


def _own_names(facts: Sequence[FileFacts]) -> set[str]:
    """First words of what the top of the tree builds: `orders` of `orders-server`. Variables that begin so are its own."""
    names = (words(fact.name.rpartition("/")[2]) for file in facts if "/" not in file.path for fact in file.of(Artifact))
    return {spoken[0] for spoken in names if spoken and len(spoken[0]) > 3}


def _subject(reading: Reading) -> str:
    """The first word, which says what a variable is about; Spring's own settings say it behind `spring`."""
    spoken = reading.words
    if spoken[:1] == ("spring",) and len(spoken) > 2:
        return spoken[1]
    return spoken[0] if spoken else ""


def _path(value: str) -> bool:
    return value.startswith("/") or bool(re.match(r"^[A-Za-z]:[\\/]", value))


def _hosts(reading: Reading, web: Sequence[str]) -> str:
    """A list of host names the application lets in has to hold the ones it has inside the bundle."""
    if {"allowed", "hosts"} <= set(reading.words) and reading.default != "*":
        listed = [host for host in reading.default.split(",") if host]
        return ",".join(dict.fromkeys([*listed, "localhost", "127.0.0.1", *web]))
    return reading.default
