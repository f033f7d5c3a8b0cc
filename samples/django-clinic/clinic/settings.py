"""
Settings of the clinic application.

Every value can be set by an environment variable; the defaults are those of the application server.
"""
import os
from pathlib import Path
from urllib.parse import unquote, urlparse

from celery.schedules import crontab

BASE_DIR = Path(__file__).resolve().parent.parent


def env_bool(name, default=False):
    return os.environ.get(name, "1" if default else "0").lower() in ("1", "true", "yes", "on")


SECRET_KEY = os.environ.get("SECRET_KEY", "lindenhof-7f2k-INVENTED-q9w3e8r5t1z6-do-not-reuse")
DEBUG = env_bool("DEBUG")
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "clinic.lindenhof.example,localhost,127.0.0.1").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("CSRF_TRUSTED_ORIGINS", "").split(",") if o]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "accounts",
    "patients",
    "scheduling",
    "billing",
    "labs",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "accounts.middleware.AuditMiddleware",
]

ROOT_URLCONF = "clinic.urls"
WSGI_APPLICATION = "clinic.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "clinic.context.clinic",
            ],
        },
    },
]


def database_from_url(url):
    """postgres://user:password@host:port/name"""
    parts = urlparse(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or 5432),
    }


if os.environ.get("DATABASE_URL"):
    DATABASES = {"default": database_from_url(os.environ["DATABASE_URL"])}
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": os.environ.get("DATABASE_NAME", "clinic"),
            "USER": os.environ.get("DATABASE_USER", "clinic"),
            "PASSWORD": os.environ.get("DATABASE_PASSWORD", "Linden-Invented-2016!"),
            "HOST": os.environ.get("DATABASE_HOST", "10.20.4.11"),
            "PORT": os.environ.get("DATABASE_PORT", "5432"),
        }
    }
DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = os.environ.get("REDIS_URL", "redis://10.20.4.12:6379/0")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": os.environ.get("CACHE_URL", REDIS_URL),
        "KEY_PREFIX": "clinic",
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_COOKIE_AGE = 9 * 60 * 60

CELERY_BROKER_URL = os.environ.get("CELERY_BROKER_URL", REDIS_URL)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = 30 * 60
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "Europe/Vienna"
CELERY_BEAT_SCHEDULE = {
    "reminders": {
        "task": "scheduling.tasks.send_reminders",
        "schedule": crontab(hour=16, minute=0),
    },
    "lab-import": {
        "task": "labs.tasks.import_lab_results",
        "schedule": crontab(hour=2, minute=30),
    },
    "dunning": {
        "task": "billing.tasks.send_dunning_notices",
        "schedule": crontab(hour=6, minute=15, day_of_week=1),
    },
    "close-day": {
        "task": "scheduling.tasks.close_past_appointments",
        "schedule": crontab(hour=22, minute=0),
    },
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/schedule/"
LOGOUT_REDIRECT_URL = "/"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/Vienna"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = os.environ.get("STATIC_ROOT", "/srv/clinic/static")
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = os.environ.get("MEDIA_ROOT", "/srv/clinic/media")
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024

EMAIL_BACKEND = os.environ.get("EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_HOST = os.environ.get("EMAIL_HOST", "mail.lindenhof.example")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "appointments@lindenhof.example")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "Mail-Invented-4711")
EMAIL_USE_TLS = env_bool("EMAIL_USE_TLS", True)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = "Lindenhof Medical Centre <appointments@lindenhof.example>"

LAB_INBOX_DIR = os.environ.get("LAB_INBOX_DIR", "/srv/clinic/labs/inbox")
LAB_ARCHIVE_DIR = os.environ.get("LAB_ARCHIVE_DIR", "/srv/clinic/labs/archive")
LEDGER_EXPORT_DIR = os.environ.get("LEDGER_EXPORT_DIR", "/srv/clinic/exports")
SUPPORT_PHONE = "+43 1 555 0142"

LOG_FILE = os.environ.get("LOG_FILE", "/var/log/clinic/clinic.log")
# laptops of developers have no such directory
LOG_HANDLERS = ["file"] if os.access(os.path.dirname(LOG_FILE), os.W_OK) else ["console"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(process)d %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "file": {
            "class": "logging.handlers.WatchedFileHandler",
            "filename": LOG_FILE,
            "formatter": "line",
            "delay": True,
        },
    },
    "root": {"handlers": LOG_HANDLERS, "level": os.environ.get("LOG_LEVEL", "INFO")},
}
