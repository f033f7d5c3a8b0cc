"""Crontabs as a container."""

from assessor.domain.facts import Evidence, Process
from assessor.plan.schedule import Job, jobs, scheduler_files
from tests.builders import file


def _cron(line: int, schedule: str, command: str) -> Process:
    return Process("job", command, "job", schedule, Evidence("crontab", line))


def _jobs(*found: Process, text: str = "") -> list[str]:
    facts = (file("crontab", *found), file("deploy/backup.sh"), file("cron/export.php"))
    return [job.left_out for job in jobs(facts, "php", "/srv/shop", lambda path: text)]


def test_jobs_of_the_application_run() -> None:
    assert _jobs(_cron(1, "*/10 * * * *", "php /srv/shop/cron/export.php"), _cron(2, "@daily", "/srv/shop/cron/clean.sh")) == [
        "",
        "",
    ]


def test_jobs_of_the_machine_are_left_out_with_the_reason() -> None:
    assert _jobs(
        _cron(1, "15 1 * * *", "pg_dump shop > /srv/backup/shop.dump"),
        _cron(2, "0 4 * * *", "/srv/shop/deploy/backup.sh"),
        _cron(3, "every tuesday", "php /srv/shop/cron/export.php"),
        _cron(4, "0 5 * * *", "/opt/other/bin/report"),
        _cron(5, "0 6 * * *", "python3 /srv/shop/report.py"),
        text="#!/bin/sh\n# mysqldump is old\nrsync -a /srv/shop/ other:/srv/shop/\n",
    ) == [
        "it needs pg_dump, which is a task of the host or of the bundle's backup (see README.md)",
        "deploy/backup.sh needs rsync, which is a task of the host or of the bundle's backup (see README.md)",
        "TODO: its schedule 'every tuesday' is not one of cron's",
        "TODO: /opt/other/bin/report is not in the image: find out what makes it and put it there",
        "TODO: it needs python3, which the image does not have",
    ]


def test_crontab_cannot_be_broken_out_of() -> None:
    job = Job("*/5 * * * *", "php -r 'echo \"x\";'\n* * * * * root rm -rf /", Evidence("cron\ntab", 3))
    crontab, start = scheduler_files([job], "www-data")
    lines = [line for line in crontab.content.splitlines() if line[:1].isdigit() or line.startswith("*")]
    assert lines == [
        "*/5 * * * * root . /run/bundle-environment; exec runuser -u www-data -- sh -c "
        "'php -r '\"'\"'echo \"x\";'\"'\"' * * * * * root rm -rf /' >/proc/1/fd/1 2>&1"
    ]
    assert start.content.startswith("#!/bin/sh\n")
