"""Finds secrets in what was read and masks them, before anything becomes a fact.

`spring.datasource.password=hunter2` becomes `spring.datasource.password=***`, `amqp://app:hunter2@mq/` becomes
`amqp://app:***@mq/`. A reference (`${DB_PASSWORD}`, `{{ password }}`) names a secret without telling it and stays readable.
When in doubt an excerpt is masked, but a setting is only called secret when its key and its value both look it.
"""

import re
from itertools import pairwise

MASK = "***"
EXCERPT_LENGTH = 200
_LONGEST_READ = 4000  # an excerpt never needs more of a line, and expressions stay fast on minified text


def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+|\d+")
_SECRET_WORDS = _vocabulary("""
    password passwords passwd pwd passphrase passcode secret secrets secretkey apikey privatekey accesskey credential
    credentials passwort kennwort mdp senha senhas contrasena wachtwoord
""")
_SECRET_ENDINGS = ("password", "passwd", "passphrase", "secret", "apikey", "secretkey")
_LAST_WORDS = _vocabulary("""
    pass token salt pepper dbpass userpass keypass storepass authtoken
""")
_KEY_KINDS = _vocabulary("""
    api oauth secret private access encryption app auth authentication signing shared master account storage consumer
    subscription crypt cipher hmac machine validation decryption session logged nonce license licence jwt symmetric rsa
""")
_ABOUT_A_SECRET = _vocabulary("""
    policy length min max minimum maximum expiry expires expiration expire timeout ttl lifetime file files path url uri
    uris encoder encryptor algorithm algorithms hasher hashers validators reset resets enabled disabled required field
    column label name names manager driver provider class type header prefix suffix size change changed days age strength
    history regex pattern format attempts service endpoint location dir directory folder title message text hint
    placeholder cookie store throttle throttled parameter param attribute alias ref handler listener filter validity
    seconds minutes hours interval issuer audience generator digits uppercase lowercase alphanumeric unique letter digit
    whitespace dictionary rounds encoding hash hashed mode allowed enable disable
""")
_NOT_A_VALUE = _vocabulary("""
    true false yes no on off null none nil undefined empty default
""")
_FILLERS = _vocabulary("""
    a an my your the u user fake dummy sample example here change changeme me replace placeholder todo enter insert put some
    xxx xxxx token key secret password
""")
"""Words that only stand in for a secret."""
_REFERENCE = re.compile(
    r"\$\{[^{}:]{1,200}\}|\$\([^()]{1,200}\)|\$\w{1,100}|%[\w.\-]{1,100}%|%\([^()]{1,100}\)s"
    r"|%env\([^()]{1,100}\)%|\{\{.{0,300}\}\}|@[\w.\-]{1,100}@|__\w{1,100}__"
    r"|#\{.{0,200}\}|<[^<>]{0,100}>|\[[^\[\]]{0,100}\]|(?:env|getenv|os\.environ\S{0,20}|ENV|process\.env\S{0,100})[(\[].{0,200}"
)
_DEFAULTED = re.compile(r"\$\{(?P<name>[\w.\-]{1,200})(?P<sign>:-|:=|:|-)(?P<value>[^{}?][^{}]{0,500})\}")
_SENTENCE = re.compile(r"(?:[^\W\d_]|['’]){1,40}[,.:]?(?: (?:[^\W\d_]|['’]){1,40}[,.:?!]?){1,100}")

