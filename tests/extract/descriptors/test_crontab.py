"""Cron tables."""

from facts_of import facts_of

from assessor.extract.descriptors.crontab import DESCRIPTOR


def test_table() -> None:
    text = """MAILTO=ops@acme.com
# m h dom mon dow command
*/5 * * * * /usr/bin/php /var/www/cron/orders.php >> /var/log/orders.log
0 2 * * mon-fri www-data cd /srv/app && php artisan schedule:run
@daily /opt/app/backup.sh --password=hunter2
this is not a line
"""
    assert facts_of(DESCRIPTOR, text, "deploy/crontab") == [
        "1 Setting MAILTO ops@acme.com crontab",
        "3 Process orders.php /usr/bin/php /var/www/cron/orders.php >> /var/log/orders.log job */5 * * * *",
        "3 Trait scheduler.cron command=/usr/bin/php /var/www/cron/orders.php >> /var/log/orders.log,schedule=*/5 * * * *",
        "4 Process app cd /srv/app && php artisan schedule:run job 0 2 * * mon-fri",
        "4 Trait scheduler.cron command=cd /srv/app && php artisan schedule:run,schedule=0 2 * * mon-fri",
        "5 Process backup.sh /opt/app/backup.sh --password=*** job @daily",
        "5 Trait scheduler.cron command=/opt/app/backup.sh --password=***,schedule=@daily",
    ]


def test_system_table() -> None:
    text = """30 1 * * * root python3 /srv/app/manage.py clearsessions
"""
    assert facts_of(DESCRIPTOR, text, "etc/cron.d/app") == [
        "1 Process manage.py python3 /srv/app/manage.py clearsessions job 30 1 * * *",
        "1 Trait scheduler.cron command=python3 /srv/app/manage.py clearsessions,schedule=30 1 * * *",
    ]


def test_periodic_script() -> None:
    text = """#!/bin/sh
exec app-clean
"""
    assert facts_of(DESCRIPTOR, text, "debian/cron.daily/app") == [
        "1 Process app debian/cron.daily/app job @daily",
        "1 Trait scheduler.cron command=app,schedule=@daily",
    ]


def test_broken() -> None:
    text = """* * *
"""
    assert facts_of(DESCRIPTOR, text, "crontab") == []


def test_a_job_is_named_by_what_runs_and_not_by_an_address_or_a_file_it_writes() -> None:
    text = "15 1 * * *  postgres  pg_dump -h 192.0.2.11 -Fc clinic > /srv/backup/clinic-$(date +\\%u).dump\n"
    assert facts_of(DESCRIPTOR, text, "deploy/backup.cron") == [
        "1 Process pg_dump pg_dump -h 192.0.2.11 -Fc clinic > /srv/backup/clinic-$(date +\\%u).dump job 15 1 * * *",
        "1 Trait scheduler.cron command=pg_dump -h 192.0.2.11 -Fc clinic > /srv/backup/clinic-$(date +\\%u).dump,schedule=15 1 * * *",
    ]
