"""What the application can be told from outside: the variables its code, its settings files and its environment files name.

In: settings of all files. Out: one `Reading` per name, e.g. `DB_HOST`, default `10.20.0.31`, config/config.php:12.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable
from itertools import pairwise

from msgspec import Struct

from assessor.domain.facts import Evidence, FileFacts, Library, Setting, Trait
from assessor.plan.names import words
from assessor.plan.prefixed import prefixed

IN_CODE = "environment"
"""The format of settings, and the last part of the trait `config.environment`, that stand for a variable read by code or
settings."""
_SECRET = {"password", "pass", "passwd", "pwd", "secret", "token", "credential", "credentials", "apikey", "passphrase"}
_SWITCHES = {"allow", "optional", "limit", "validate", "verify", "enable", "enabled", "disable", "require", "show"}
"""Words of settings that are on or off: `ValidateIssuerSigningKey` is no key."""
_SECRET_KEY = {"api", "secret", "access", "private", "encryption", "signing", "app", "auth", "license", "licence"}
_BESIDE = re.compile(r"[\"']?[)\]]{0,2}\s{0,4}(?:\?:|\?\?|\|\|)\s{0,4}(?:\"([^\"$]*)\"|'([^']*)'|(\d+))")
_NOTHING = {"null", "none", "nil", "undefined", "false", "~"}
"""Values by which configuration files say that there is none."""
_COMPOSE = re.compile(r"(^|/)(docker-)?compose[^/]*\.ya?ml$|(^|/)(k8s|kubernetes|helm|charts)/")
"""Files whose variables are filled in by a deployment tool, not read by the application."""
_BUILDING = re.compile(
    r"(?i)(?:^|/)(?:(?:webpack|vite|vitest|rollup|rspack|gulpfile|gruntfile|jest|babel|postcss|tailwind|karma|cypress|playwright"
    r"|rolldown|esbuild|commitlint|eslint|nuxt|next|astro|svelte|quasar|vue)[\w.-]{0,40}\.[cm]?[jt]s|(?:grunt|gulp|webpack|cypress|playwright)/[\w./-]{1,80})$"
)
"""Settings of tools that build and test: what they read nobody hands to a running application."""
_BUILT_IN = ("VITE_", "REACT_APP_", "VUE_APP_", "GATSBY_")
"""Beginnings of variables that a bundler writes into the pages: when the application runs it is too late for them."""
_ABOUT = frozenset(
    (
        "enabled",
        "timeout",
        "expires",
        "expiration",
        "expiry",
        "years",
        "days",
        "hours",
        "minutes",
        "min",
        "seconds",
        "max",
        "attempts",
        "pattern",
        "length",
        "url",
        "uri",
        "path",
        "file",
        "header",
        "name",
        "field",
        "policy",
        "reset",
        "ttl",
        "lifetime",
        "age",
        "id",
        "rounds",
        "algorithm",
        "type",
        "limit",
        "issuer",
        "audience",
        "count",
        "size",
        "required",
        "prefix",
        "suffix",
        "time",
        "threshold",
        "duration",
        "window",
        "delay",
        "interval",
        "head",
        "scheme",
        "provider",
        "format",
        "mode",
        "encoding",
    )
)
"""Last words of names that speak about a secret and hold none."""
_PROFILE_KEY = "spring.profiles.active"
PROFILE = "SPRING_PROFILES_ACTIVE"
"""Chooses the files `application-NAME.yml` that an installation goes by. Its reading is not `stated` where the source's own choice
is a developer's and files for production lie beside it."""
_PLACEHOLDER = re.compile(
    r"your[_-]?[A-Za-z_-]{3,60}|(?i:change[_-]?(?:me|this)\b.*|[\w.+-]+@(?:[\w-]+\.)?example\.(?:com|org|net))|<[^<>]+>|YOUR[A-Z_-]{3,60}"
)
"""Values that only say what belongs there: `YOURUSERNAME`, `<host>`, `you@example.com`."""
_MODES = {"env", "environment", "mode"}
_DEBUG = {"debug", "app", "django", "flask", "site", "mode"}
_DEVELOPERS = {"development", "dev", "develop", "local", "test", "testing", "debug"}
"""Values of a run mode that are a developer's: `NODE_ENV` is `development` when nobody sets it, and a bundle is no such place."""
_DEVELOPMENT = {"test", "testing", "tests", "dev", "development", "ci", "debug", "travis", "coverage"}
"""Words of variables that concern nobody who runs the application."""
_EXAMPLES = ("", "example", "sample", "dist", "template", "default", "prod", "production")
"""Profiles of environment files that describe an installation, not a developer's machine."""
IN_FILES = ("env", "dotenv")
"""Formats of files that hold variables themselves."""
_OF_DOTNET = {"config.setting": "", "config.connection": "ConnectionStrings:"}
"""Traits of settings that code reads, and what stands before their keys."""
_NAMED = re.compile(r"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b")
PREFIXED = "prefixed"
MICROPROFILE = "microprofile"
_MAPPING = ("io.quarkus:", "io.smallrye.config:", "org.eclipse.microprofile.config:", "io.micronaut:")
"""Beginnings of libraries that look for a variable for every setting: everything but letters and digits becomes an underscore
(https://smallrye.io/smallrye-config/Main/config/environment-variables/)."""
_PREFERENCE = {"environment": 0, "spring": 1, "dotnet": 1, PREFIXED: 1, MICROPROFILE: 1, "file": 2}