_SECRET_KEY = (
    r"(?:api|secret|private|access|encryption|app|auth|signing|shared|master|account|validation|decryption|nonce|logged_in|license"
    r"|jwt|hmac|symmetric|tokens?)[_\-.:]{0,2}key"
)
_SECRET_NAME = (
    r"(?:passw(?:or)?d|passwort|senha|contrase[nñ]a|wachtwoord|passphrase|passcode|pwd|pass|secret|token|salt|credentials?"
    rf"|{_SECRET_KEY})"
)
_URL_PASSWORD = re.compile(
    r"(?P<head>\b[A-Za-z][A-Za-z0-9+.\-]{0,40}://[^\s/:@\"'<>]{0,200}:)(?P<value>[^\s/@\"'<>]{1,300}"
    r"|[^\s@\"'<>]{1,300}(?=@[\w.\-]+))@"
)
_ORACLE_PASSWORD = re.compile(r"(?P<head>jdbc:oracle:\w{1,10}:[^\s/:@\"']{1,100}/)(?P<value>[^\s/@\"']{1,200})@")
_QUOTED = re.compile(
    rf"(?i)(?P<head>(?<![\w])[\w.\-]{{0,80}}{_SECRET_NAME}[\w\-]{{0,30}}[\"']?\s?\]?\)?\s{{0,8}}(?::\s{{0,4}}[\w<>|.\[\]]{{1,40}}\s{{0,4}}(?==[^=]))?"
    r"(?:(?:=>|:=|==?|\?:|\?\?|\|\||:|,|\(|or\b)\s{0,8}(?:(?:\w{0,20}Field|Secret\w{0,10})\(\s{0,4}(?:default\s{0,4}=\s{0,4})?)?|(?:value|content"
    r"|default)\s{0,4}=\s{0,4})(?P<quote>[\"']))(?P<value>(?:(?!(?P=quote))[^\r\n]){1,500})"
)
_TAGGED = re.compile(
    rf"(?i)(?P<head><(?:[\w:\-]{{0,80}}{_SECRET_NAME}[\w\-]{{0,30}}"
    rf"|[\w:\-]{{1,40}}\s[^<>]{{0,200}}[\"'][\w.\-]{{0,80}}{_SECRET_NAME}[\w\-]{{0,30}}[\"'])\s{{0,4}}>)"
    r"(?P<value>[^<]{1,500})"
)
_BARE = re.compile(
    rf"(?i)(?P<head>(?:^|(?<=[\s;&?\"'(<,\-])|(?<!\$\{{)(?<=\{{))[\w.\-]{{0,80}}{_SECRET_NAME}[\w\-]{{0,30}}"
    r"\s{0,8}(?:=|:|\s(?=\S{4,200}$))\s{0,8})"
    r"(?P<value>(?!(?:string|str|bytes|any)\s{0,4}=[^=]|[\"'(=>]|\$[\w{(]|%\w|\{\{|<\w|#\{|null\b|none\b|true\b|false\b|env\(|process\."
    r"|os\.|System\.|new\s|self\.|this\.)"
    r"[^\s;&\"'<>,)(]{1,500})(?![\w.]{0,40}\()(?![\w.:\-]{0,80}[\"']\s{0,2}\])",  # `["Tokens:Key"]` is a name
    re.MULTILINE,
)
_PART = re.compile(
    r"(?i)(?P<head>(?:^|[;?&])\s{0,4}(?:password|pwd|passwd"
    r"|user password)\s{0,4}=\s{0,4})(?P<value>[^;&\"'\s]{1,200})"
)
_ORACLE_LOGIN = re.compile(
    r"(?P<head>(?<![\w/.@:\-])[A-Za-z]\w{1,30}/)(?P<value>[^\s/@'\"]{3,60})@(?=(?://)?[A-Za-z0-9][\w.\-]{1,60}(?:[:/'\"\s]|$))"
)
_ORACLE_TALK = re.compile(r"(?i)sqlplus|sqlldr|expdp|impdp|\b(?:exp|imp|rman|tnsping)\b|log_?[io]n|oracle|connect|_dsn|db_user")
_OPTION = re.compile(
    r"(?P<head>\b(?:mysql|mariadb)(?:-?dump|-?admin)?\b[^|\n]{0,200}?[\s\"',\[]-p[\"']?)(?P<value>(?<=-p\")[^\"$\n]{2,100}|(?<=-p')[^'\n]{2,100}|[^\s\"'$]{2,100})"
)
_ARGUMENT = r"\s{0,4}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|[^,()\"'\n]{0,200}(?:\([^()\n]{0,200}\))?)\s{0,4},"
_THIRD = "getConnection|mysqli?_p?connect|mysqli|PDO|ftp_login|ldap_bind|odbc_connect|db2_connect"
_SECOND = r"oci_p?connect|NetworkCredential|PasswordAuthentication|UsernamePassword\w{0,20}|(?:set)?basic_?auth\w{0,20}|login"
_LOGIN_CALLS = tuple(
    re.compile(
        rf"(?i)(?P<head>\b(?:{names})\s{{0,4}}\((?:{_ARGUMENT}){{{before}}}\s{{0,4}}[\"'])(?P<value>[^\"'\n]{{1,200}})(?=[\"'])"
    )
    for names, before in ((_THIRD, 2), (_SECOND, 1))
)
"""Calls whose second or third argument is a password."""
_LOGIN_HINTS = ("connect", "mysqli", "pdo", "login", "ldap_bind", "auth", "credential")
_SWITCH = re.compile(r"(?i)(?P<head>(?:^|(?<=[\s\"']))/(?:pwd|pass|passwd|password|pw):)(?P<value>[^\s\"']{1,200})")
_NET_USE = re.compile(  # net use T: \\server\share /user:DOMAIN\name password: the password stands alone, before or after the user
    r"(?i)(?P<head>\bnet\s{1,4}use\s[^\n]{0,200}?/user:\S{1,100}\s{1,4})(?P<value>[^\s/%&|<>][^\s&|<>]{0,100})"
)
_NET_USE_BEFORE = re.compile(
    r"(?i)(?P<head>\bnet\s{1,4}use\s[^\n]{0,100}?\\\\[^\s/]{1,200}\s{1,4})(?P<value>[^\s/%&|<>*$][^\s/&|<>]{0,100})(?=\s[^\n]{0,200}?/user:)"
)
_PAIRED = re.compile(  # {name: DB_PASSWORD, value: hunter2}: the name of the secret is itself a value
    rf"(?i)(?P<head>\b(?:name|key)[\"']?\s{{0,4}}[:=]\s{{0,4}}[\"']?[\w.\-]{{0,80}}{_SECRET_NAME}[\w\-]{{0,30}}[\"']?\s{{0,4}}[,;]?\s{{0,4}}"
    r"[\"']?value[\"']?\s{0,4}[:=]\s{0,4}[\"']?)(?P<value>[^\s\"',;{}\[\]]{1,500})"
)
_NESTED = re.compile(  # {"Jwt": {"Key": "hunter2"}}: what the key is for stands before the bracket
    r"(?i)(?P<head>\b(?:jwt|jwtsettings|auth|authentication|secrets?|encryption|crypto|signing|token|tokens|hmac)[\"']?\s{0,4}[:=]\s{0,4}\{[^{}]{0,300}?"
    r"[\"']?\b(?:key|secret|value)[\"']?\s{0,4}[:=]\s{0,4}[\"'])(?P<value>[^\"'\n]{1,500})"
)
_AUTHORIZATION = re.compile(r"(?i)(?:basic|bearer|token|apikey)\s{1,4}(?![$%{<\[])[\w.~+/=\-]{8,}$")
"""What a header of this name holds when it holds a secret."""
_CURL_USER = re.compile(r"(?P<head>\s(?:-u|--user)[ =][\"']?[^\s:\"'$]{1,100}:)(?P<value>[^\s\"'$]{1,200})")
_ARGUMENT = r"(?:[^,()\"'\n]|\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\([^()\n]{0,100}\)){0,200}"
_LOGIN = re.compile(  # (url, user, password), (user, password): the arguments have no names
    rf"(?P<head>\b(?:(?:getConnection|mysqli?_p?connect|mysqli|PDO)\s{{0,4}}\({_ARGUMENT},{_ARGUMENT}"
    rf"|mysqli_real_connect\s{{0,4}}\({_ARGUMENT},{_ARGUMENT},{_ARGUMENT}"
    r"|(?:getConnection|oci_p?connect|ora_p?logon)\s{0,4}\(\s{0,8}(?:[^,()\"':\n]{1,60}|[\"'][^\"':\n]{0,60}[\"'])"
    r"),\s{0,8}(?P<quote>[\"']))(?P<value>(?:(?!(?P=quote))[^\r\n]){1,300})(?=(?P=quote)|\Z)"
)
_NAMELESS = (  # what stands before the secret tells it, no name does: (a word that has to be there, the expression)
    ("-u", re.compile(r"(?P<head>\s-u[ =]?[\"']?[^\s:,\"'$]{1,100},)(?P<value>[^\s\"'$,;|&]{1,200})")),  # lftp -u user,password
    (
        "-w",  # PostgreSQL's tools ask for it after -W, but people write it there
        re.compile(
            r"(?P<head>\b(?:pg_dump(?:all)?|pg_restore|psql|vacuumdb)\b[^|\n]{0,200}?\s-W[\"']?)(?P<value>[^\s\"'$\-][^\s\"'$]{1,100})"
        ),
    ),
    ("redis-cli", re.compile(r"(?P<head>\bredis-cli\b[^|\n]{0,200}?\s-a\s{1,4}[\"']?)(?P<value>[^\s\"'$]{2,200})")),
    (
        "mongo",
        re.compile(
            r"(?P<head>\bmongo\w{0,10}\s[^|\n]{0,200}?\s-p\s{0,4}[\"']?)(?P<value>(?!\d{1,5}:\d{1,5})[^\s\"'$\-][^\s\"'$]{1,200})"
        ),
    ),
    (
        "schtasks",
        re.compile(r"(?i)(?P<head>\bschtasks\b[^|\n]{0,400}?\s/r?p\s{1,4}[\"']?)(?P<value>[^\s\"'$%/][^\s\"']{0,200})"),
    ),
    (
        "objectname",  # nssm
        re.compile(
            r"(?i)(?P<head>\bset\s{1,4}\S{1,80}\s{1,4}objectname\s{1,4}\S{1,80}\s{1,4}[\"']?)(?P<value>[^\s\"'$%][^\s\"']{0,200})"
        ),
    ),
    (
        "sqlplus",
        re.compile(
            r"(?i)(?P<head>\bsqlplus\b(?:\s{1,4}-\w{1,8}(?:\s{1,4}\d{1,2})?){0,4}\s{1,4}[\"']?[A-Z]\w{0,40}/)"
            r"(?P<value>(?!\S{0,100}\.sql\b)[^\s\"'@$/<]{2,100})"
        ),
    ),
    (
        "as sys",
        re.compile(
            r"(?i)(?P<head>\bconn(?:ect)?\s{1,4}[\"']?[A-Z]\w{0,40}/)(?P<value>[^\s\"'@$/<]{2,100})(?=[\"']?\s{1,4}as\s{1,4}sys)"
        ),
    ),
    ("sshpass", re.compile(r"(?P<head>\bsshpass\s{1,4}-p\s{0,4}[\"']?)(?P<value>[^\s\"'$]{1,200})")),
    (
        "auth",
        re.compile(
            r"(?P<head>\bauth\s{0,4}=\s{0,4}[(\[]\s{0,4}[\"'][^\"'\n]{0,100}[\"']\s{0,4},\s{0,4}[\"'])(?P<value>[^\"'\n]{1,200})"
        ),
    ),
    (
        "@",
        re.compile(r"(?P<head>(?<![\w/.])[A-Za-z_][\w.\-]{0,60}:)(?P<value>[^\s:@\"'()]{1,200})(?=@(?:tcp|unix)\()"),
    ),  # Go's MySQL
    (
        "identified",
        re.compile(
            r"(?i)(?P<head>\b(?:user|role|grant|connect\s{1,4}to)\b[^\n]{0,150}?\bidentified\s{1,4}by\s{1,4}(?:values\s{1,4})?[\"']?)(?P<value>[^\s\"';]{3,200})"
        ),
    ),
    (
        "basic ",
        re.compile(r"(?P<head>\b[Bb]asic\s{1,4})(?P<value>(?=[^\s\"'<>]{0,200}[A-Z0-9=])[A-Za-z0-9+/=]{8,400})(?=[\"'\s]|$)"),
    ),
    ("bearer ", re.compile(r"(?i)(?P<head>\bbearer\s{1,4})(?P<value>[\w.~+/=\-]{16,1000})(?=[\"'\s]|$)")),
)
_KNOWN_TOKEN = re.compile(
    r"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,100}|github_pat_\w{30,100}|glpat-[\w\-]{20,60}"
    r"|xox[abprs]-[\w\-]{10,100}|AIza[\w\-]{35}"
    r"|[rs]k_(?:live|test)_\w{10,100}|SG\.[\w\-]{16,60}\.[\w\-]{16,80}|eyJ[\w\-]{10,500}\.eyJ[\w\-]{10,1000}(?:\.[\w\-]{0,600})?)"
)
_PRIVATE_KEY = re.compile(
    r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----.{0,20000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|\Z)", re.DOTALL
)


