#!/usr/bin/env bash
# Rolls a new version over the instances, one after the other. An instance that does not become
# ready within two minutes gets its former version back and the roll stops.
set -euo pipefail

jar=$1
version=$2
key=$(mktemp)
trap 'rm -f "$key"' EXIT
printf '%s\n' "$DEPLOY_KEY" > "$key"
chmod 600 "$key"
run() { ssh -i "$key" -o StrictHostKeyChecking=accept-new "deploy@$1" "$2"; }

wait_ready() {
  for _ in $(seq 1 60); do
    if run "$1" "curl -fsS -m 2 http://localhost:8081/actuator/health/readiness >/dev/null"; then
      return 0
    fi
    sleep 2
  done
  return 1
}

for host in $HOSTS; do
  former=$(run "$host" "readlink /opt/fleetline/current || true")
  scp -i "$key" "$jar" "deploy@$host:/opt/fleetline/fleetline-$version.jar"
  run "$host" "ln -sfn /opt/fleetline/fleetline-$version.jar /opt/fleetline/current && sudo systemctl restart fleetline"
  if ! wait_ready "$host"; then
    echo "$host is not ready, rolling back to $former" >&2
    run "$host" "ln -sfn $former /opt/fleetline/current && sudo systemctl restart fleetline"
    exit 1
  fi
  echo "$host runs $version"
done
