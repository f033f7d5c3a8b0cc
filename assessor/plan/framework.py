"""What a framework itself reads from the environment, where no line of the application says so."""

from collections.abc import Set as AbstractSet

from assessor.domain.deployment import Variable

_SECRETS = {
    "gem:rails": Variable(
        "SECRET_KEY_BASE", "", True, "secret of Rails, which signs its cookies with it: a long random text", (), required=True
    ),
}
"""Library -> the secret without which it does not start in production (https://guides.rubyonrails.org/security.html)."""


def framework_secrets(template: str, libraries: AbstractSet[str], named: AbstractSet[str]) -> tuple[Variable, ...]:
    """Secrets that an image of `template` needs beside the variables `named` already."""
    return tuple(
        secret
        for library, secret in sorted(_SECRETS.items())
        if library in libraries and template.startswith(_TEMPLATES[library]) and secret.name not in named
    )


_TEMPLATES = {"gem:rails": "ruby"}