_TOKEN_HINTS = (
    "akia",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "glpat-",
    "xox",
    "aiza",
    "k_live_",
    "k_test_",
    "sg.",
    "eyj",
)
_WORD_HINTS = ("pass", "pwd", "secret", "token", "salt", "credential", "senha", "contrase", "wachtwoord")
_KEY_HINT = re.compile(_SECRET_KEY)


def is_secret(key: str, value: str) -> bool:
    """True when the value tells a secret: by its key (`db.password`), or by its own look (a private key, a URL with a password)."""
    if MASK in value:
        return True
    stated = _stated(value)
    if not stated:
        return False
    if key.lower().endswith("authorization") and _AUTHORIZATION.match(stated[:1000]):
        return True
    if _ORACLE_TALK.search(key[-100:]) and _ORACLE_LOGIN.match(stated[:200]):
        return True
    if _names_a_secret(key) and not _SENTENCE.fullmatch(stated[:500]):
        return True
    return bool(_PRIVATE_KEY.search(value[:_LONGEST_READ]) or _KNOWN_TOKEN.search(value[:_LONGEST_READ])) or _inside(value) != value


def is_placeholder(key: str, value: str) -> bool:
    """True when the value of a secret only says what belongs there (`user_token` = `fake_token`). It is masked all the same."""
    stated = _stated(value)
    words = [word.lower() for word in _WORDS.findall(stated[:100])]
    named = {word.lower() for word in _WORDS.findall(key[-200:])}
    if not words:
        return bool(stated) and set(stated) == {"?"}
    if words[0] in ("change", "changeme") and stated.isupper():  # `CHANGE-ME-BEFORE-IT-STARTS`
        return True
    return not any(map(str.isdigit, words)) and all(word in named or word in _FILLERS or set(word) == {"x"} for word in words)


