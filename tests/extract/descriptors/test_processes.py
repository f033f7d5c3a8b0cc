"""What starts the application's processes."""

from facts_of import facts_of

from assessor.extract.descriptors.processes import DESCRIPTOR


def test_unit() -> None:
    text = """[Unit]
Description=App
[Service]
User=app
Environment="DB_HOST=db01" JAVA_OPTS=-Xmx512m
ExecStart=/usr/bin/gunicorn \\
    -b 0.0.0.0:8000 app:app
"""
    assert facts_of(DESCRIPTOR, text, "deploy/app.service") == [
        "4 Setting systemd.User app systemd",
        "5 Setting DB_HOST db01 systemd",
        "5 Setting JAVA_OPTS -Xmx512m systemd",
        "5 Trait heap.fixed value=512m",
        "6 Port 8000 tcp app",
        "6 Process app /usr/bin/gunicorn -b 0.0.0.0:8000 app:app web",
        "6 Trait systemd.unit name=app",
    ]


def test_timer() -> None:
    text = """[Timer]
OnCalendar=daily
"""
    assert facts_of(DESCRIPTOR, text, "deploy/cleanup.timer") == [
        "2 Process cleanup cleanup.service job daily",
        "2 Trait scheduler.cron command=cleanup.service,schedule=daily",
    ]


def test_procfile() -> None:
    text = """web: gunicorn app:app --bind 0.0.0.0:5000
worker: celery -A app worker
release: python manage.py migrate
"""
    assert facts_of(DESCRIPTOR, text, "Procfile") == [
        "1 Port 5000 tcp web",
        "1 Process web gunicorn app:app --bind 0.0.0.0:5000 web",
        "2 Process worker celery -A app worker worker",
        "3 Process release python manage.py migrate one-shot",
    ]


def test_supervisor() -> None:
    text = """[supervisord]
nodaemon=true
[program:queue]
command=php artisan queue:work
numprocs=4
environment=REDIS_HOST="cache01",DB_PASSWORD="hunter2"
"""
    assert facts_of(DESCRIPTOR, text, "conf/supervisord.conf") == [
        "4 Process queue php artisan queue:work worker",
        "5 Trait replicas n=4,service=queue",
        "6 Setting DB_PASSWORD *** supervisord secret!",
        "6 Setting REDIS_HOST cache01 supervisord",
    ]


def test_uwsgi() -> None:
    text = """[uwsgi]
http-socket = :8000
module = clinic.wsgi:application
processes = 4
attach-daemon = ./manage.py sendmail
"""
    assert facts_of(DESCRIPTOR, text, "uwsgi.ini") == [
        "2 Port 8000 tcp http-socket",
        "3 Process uwsgi uwsgi clinic.wsgi:application web",
        "4 Trait pool.size key=processes,n=4",
        "5 Process uwsgi ./manage.py sendmail service",
    ]


def test_broken() -> None:
    text = """web
"""
    assert facts_of(DESCRIPTOR, text, "Procfile") == []
