#!/bin/bash
# GuardLine Claims 4.1 installation, JBoss EAP 6.1, run as root
set -e

CLAIMS_HOME=/opt/claims
JBOSS_HOME=${JBOSS_HOME:-/opt/jboss-eap-6.1}
HERE=$(cd "$(dirname "$0")/.." && pwd)

more "$HERE/install/EULA.txt"
read -r -p "Do you accept the license agreement (yes/no)? " answer
if [ "$answer" != "yes" ]; then
    echo "Installation cancelled."
    exit 1
fi

read -r -p "Insurer code: " INSURER
read -r -p "Oracle host [192.168.10.15]: " ORAHOST
read -r -p "License file: " LICENSE
ORAHOST=${ORAHOST:-192.168.10.15}

id claims > /dev/null 2>&1 || useradd -r -u 1200 -d $CLAIMS_HOME claims
mkdir -p $CLAIMS_HOME/conf $CLAIMS_HOME/log $CLAIMS_HOME/store $CLAIMS_HOME/letters $CLAIMS_HOME/bank/out
sed "s/^insurer.code=.*/insurer.code=$INSURER/; s/192\.168\.10\.15/$ORAHOST/" "$HERE/server/claims.properties" > $CLAIMS_HOME/conf/claims.properties
cp "$LICENSE" $CLAIMS_HOME/conf/license.dat
sed "s/192\.168\.10\.15/$ORAHOST/" "$HERE/server/claims-ds.xml" > "$JBOSS_HOME/standalone/deployments/claims-ds.xml"
cp "$HERE/claims.ear" "$JBOSS_HOME/standalone/deployments/"

echo "Creating the tables, password of the schema owner CLAIMS is needed"
read -r -p "New database (yes/no)? " newdb
cd "$HERE/db"
if [ "$newdb" = "yes" ]; then
    sqlplus "claims@//$ORAHOST:1521/CLAIMS" @claims.sql
    sqlplus "claims@//$ORAHOST:1521/CLAIMS" @claims_pkg.sql
    sqlplus "claims@//$ORAHOST:1521/CLAIMS" @claims_data.sql
else
    sqlplus "claims@//$ORAHOST:1521/CLAIMS" @upgrade_4.0_to_4.1.sql
fi

mkdir -p $CLAIMS_HOME/bin
cp "$HERE/install/nightly_batch.sh" $CLAIMS_HOME/bin/
cp "$HERE/install/claims.init" /etc/init.d/claims
chmod 755 /etc/init.d/claims
chkconfig --add claims
crontab -u claims "$HERE/install/crontab"
chown -R claims $CLAIMS_HOME
echo "Finished. Merge server/standalone-full-claims.xml into the configuration, then: service claims start"