def mask(value: str) -> str:
    """The value without its secret: only the password where it lies inside a URL or connection string, else all of it.

    The name of a variable stays: `${DB_PASSWORD:hunter2}` becomes `${DB_PASSWORD:***}`.
    """
    if MASK in value:
        return value
    inside = _inside(value)
    if inside != value:
        return inside
    if _DEFAULTED.fullmatch(value.strip()):
        return _DEFAULTED.sub(lambda match: "${" + match["name"] + match["sign"] + MASK + "}", value.strip())
    return MASK


def masked_text(text: str) -> str:
    """The text with every secret in it replaced: passwords in URLs and connection strings, values of secret keys, known tokens."""
    lower = text.lower()
    if "private key" in lower:
        text = _PRIVATE_KEY.sub("-----PRIVATE KEY " + MASK + "-----", text)
    if any(hint in lower for hint in _TOKEN_HINTS):
        text = _KNOWN_TOKEN.sub(MASK, text)
    if "value" in lower and any(hint in lower for hint in (*_WORD_HINTS, "key")):
        text = _PAIRED.sub(_masked_nameless, text)
    # Most lines hold nothing of the kind; looking for words is fifty times as fast as the expressions.
    if "@" in text or any(hint in lower for hint in _WORD_HINTS) or ("key" in lower and _KEY_HINT.search(lower)):
        text = _DEFAULTED.sub(_masked_default, _inside(text))
        for expression in (_QUOTED, _TAGGED, _BARE):
            text = expression.sub(_masked_match, text)
    if any(hint in lower for hint in _LOGIN_HINTS):
        for expression in _LOGIN_CALLS:
            text = expression.sub(lambda match: match["head"] + MASK, text)
    if "mysql" in lower or "mariadb" in lower:
        text = _OPTION.sub(_masked_match, text)
    if "/p" in lower:
        text = _SWITCH.sub(_masked_match, text)
    if "/user:" in lower:
        text = _NET_USE_BEFORE.sub(_masked_nameless, _NET_USE.sub(_masked_match, text))
    if "{" in text and ("key" in lower or "secret" in lower or "value" in lower):
        text = _NESTED.sub(_masked_nameless, text)
    if " -u" in text or "--user" in text:
        text = _CURL_USER.sub(_masked_match, text)
    for hint, expression in _NAMELESS:
        if hint in lower:
            text = expression.sub(_masked_nameless, text)
    return text


