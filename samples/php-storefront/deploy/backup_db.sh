#!/bin/sh
# nightly dump, kept for fourteen days
[ "$(hostname)" = "sf-web1" ] || exit 0
DIR=/srv/backup/storefront
DAY=$(date +%Y%m%d)
mkdir -p $DIR
mysqldump -h 10.20.0.31 -u storefront -p'st0re!2012' --single-transaction storefront | gzip > "$DIR/storefront_$DAY.sql.gz"
find $DIR -name 'storefront_*.sql.gz' -mtime +14 -delete
