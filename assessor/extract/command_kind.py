"""What a command starts, by its own words: `celery -A app worker` is a worker, `gunicorn app:app` answers requests."""

import re

_KINDS = (
    (
        "scheduler",
        re.compile(r"celery.{0,200}\bbeat\b|celerybeat|schedule:(?:run|work)|\bcron(?:d)?\b|\bclockwork\b|\bscheduler?\b|\bbeat\b"),
    ),
    (
        "one-shot",
        re.compile(
            r"\bmigrat(?:e|ion|ions)\b|db:(?:setup|create|seed)|createsuperuser|collectstatic"
            r"|assets:precompile|\bseed\b|\binit-db\b|\bsetup\b"
        ),
    ),
    (
        "worker",
        re.compile(
            r"celery|sidekiq|resque|queue:(?:work|listen)|\bhorizon\b|\brqworker\b|\brq worker\b|delayed_job"
            r"|\bworkers?\b|messenger:consume|\bconsumer\b|\bdramatiq\b|\bhuey\b|\bbullmq?\b|\bjobs?\b"
            r""
        ),
    ),
    (
        "web",
        re.compile(
            r"gunicorn|uwsgi|uvicorn|\bpuma\b|unicorn|\bpassenger\b|runserver|rails s|\brackup\b|\bthin\b"
            r"|daphne|hypercorn|waitress|php-fpm|apache2|httpd|\bnginx\b|catalina|\bjetty\b|haproxy"
            r"|artisan serve|octane|\bweb\b|(?<![\-\w])(?:server|serve)(?![\-\w=])|npm (?:run )?start"
            r"|yarn start|node \S{0,100}(?:server|app|index)\.js"
        ),
    ),
)


def command_kind(command: str, name: str = "") -> str:
    """What a started process is by its own words: worker, scheduler, one-shot or web; `service` when they do not say."""
    text = f"{name} {command}".lower()
    for kind, words in _KINDS:
        if words.search(text):
            return kind
    return "service"