class Reading(Struct, frozen=True, order=True):
    """A variable the application reads. `default` is what it takes when nobody sets it (empty when secret); `via` is environment,
    spring, dotnet, microprofile or prefixed (a framework or a library maps variables to settings), or file (a `.env` lists it).
    `stated`: somebody gives it a value. `key`: the setting that it is mapped to. `required`: the application says itself that it
    does not start without it."""

    name: str
    default: str
    secret: bool
    via: str
    evidence: tuple[Evidence, ...]
    stated: bool = True
    key: str = ""
    required: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name, or of the key that it stands for: `MINIO_ACCESSKEY` is `minio.accessKey`."""
        return words(self.key or self.name)


def readings(facts: Iterable[FileFacts]) -> tuple[Reading, ...]:
    """All readings, sorted by name. The default in code outranks the one of an example file."""
    read = [file for file in facts if file.role in ("source", "document", "data")]
    spring, dotnet = _uses(read, "org.springframework.boot:"), any(file.path.lower().endswith("appsettings.json") for file in read)
    mapped = not spring and any(_uses(read, library) for library in _MAPPING)
    found: dict[str, list[Reading]] = defaultdict(list)
    paths = {file.path for file in read}
    generated = {dict(trait.fields).get("name") for file in read for trait in file.of(Trait) if trait.name == "secret.generated"}
    for file in read:
        if _COMPOSE.search(file.path) or _BUILDING.search(file.path):
            continue
        for fact in file.facts:
            if isinstance(fact, Setting) and fact.profile in _EXAMPLES:
                name, via = _named(fact, file.path, spring, dotnet, mapped)
                if via == "spring" and fact.key == _PROFILE_KEY and (profile := _shipped_profile(fact, file.path, paths)):
                    found[name].append(Reading(name, profile, False, via, (fact.evidence,), False, fact.key))
                    continue
                key = fact.key.replace("-", "") if via == "spring" else fact.key if via == MICROPROFILE else ""
                spoken = words(key or name)
                if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) and not _DEVELOPMENT & set(spoken):
                    about = spoken[-1:] and spoken[-1] in _ABOUT
                    secret = secret_name(key or name) or (fact.secret and not about)
                    value = "" if secret or fact.value.lower() in _NOTHING or "***" in fact.value else fact.value
                    value = "" if _developers(name, value) else value
                    stated = name in generated if via == "file" else bool(fact.value)
                    found[name].append(Reading(name, value, secret, via, (fact.evidence,), stated, key))
            elif isinstance(fact, Trait) and fact.name == f"config.{IN_CODE}":
                fields = dict(fact.fields)
                name, secret = fields.get("name", ""), secret_name(fields.get("name", ""))
                ours = debug_switch(name) or not _DEVELOPMENT & set(words(name))
                if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) and ours:
                    text = fact.evidence.excerpt
                    switched = debug_switch(name) and fields.get("default", "") in ("True", "False", "true", "false")
                    written = _literal(fields.get("default", ""), text) or _default_beside(name, text)
                    default = fields["default"] if switched else written
                    value = (
                        "" if secret or default.lower() in _NOTHING or "***" in default or _developers(name, default) else default
                    )
                    found[name].append(Reading(name, value, secret, "environment", (fact.evidence,), bool(default)))
            elif isinstance(fact, Trait) and fact.name in _OF_DOTNET and dotnet:
                key = _OF_DOTNET[fact.name] + dict(fact.fields).get("key", "")
                name, secret = key.replace(":", "__"), secret_name(key)
                if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) and not _DEVELOPMENT & set(words(name)):
                    found[name].append(Reading(name, "", secret, "dotnet", (fact.evidence,), False, key))
    for one in prefixed(read, _EXAMPLES):
        secret = one.secret or secret_name(one.key)
        value = "" if secret or "***" in one.value else one.value
        found[one.name].append(Reading(one.name, value, secret, PREFIXED, (one.evidence,), bool(one.value), one.key))
    asked_for = _required(read)
    merged = tuple(_merged(found[name], name in asked_for) for name in sorted(found))
    asked = {(place.path, place.line) for reading in merged if reading.via == "environment" for place in reading.evidence}
    return tuple(
        reading
        for reading in merged
        if not reading.name.startswith(_BUILT_IN)
        and (
            reading.via not in ("spring", "dotnet", PREFIXED, MICROPROFILE)
            or not all((place.path, place.line) in asked for place in reading.evidence)
        )
    )


def readings_of(
    all_readings: Iterable[Reading], folder: str, others: Iterable[str], unread: Container[str] = ()
) -> tuple[Reading, ...]:
    """Those of the source in `folder`: read in it, or in code that no other deployable's folder holds. Files in `unread` are
    code that this runtime does not run."""
    foreign = [f"{other}/" for other in others if other and other != folder and not folder.startswith(f"{other}/")]
    inside = f"{folder}/" if folder else ""
    return tuple(
        reading
        for reading in all_readings
        if any(
            (place.path.startswith(inside) and inside)
            or (("/" in place.path or not foreign) and not place.path.startswith(tuple(foreign)))
            for place in reading.evidence
            if place.path not in unread
        )
    )


def _literal(default: str, excerpt: str) -> str:
    """`default` when the code writes it as a text or a number; an expression (`SITE_NAME`, `os.environ.get(...)`) is unknown."""
    if not excerpt or re.fullmatch(r"-?\d+(\.\d+)?", default) or default.startswith("***"):
        return default
    return (
        default
        if any(f"{quote}{default}{quote}" in excerpt for quote in "\"'`") or f":{default}" in excerpt or "***" in excerpt
        else ""
    )


def _default_beside(name: str, excerpt: str) -> str:
    """The literal behind `?:`, `??` or `||` on the same line: `getenv('DB_NAME') ?: 'storefront'` -> storefront."""
    for place in re.finditer(re.escape(name), excerpt):
        found = _BESIDE.match(excerpt, place.end())
        if found:
            return next((part for part in found.groups() if part is not None), "")
    return ""


def debug_switch(name: str) -> bool:
    """`DEBUG`, `APP_DEBUG`, `DJANGO_DEBUG`: the one switch of a framework that shows its inside to visitors."""
    return "debug" in words(name) and set(words(name)) <= _DEBUG


def placeholder(value: str) -> bool:
    """Whether a value is none, and only says what belongs there."""
    return _PLACEHOLDER.fullmatch(value[:200]) is not None


def _developers(name: str, value: str) -> bool:
    """Whether the variable is a run mode (`NODE_ENV`, `APP_ENV`, `GIN_MODE`) and its value a developer's."""
    return words(name)[-1:] != () and words(name)[-1] in _MODES and value.lower() in _DEVELOPERS


