"""Commands of machines as commands of containers."""

import pytest

from assessor.plan.command import container_command


@pytest.mark.parametrize(
    ("started", "inside"),
    [
        (
            "/opt/clinic/venv/bin/gunicorn clinic.wsgi --bind 127.0.0.1:8000 --pid /run/x.pid -D",
            "gunicorn clinic.wsgi --bind 0.0.0.0:8000",
        ),
        (
            "gunicorn app:app --bind unix:/run/app.sock --access-logfile /var/log/a.log",
            "gunicorn app:app --bind 0.0.0.0:8000 --access-logfile -",
        ),
        ("celery -A clinic worker --logfile /var/log/w.log --concurrency 2", "celery -A clinic worker --concurrency 2"),
        ("/usr/bin/php artisan queue:work --tries=3", "php artisan queue:work --tries=3"),
        ("exec env RAILS_ENV=production bundle exec sidekiq", "bundle exec sidekiq"),
        ("/opt/jboss/wildfly/bin/standalone.sh -b 0.0.0.0", "/opt/jboss/wildfly/bin/standalone.sh -b 0.0.0.0"),
    ],
)
def test_what_belongs_to_the_machine_is_left_out(started: str, inside: str) -> None:
    assert " ".join(container_command(started, 8000)) == inside


@pytest.mark.parametrize(
    "started", ["", "cat x | mail root", "java -cp $CLASSPATH Main", "run > /dev/null", "say 'unfinished", "a; rm -rf /"]
)
def test_what_needs_a_shell_is_no_command(started: str) -> None:
    assert container_command(started) == ()
