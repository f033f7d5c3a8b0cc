"""Settings in Python."""

from facts_of import facts_of

from assessor.extract.descriptors.python_settings import DESCRIPTOR


def test_django() -> None:
    text = """import os
from pathlib import Path
DEBUG = os.environ.get("DEBUG", "0") == "1"
SECRET_KEY = "hunter2"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": os.environ.get("DB_HOST", "db01"),
        "PORT": 5432,
        "NAME": env("DB_NAME"),
    }
}
CELERY_BROKER_URL = os.getenv("BROKER") or "redis://cache01:6379/0"
ALLOWED_HOSTS = ["a", compute()]
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
CELERY_BEAT_SCHEDULE = {"clean": {"task": "clinic.clean", "schedule": crontab(hour=2)}}
"""
    assert facts_of(DESCRIPTOR, text, "clinic/settings.py") == [
        "4 Setting SECRET_KEY *** python secret!",
        "7 Setting DATABASES.default.ENGINE django.db.backends.postgresql python",
        "8 Connection db01:5432 postgres db01 5432 ${DB_NAME}",
        "8 Setting DATABASES.default.HOST db01 python",
        "8 Trait config.environment default=db01,key=DATABASES.default.HOST,name=DB_HOST",
        "9 Setting DATABASES.default.PORT 5432 python",
        "10 Setting DATABASES.default.NAME ${DB_NAME} python",
        "10 Trait config.environment key=DATABASES.default.NAME,name=DB_NAME",
        "13 Connection redis://cache01:6379/0 redis cache01 6379 0",
        "13 Setting CELERY_BROKER_URL redis://cache01:6379/0 python",
        "13 Trait config.environment default=redis://cache01:6379/0,key=CELERY_BROKER_URL,name=BROKER",
        "14 Setting ALLOWED_HOSTS[0] a python",
        "15 Setting SESSION_ENGINE django.contrib.sessions.backends.cache python",
        "15 Trait session.external engine=django.contrib.sessions.backends.cache",
        "16 Process clean clinic.clean job celery beat",
        "16 Setting CELERY_BEAT_SCHEDULE.clean.task clinic.clean python",
        "16 Trait scheduler.cron command=clinic.clean,schedule=celery beat",
    ]


def test_flask_class() -> None:
    text = """class Production:
    SQLALCHEMY_DATABASE_URI = "mysql://app:hunter2@db01/shop"
    lower = "x"
"""
    assert facts_of(DESCRIPTOR, text, "config.py") == [
        "2 Connection mysql://app:***@db01/shop mysql db01 shop",
        "2 Setting Production.SQLALCHEMY_DATABASE_URI mysql://app:***@db01/shop python secret!",
    ]


def test_not_python_of_today() -> None:
    text = """print "x"
"""
    assert facts_of(DESCRIPTOR, text, "settings.py") == []


def test_what_stands_under_a_variable_that_nobody_needs_to_set_says_so() -> None:
    text = """
REDIS_HOST = os.getenv("REDIS_HOST", None)
MODE = os.getenv("MODE", "file")
if REDIS_HOST:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}}
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if MODE:
    QUEUE = "redis"
"""
    assert facts_of(DESCRIPTOR, text, "shop/settings.py") == [
        "2 Connection ${REDIS_HOST} redis ${REDIS_HOST}",
        "2 Setting REDIS_HOST ${REDIS_HOST} python",
        "2 Trait config.environment key=REDIS_HOST,name=REDIS_HOST",
        "3 Setting MODE file python",
        "3 Trait config.environment default=file,key=MODE,name=MODE",
        "5 Setting CACHES.default.BACKEND django.core.cache.backends.redis.RedisCache python if REDIS_HOST",
        "7 Setting CACHES.default.BACKEND django.core.cache.backends.locmem.LocMemCache python",
        "9 Setting QUEUE redis python",
    ]