def _named(setting: Setting, path: str, spring: bool, dotnet: bool, mapped: bool) -> tuple[str, str]:
    if setting.format == IN_CODE:
        return setting.key, "environment"
    if setting.format in IN_FILES:
        return setting.key, "file"
    name = path.rpartition("/")[2].lower()
    if mapped and name.startswith(("application", "microprofile-config")) and name.endswith((".properties", ".yml", ".yaml")):
        return re.sub(r"[^A-Za-z0-9]", "_", setting.key).upper(), MICROPROFILE
    if spring and name.startswith("application") and name.endswith((".properties", ".yml", ".yaml")):
        return _spring_variable(setting.key), "spring"
    if dotnet and name == "appsettings.json":
        return re.sub(r"\]?[:.\[]+|\]$", "__", setting.key).removesuffix("__"), "dotnet"
    return "", ""


def _shipped_profile(setting: Setting, path: str, paths: Container[str]) -> str:
    """`prod`, when the file chooses a developer's profile and `application-prod.yml` lies beside it."""
    beside, _, ending = path.rpartition("/")[2].rpartition(".")
    folder = path[: len(path) - len(beside) - len(ending) - 1]
    if setting.profile or setting.value.lower() not in _DEVELOPERS:
        return ""
    endings = ("yml", "yaml", "properties")
    names = ("prod", "production")
    return next((name for name in names for end in endings if f"{folder}{beside}-{name}.{end}" in paths), "")


