#!/bin/bash
# Copies the working tree to the application server and restarts the services.
set -e

TARGET=${1:-clinic@10.20.4.10}
ROOT=/opt/clinic

cd "$(dirname "$0")/.."
python manage.py check

rsync -az --delete --exclude venv --exclude .git --exclude '*.pyc' ./ "$TARGET:$ROOT/app/"

ssh "$TARGET" <<'REMOTE'
set -e
cd /opt/clinic
[ -d venv ] || python3.11 -m venv venv
venv/bin/pip install -q -r app/requirements.txt
set -a; . /etc/clinic/clinic.env; set +a
cd app
../venv/bin/python manage.py migrate --noinput
../venv/bin/python manage.py collectstatic --noinput
sudo cp deploy/clinic-*.service /etc/systemd/system/
sudo systemctl daemon-reload
sudo systemctl restart clinic-web clinic-worker clinic-beat
sleep 3
curl -fsS http://127.0.0.1:8000/status/
REMOTE
