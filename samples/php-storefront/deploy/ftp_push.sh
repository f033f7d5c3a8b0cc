#!/bin/sh
# Pushes the working copy to both web machines.
# usage: deploy/ftp_push.sh [web1|web2]

FTP_USER=sfdeploy
FTP_PASS='Push-It-12!'
TARGET=/srv/www/storefront

cd "$(dirname "$0")/.." || exit 1

push() {
    lftp -u "$FTP_USER,$FTP_PASS" "ftp://$1" <<END
set ftp:ssl-allow no
set net:max-retries 3
mirror -R --only-newer --delete --exclude ^uploads/ --exclude ^\.git htdocs $TARGET/htdocs
mirror -R --only-newer --delete lib $TARGET/lib
mirror -R --only-newer --delete templates $TARGET/templates
mirror -R --only-newer --delete cron $TARGET/cron
mirror -R --only-newer config $TARGET/config
bye
END
}

case "$1" in
    web1) push 10.20.0.21 ;;
    web2) push 10.20.0.22 ;;
    *)    push 10.20.0.21 && push 10.20.0.22 ;;
esac