def _spring_variable(key: str) -> str:
    """The variable that Spring looks for: dots become underscores, dashes go, and what is written together stays so
    (https://docs.spring.io/spring-boot/reference/features/external-config.html).

    >>> _spring_variable("minio.accessKey"), _spring_variable("spring.rabbitmq.virtual-host")
    ('MINIO_ACCESSKEY', 'SPRING_RABBITMQ_VIRTUALHOST')
    """
    return re.sub(r"[^A-Za-z0-9]+", "_", key.replace("-", "")).strip("_").upper()


def _required(read: Iterable[FileFacts]) -> set[str]:
    """Names in messages with which the application refuses to start outside of development; not those that only a feature needs
    ("when payments are on")."""
    found: set[str] = set()
    for file in read:
        for trait in file.of(Trait):
            message = dict(trait.fields).get("message", "") if trait.name == "config.required" else ""
            only = re.search(r"\b(?:when|if|unless)\b(?P<case>.*)", message, re.DOTALL)
            if not only or re.search(r"(?i)debug|production", only["case"]):
                names = set(_NAMED.findall(message[:1000]))
                found |= names if len(names) == 1 else set()  # several: one of them, or each only with the other
    return found


def _merged(same: list[Reading], required: bool = False) -> Reading:
    ranked = sorted(same, key=lambda reading: (_PREFERENCE[reading.via], not reading.default, reading))
    best = ranked[0]
    default = next((reading.default for reading in ranked if reading.default), "")
    places = tuple(sorted({place for reading in same for place in reading.evidence}))
    secret, stated = any(reading.secret for reading in same), any(reading.stated for reading in same)
    return Reading(best.name, "" if secret else default, secret, best.via, places, stated, best.key, required)


def secret_name(name: str) -> bool:
    """Whether a variable's name says that its value is a secret: DB_PASSWORD is one, PASSWORD_RESET_TIMEOUT is not."""
    spoken = words(name)
    if spoken[-2:] == ("application", "credentials"):  # Google's name for the path of a file
        return False
    if not spoken or spoken[-1] in _ABOUT or set(spoken) & _SWITCHES:
        return False
    return bool(set(spoken) & _SECRET) or any(pair[1] == "key" and pair[0] in _SECRET_KEY for pair in pairwise(spoken))


def _uses(facts: Iterable[FileFacts], prefix: str) -> bool:
    return any(isinstance(fact, Library) and fact.name.startswith(prefix) for file in facts for fact in file.facts)