def _masked_nameless(match: re.Match[str]) -> str:
    return match["head"] + MASK if _stated(match["value"]) else match[0]


def masked_excerpt(text: str) -> str:
    """At most 200 characters of one line, without indentation, masked as `masked_text` does; line ends become spaces."""
    shown = " ".join(masked_text(text[:_LONGEST_READ].strip()).split())
    return shown if len(shown) <= EXCERPT_LENGTH else shown[: EXCERPT_LENGTH - 1] + "…"


def _inside(value: str) -> str:
    """The value with the passwords in its URLs and in its `Password=...;` parts masked."""
    value = _URL_PASSWORD.sub(
        lambda match: match["head"] + (match["value"] if _REFERENCE.fullmatch(match["value"]) else MASK) + "@", value
    )
    value = _ORACLE_PASSWORD.sub(lambda match: match["head"] + MASK + "@", value)
    if "/" in value and "@" in value and _ORACLE_TALK.search(value):
        value = _ORACLE_LOGIN.sub(lambda match: match["head"] + MASK + "@", value)
    if "://" in value or ";" in value or value.count("=") > 1:
        value = _BARE.sub(_masked_match, _PART.sub(_masked_match, value))
    return value


def _masked_default(match: re.Match[str]) -> str:
    secret = _names_a_secret(match["name"]) and _stated(match["value"]) and MASK not in match["value"]
    return "${" + match["name"] + match["sign"] + MASK + "}" if secret else match[0]


