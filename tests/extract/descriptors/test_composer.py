"""PHP's composer.json."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.composer import DESCRIPTOR


def test_project() -> None:
    text = """{
  "name": "acme/shop",
  "type": "project",
  "require": {
    "php": "^7.4 || ^8.0",
    "ext-gd": "*",
    "laravel/framework": "^9.19"
  },
  "require-dev": {"phpunit/phpunit": "^9.5"},
  "suggest": {"ext-redis": "for caching", "predis/predis": "for Redis"},
  "config": {"platform": {"php": "8.0.2"}}
}
"""
    assert facts_of(DESCRIPTOR, text, "composer.json") == [
        "2 Artifact acme/shop site main!",
        "6 Trait php.extension name=gd,scope=runtime",
        "7 Library laravel/framework composer ^9.19 runtime",
        "9 Library phpunit/phpunit composer ^9.5 development",
        "10 Library predis/predis composer optional",
        "10 Trait php.extension name=redis,scope=optional",
        "11 Trait runtime.version name=php,version=8.0.2",
    ]


def test_library_without_platform() -> None:
    text = """{"name": "acme/lib", "type": "library", "require": {"php": ">=5.6"}}
"""
    assert facts_of(DESCRIPTOR, text, "lib/composer.json") == [
        "1 Artifact acme/lib package lib",
        "1 Trait runtime.version name=php,version=>=5.6",
    ]


def test_cut_off() -> None:
    text = """{"require": {"monolog/monolog": "^2.0",
"""
    assert facts_of(DESCRIPTOR, text, "composer.json") == [
        "1 Artifact package",
        "1 Library monolog/monolog composer ^2.0 runtime",
    ]


def test_not_json() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """composer
""",
            "composer.json",
        )