def _masked_match(match: re.Match[str]) -> str:
    key = re.split(r"[=:,>\s(]", match["head"].strip().lstrip("<([{"), maxsplit=1)[0]
    if _stated(match["value"]) and not (_is_about(key) and match.re is not _TAGGED):
        return match["head"] + MASK + match[0][match.end("value") - match.start() :]
    return match[0]


def _stated(value: str) -> str:
    """The part of the value that is said outright: empty for references and for words that cannot be a secret."""
    value = value.strip().strip("\"'")
    if value.lower() in _NOT_A_VALUE or _REFERENCE.fullmatch(value[:1000]):
        return ""
    defaulted = _DEFAULTED.fullmatch(value)
    return _stated(defaulted["value"]) if defaulted else value


def _names_a_secret(key: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(key[-200:])]
    if not words or words[-1] in _ABOUT_A_SECRET:
        return False
    last = words[-1]
    if any(word in _SECRET_WORDS or word.endswith(_SECRET_ENDINGS) for word in words) or last in _LAST_WORDS:
        return True
    return last in ("key", "keys", "id", "base64") and any(
        word in _KEY_KINDS and after.startswith("key") for word, after in pairwise(words[-3:])
    )


def _is_about(key: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(key[-200:])]
    return bool(words) and words[-1] in _ABOUT_A_SECRET
